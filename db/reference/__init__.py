"""The bundled document: its model and every query on it."""
