"""The tables of the reader's file, their version and how older files are brought up to it."""

# A remark still to be settled; their index serves a question that says it in the same words.
OPEN = "closed IS NULL AND (kind <> 'comment' OR owner <> '' OR due IS NOT NULL)"

APPLICATION_ID = 0x54313475  # «T14u», so that `file` and an older program know whose it is
SCHEMA_VERSION = 5

# A column that an older file gets is added to a new one by the same words, so that both are alike.
_SPEAKER = "ALTER TABLE annotation ADD COLUMN speaker TEXT NOT NULL DEFAULT '';"

_OF_EDITION = """
CREATE INDEX annotation_by_edition ON annotation (edition) WHERE start IS NOT NULL;
"""

# All that filters, orders and counts the page of notes, so that no note itself is read to be left
# out; what it is counted by leads each index, so that counting sorts nothing.
_OF_PAGE = """
CREATE INDEX annotation_newest ON annotation (created, kind, colour, owner, author, speaker,
    private, closed, due, written, meeting, item_id, deleted) WHERE deleted IS NULL;
CREATE INDEX annotation_changed ON annotation (modified, kind, colour, owner, author, speaker,
    private, closed, due, written, meeting, created, item_id, deleted) WHERE deleted IS NULL;
CREATE INDEX annotation_due ON annotation (due IS NULL, due, created, kind, colour, owner, author,
    speaker, private, closed, written, meeting, item_id, deleted) WHERE deleted IS NULL;
CREATE INDEX annotation_page ON annotation (item_id, kind, colour, meeting, owner, author, speaker,
    private, closed, due, written, created, modified, start, "end", deleted) WHERE deleted IS NULL;
CREATE INDEX annotation_by_owner ON annotation (owner, author, speaker, kind, colour, private,
    closed, due, written, meeting, created, item_id, deleted) WHERE deleted IS NULL;
CREATE INDEX annotation_private ON annotation (item_id, kind, colour, meeting, owner, author,
    speaker, private, closed, due, written, created, modified, start, "end", deleted)
    WHERE deleted IS NULL AND private = 1;
"""

# What is counted by one thing alone is counted in an index that begins with it: an index of all
# columns costs a tenth of a microsecond a note, whatever is looked for.
_OF_COUNTS = f"""
CREATE INDEX annotation_kinds ON annotation (kind, written) WHERE deleted IS NULL;
CREATE INDEX annotation_colours ON annotation (colour) WHERE deleted IS NULL;
CREATE INDEX annotation_meetings ON annotation (meeting) WHERE deleted IS NULL;
CREATE INDEX annotation_authors ON annotation (author, owner, speaker) WHERE deleted IS NULL;
CREATE INDEX annotation_speakers ON annotation (speaker, owner)
    WHERE deleted IS NULL AND speaker <> '';
CREATE INDEX bookmark_live ON bookmark (item_id) WHERE deleted IS NULL;
CREATE INDEX annotation_open ON annotation (due, kind, owner, closed)
    WHERE deleted IS NULL AND {OPEN};
"""
_FORMER = (
    "annotation_newest",
    "annotation_changed",
    "annotation_due",
    "annotation_page",
    "annotation_by_owner",
)

# Statements that lead from the version named to the next one. The indexes of the page are made by
# the last step, once.
MIGRATIONS: dict[int, str] = {
    1: _OF_EDITION,
    2: "",
    3: _SPEAKER,
    4: "".join(f"DROP INDEX IF EXISTS {name};" for name in _FORMER) + _OF_PAGE + _OF_COUNTS,
}

# What every row that may be exchanged carries; times are UTC with milliseconds, so they sort.
ENVELOPE = """
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    author TEXT NOT NULL REFERENCES author (uuid) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL CHECK (length(created) = 24),
    modified TEXT NOT NULL CHECK (length(modified) = 24),
    deleted TEXT CHECK (length(deleted) = 24),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    edition TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),"""

