"""Names of the reader's own rows, the same on no two computers."""


def new_id() -> str:
    """A random UUID; what makes them is not loaded at a start in which nothing is written."""
    from uuid import uuid4

    return str(uuid4())
