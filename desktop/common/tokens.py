"""The colours of every theme in one table; contrasts are proved by a test."""

from db.record import record, replace

AXIS_ICONS = {
    "economy": "banknote",
    "infrastructure": "network",
    "management": "landmark",
    "security": "shield-check",
    "transport": "bus-front",
    "environment": "leaf",
    "architecture": "building-2",
    "culture": "users",
}


@record
class Tokens:
    """Colours by what they are for; `axis` follows the document's order of axes."""

    dark: bool
    bg: str
    surface: str
    sunken: str
    raised: str
    border: str
    border2: str
    text: str
    muted: str
    faint: str
    idle: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    sel: str
    hover: str
    focus: str
    hit: str
    on_hit: str
    hit_now: str
    on_hit_now: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    highlights: tuple[tuple[str, str], ...]
    highlight_lines: tuple[tuple[str, str], ...]
    toast_bg: str
    toast_fg: str
    axis: tuple[str, ...]
    strong_borders: bool = False

    def highlight(self, colour: str) -> str:
        """Background of an annotation colour; yellow for a name this theme does not know."""
        table = dict(self.highlights)
        return table.get(colour, table["yellow"])

    def highlight_line(self, colour: str) -> str:
        """The line that tells of an annotation colour beneath another one; "" for no colour."""
        return dict(self.highlight_lines).get(colour, "")

    @property
    def selection_border(self) -> int:
        return 3 if self.strong_borders else 2


LIGHT = Tokens(
    dark=False,
    bg="#F3F5F4",
    surface="#FFFFFF",
    sunken="#E9EDEC",
    raised="#FFFFFF",
    border="#D3DAD8",
    border2="#75838A",
    text="#16211F",
    muted="#50605E",
    faint="#5B6A68",
    idle="#5B6A68",
    accent="#0B6B63",
    accent_hover="#095850",
    on_accent="#FFFFFF",
    accent_soft="#DCEFEC",
    sel="#D5EBE7",
    hover="#E6ECEA",
    focus="#0B6B63",
    hit="#FFE08A",
    on_hit="#241A00",
    hit_now="#FFB547",
    on_hit_now="#241A00",
    danger="#B3261E",
    danger_soft="#FBE9E7",
    warn="#7A4F00",
    warn_soft="#FFF1D0",
    ok="#1D6B3A",
    ok_soft="#DFF2E4",
    highlights=(
        ("yellow", "#FFF0B3"),
        ("green", "#CDEFD2"),
        ("blue", "#D3E6FB"),
        ("pink", "#FAD9E6"),
    ),
    highlight_lines=(
        ("yellow", "#A06A00"),
        ("green", "#1F7A3D"),
        ("blue", "#1F63B5"),
        ("pink", "#B8326E"),
    ),
    toast_bg="#22302E",
    toast_fg="#F2F6F5",
    axis=(
        *("#8A5A00", "#1F5FA8", "#5B4BB2", "#A3341F"),
        *("#0F6E7C", "#2E6B2F", "#8C3A78", "#9A3B52"),
    ),
)

DARK = Tokens(
    dark=True,
    bg="#11181A",
    surface="#182124",
    sunken="#0D1315",
    raised="#202B2F",
    border="#2E3B40",
    border2="#73858B",
    text="#E7EEEC",
    muted="#A9B8B6",
    faint="#8C9C9B",
    idle="#8C9C9B",
    accent="#5FC9BC",
    accent_hover="#7AD7CB",
    on_accent="#04211E",
    accent_soft="#173A37",
    sel="#1D4540",
    hover="#1F2A2E",
    focus="#7AD7CB",
    hit="#7A5B00",
    on_hit="#FFF6DC",
    hit_now="#F0B23E",
    on_hit_now="#241A00",
    danger="#FF9C91",
    danger_soft="#43201D",
    warn="#F2C46B",
    warn_soft="#3D2F10",
    ok="#86D49B",
    ok_soft="#193A24",
    highlights=(
        ("yellow", "#55470F"),
        ("green", "#1E4A2A"),
        ("blue", "#1C3F63"),
        ("pink", "#5A2540"),
    ),
    highlight_lines=(
        ("yellow", "#F2CF4B"),
        ("green", "#6FD68B"),
        ("blue", "#83BDFA"),
        ("pink", "#F591BA"),
    ),
    toast_bg="#E7EEEC",
    toast_fg="#11181A",
    axis=(
        *("#E3B25B", "#8DBDF2", "#B9AEF7", "#F39A88"),
        *("#6CC9D6", "#93CF8F", "#E2A0D2", "#F09FB2"),
    ),
)


def _contrasting(base: Tokens, ink: str, paper: str, idle: str) -> Tokens:
    return replace(
        base,
        bg=paper,
        surface=paper,
        raised=paper,
        text=ink,
        muted=ink,
        faint=ink,
        idle=idle,  # of one ink, what can and what cannot be done would look alike
        border=ink,
        border2=ink,
        strong_borders=True,
    )


CONTRAST_LIGHT = _contrasting(LIGHT, "#000000", "#FFFFFF", "#595959")
CONTRAST_DARK = _contrasting(DARK, "#FFFFFF", "#000000", "#A6A6A6")
THEMES = {
    ("light", False): LIGHT,
    ("light", True): LIGHT,
    ("dark", False): DARK,
    ("dark", True): DARK,
    ("system", False): LIGHT,
    ("system", True): DARK,
    ("contrast", False): CONTRAST_LIGHT,
    ("contrast", True): CONTRAST_DARK,
}
THEME_TITLES = {
    "light": "روشن",
    "dark": "تیره",
    "system": "مطابق سیستم",
    "contrast": "پرکنتراست",
}