DDL = (
    """
CREATE TABLE author (
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    name TEXT NOT NULL,
    created TEXT NOT NULL CHECK (length(created) = 24)
) STRICT;

CREATE TABLE collection (ENVELOPE
    title TEXT NOT NULL CHECK (title <> ''),
    parent TEXT REFERENCES collection (uuid) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
        CHECK (parent <> uuid),
    position REAL NOT NULL
) STRICT;

CREATE TABLE meeting (ENVELOPE
    title TEXT NOT NULL CHECK (title <> ''),
    date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    attendees TEXT NOT NULL CHECK (json_type(attendees) = 'array'),
    started TEXT NOT NULL CHECK (length(started) = 24),
    paused TEXT CHECK (length(paused) = 24),
    ended TEXT CHECK (length(ended) = 24)
) STRICT;

CREATE TABLE bookmark (ENVELOPE
    item_id TEXT NOT NULL CHECK (item_id <> ''),
    note TEXT NOT NULL,
    collection TEXT REFERENCES collection (uuid) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED,
    position REAL NOT NULL,
    meeting TEXT REFERENCES meeting (uuid) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX bookmark_by_item ON bookmark (item_id);

-- A note on a span has all of the selector; a note on an item or an axis has none of it. Who said
-- it is added below.
CREATE TABLE annotation (ENVELOPE
    item_id TEXT NOT NULL CHECK (item_id <> ''),
    start INTEGER CHECK (start >= 0),
    "end" INTEGER CHECK ("end" > start),
    exact TEXT CHECK (exact <> ''),
    prefix TEXT,
    suffix TEXT,
    note TEXT NOT NULL,
    written INTEGER NOT NULL CHECK (written = (note <> '')),
    kind TEXT NOT NULL
        CHECK (kind IN ('comment', 'ambiguity', 'conflict', 'proposal', 'resolution')),
    colour TEXT CHECK (colour IN ('yellow', 'green', 'blue', 'pink')),
    owner TEXT NOT NULL,
    due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    closed TEXT CHECK (length(closed) = 24),
    meeting TEXT REFERENCES meeting (uuid) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    CHECK ((start IS NULL) = ("end" IS NULL) AND (start IS NULL) = (exact IS NULL)
        AND (start IS NULL) = (prefix IS NULL) AND (start IS NULL) = (suffix IS NULL))
) STRICT;
CREATE INDEX annotation_by_meeting ON annotation (meeting) WHERE meeting IS NOT NULL;
CREATE INDEX annotation_by_deleted ON annotation (deleted) WHERE deleted IS NOT NULL;
CREATE INDEX annotation_by_revision ON annotation (revision);

CREATE TABLE tag (ENVELOPE
    name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE TABLE annotation_tag (
    annotation TEXT NOT NULL REFERENCES annotation (uuid) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    tag TEXT NOT NULL REFERENCES tag (uuid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (annotation, tag),
    CHECK (length(annotation) = 36 AND length(tag) = 36)
) STRICT;
CREATE INDEX annotation_by_tag ON annotation_tag (tag, annotation);

-- A tag put on a direction itself, with or without any note on it.
CREATE TABLE item_tag (ENVELOPE
    item_id TEXT NOT NULL CHECK (item_id <> ''),
    tag TEXT NOT NULL REFERENCES tag (uuid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
        CHECK (length(tag) = 36)
) STRICT;
CREATE INDEX item_tag_by_item ON item_tag (item_id);

CREATE TABLE read_mark (ENVELOPE
    item_id TEXT NOT NULL CHECK (item_id <> ''),
    read TEXT NOT NULL CHECK (length(read) = 24)
) STRICT;
CREATE INDEX read_mark_by_item ON read_mark (item_id);

-- The rest belongs to this computer alone and is never exchanged.
CREATE TABLE draft (
    slot TEXT PRIMARY KEY CHECK (slot <> ''),
    item_id TEXT NOT NULL,
    annotation TEXT,
    content TEXT NOT NULL,
    saved TEXT NOT NULL CHECK (length(saved) = 24)
) STRICT;

CREATE TABLE recent (
    item_id TEXT PRIMARY KEY CHECK (item_id <> ''),
    opened TEXT NOT NULL CHECK (length(opened) = 24)
) STRICT;

CREATE TABLE state (
    name TEXT PRIMARY KEY
        CHECK (name IN ('author', 'revision', 'lineage', 'schema') OR name GLOB 'session.?*'),
    value TEXT NOT NULL
) STRICT;

-- What was deleted for ever: no content, only the name, so that a merge does not bring it back.
CREATE TABLE purged (
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    purged TEXT NOT NULL CHECK (length(purged) = 24),
    revision INTEGER NOT NULL CHECK (revision > 0)
) STRICT;
""".replace("(ENVELOPE", f"({ENVELOPE}")
    + _SPEAKER
    + _OF_EDITION
    + _OF_PAGE
    + _OF_COUNTS
)

# Every table with the columns that name a row in it, parents before children. A row cut out of a
# damaged file is told by its number of columns and by what the checks above let in.
KEYS: dict[str, tuple[str, ...]] = {
    "author": ("uuid",),
    "collection": ("uuid",),
    "meeting": ("uuid",),
    "bookmark": ("uuid",),
    "annotation": ("uuid",),
    "tag": ("uuid",),
    "annotation_tag": ("annotation", "tag"),
    "item_tag": ("uuid",),
    "read_mark": ("uuid",),
    "draft": ("slot",),
    "recent": ("item_id",),
    "state": ("name",),
    "purged": ("uuid",),
}

# Rows laid down by an older version lack these columns, the last of their table, until they are
# written again.
ADDED: dict[str, int] = {"annotation": 1}

# Tables whose rows a reader deletes and brings back one by one.
TRASHED = ("annotation", "bookmark", "collection", "tag", "meeting")
