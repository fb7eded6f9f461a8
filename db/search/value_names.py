"""The names of the few values that some filters take: kinds of items, a mark or none."""

from db.record import record
from db.reference.models import ItemKind
from db.search.fields import phrase_key


@record
class Value:
    """A value as it is shown in either language, and what else it may be called."""

    english: str
    persian: str
    others: tuple[str, ...] = ()

    def is_called(self, key: str) -> bool:
        """Whether a name of it has this key."""
        return key in map(phrase_key, (self.english, self.persian, *self.others))


KINDS = {
    ItemKind.VISION: Value("vision", "چشم‌انداز"),
    ItemKind.FUNDAMENTAL: Value("fundamental", "اساسی", ("جهت‌گیری‌اساسی",)),
    ItemKind.DIRECTION: Value("direction", "جهت‌گیری", ("راهبردی",)),
    ItemKind.CHILD: Value("child", "بند", ("زیرجهت‌گیری", "فرعی")),
}
YES = Value("yes", "دارد", ("بله", "true", "1"))
NO = Value("no", "ندارد", ("نه", "false", "0"))
FEW = {"kind": tuple(KINDS.values()), "bookmark": (YES, NO), "note": (YES, NO)}  # by filter
