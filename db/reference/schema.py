"""The tables of the bundled document; written once by the build, read-only ever after."""

APPLICATION_ID = 0x54313430  # «T140»
SCHEMA_VERSION = 1

DDL = """
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('title', 'creator')),
    source_line INTEGER NOT NULL CHECK (source_line > 0),
    verbatim TEXT NOT NULL CHECK (verbatim <> ''),
    edited TEXT NOT NULL CHECK (edited <> '')
) STRICT;

CREATE TABLE contact (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('heading', 'label', 'value', 'link')),
    source_line INTEGER NOT NULL CHECK (source_line > 0),
    verbatim TEXT NOT NULL CHECK (verbatim <> ''),
    edited TEXT NOT NULL CHECK (edited <> '')
) STRICT;

CREATE TABLE axis (
    slug TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 8),
    title TEXT NOT NULL CHECK (title <> ''),
    title_verbatim TEXT NOT NULL CHECK (title_verbatim <> ''),
    source_line INTEGER NOT NULL CHECK (source_line > 0)
) STRICT;

CREATE TABLE item (
    id TEXT PRIMARY KEY,
    axis TEXT NOT NULL REFERENCES axis (slug),
    kind TEXT NOT NULL CHECK (kind IN ('vision', 'direction', 'fundamental', 'child')),
    number INTEGER CHECK (number >= 0),
    code TEXT UNIQUE CHECK (code GLOB '[1-8][0-9][0-9]'),
    parent_id TEXT REFERENCES item (id),
    position INTEGER NOT NULL UNIQUE,
    source_line INTEGER NOT NULL CHECK (source_line > 0),
    verbatim TEXT NOT NULL CHECK (verbatim <> ''),
    edited TEXT NOT NULL CHECK (edited <> ''),
    duplicate_of TEXT REFERENCES item (id) CHECK (duplicate_of <> id),
    CHECK ((kind = 'child') = (parent_id IS NOT NULL)),
    CHECK ((kind IN ('direction', 'fundamental')) = (code IS NOT NULL))
) STRICT;
CREATE INDEX item_by_axis ON item (axis, position);

-- Errata and doubtful places belong to items, axis titles and lines of the contact block alike.
CREATE TABLE erratum (
    owner_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    source TEXT NOT NULL CHECK (source <> ''),
    corrected TEXT NOT NULL,
    kind TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('certain', 'probable', 'possible')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    verbatim_start INTEGER NOT NULL CHECK (verbatim_start >= 0),
    verbatim_end INTEGER NOT NULL CHECK (verbatim_end > verbatim_start),
    edited_start INTEGER NOT NULL CHECK (edited_start >= 0),
    edited_end INTEGER NOT NULL CHECK (edited_end >= edited_start),
    PRIMARY KEY (owner_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE doubtful (
    owner_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    fragment TEXT NOT NULL CHECK (fragment <> ''),
    question TEXT NOT NULL CHECK (question <> ''),
    alternatives TEXT NOT NULL CHECK (json_array_length(alternatives) > 0),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    PRIMARY KEY (owner_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE theme (
    slug TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL UNIQUE CHECK (title <> ''),
    note TEXT NOT NULL
) STRICT;

CREATE TABLE item_theme (
    theme TEXT NOT NULL REFERENCES theme (slug),
    item_id TEXT NOT NULL REFERENCES item (id),
    PRIMARY KEY (theme, item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE related (
    item_id TEXT NOT NULL REFERENCES item (id),
    position INTEGER NOT NULL,
    related_id TEXT NOT NULL REFERENCES item (id) CHECK (related_id <> item_id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (item_id, position),
    UNIQUE (item_id, related_id)
) STRICT, WITHOUT ROWID;
"""
