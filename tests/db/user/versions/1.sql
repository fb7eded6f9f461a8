PRAGMA application_id = 1412510837;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE annotation (
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    author TEXT NOT NULL REFERENCES author (uuid) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL CHECK (length(created) = 24),
    modified TEXT NOT NULL CHECK (length(modified) = 24),
    deleted TEXT CHECK (length(deleted) = 24),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    edition TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
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
INSERT INTO "annotation" VALUES('6c24cb32-3eac-4355-8e89-cab25a24f631','0d0e2e43-b085-4e64-a74f-c8cee9745233','2026-01-01T00:00:03.000Z','2026-01-01T00:00:03.000Z',NULL,0,'1',4,'transport-3',0,3,'شهر','','','یادداشت',1,'proposal','blue','خواننده','2026-02-01',NULL,'bf8c1a6e-f523-4f4e-bfba-7a873a88d10e');
INSERT INTO "annotation" VALUES('7ec7d3e2-6d8b-4e92-a187-7b63d5294dae','0d0e2e43-b085-4e64-a74f-c8cee9745233','2026-01-01T00:00:04.000Z','2026-01-01T00:00:05.000Z','2026-01-01T00:00:05.000Z',0,'1',6,'transport-3',NULL,NULL,NULL,NULL,NULL,'حذف‌شده',1,'comment',NULL,'',NULL,NULL,'bf8c1a6e-f523-4f4e-bfba-7a873a88d10e');
CREATE TABLE annotation_tag (
    annotation TEXT NOT NULL REFERENCES annotation (uuid) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    tag TEXT NOT NULL REFERENCES tag (uuid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (annotation, tag),
    CHECK (length(annotation) = 36 AND length(tag) = 36)
) STRICT;
INSERT INTO "annotation_tag" VALUES('6c24cb32-3eac-4355-8e89-cab25a24f631','626beb90-ff74-4358-811a-116974c13685');
CREATE TABLE author (
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    name TEXT NOT NULL,
    created TEXT NOT NULL CHECK (length(created) = 24)
) STRICT;
INSERT INTO "author" VALUES('0d0e2e43-b085-4e64-a74f-c8cee9745233','خواننده','2026-11-23T23:55:57.139Z');
CREATE TABLE bookmark (
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    author TEXT NOT NULL REFERENCES author (uuid) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL CHECK (length(created) = 24),
    modified TEXT NOT NULL CHECK (length(modified) = 24),
    deleted TEXT CHECK (length(deleted) = 24),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    edition TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    item_id TEXT NOT NULL CHECK (item_id <> ''),
    note TEXT NOT NULL,
    collection TEXT REFERENCES collection (uuid) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED,
    position REAL NOT NULL,
    meeting TEXT REFERENCES meeting (uuid) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "bookmark" VALUES('6565b201-2087-4acf-858f-99d674df3439','0d0e2e43-b085-4e64-a74f-c8cee9745233','2026-01-01T00:00:01.000Z','2026-01-01T00:00:01.000Z',NULL,0,'1',2,'economy-1','نشان','ab9db19e-cf2c-429c-8271-94143d0e2b42',1.0,NULL);
CREATE TABLE collection (
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    author TEXT NOT NULL REFERENCES author (uuid) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL CHECK (length(created) = 24),
    modified TEXT NOT NULL CHECK (length(modified) = 24),
    deleted TEXT CHECK (length(deleted) = 24),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    edition TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    title TEXT NOT NULL CHECK (title <> ''),
    parent TEXT REFERENCES collection (uuid) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
        CHECK (parent <> uuid),
    position REAL NOT NULL
) STRICT;
INSERT INTO "collection" VALUES('ab9db19e-cf2c-429c-8271-94143d0e2b42','0d0e2e43-b085-4e64-a74f-c8cee9745233','2026-01-01T00:00:00.000Z','2026-01-01T00:00:00.000Z',NULL,0,'1',1,'نامه‌ها',NULL,1.0);
CREATE TABLE draft (
    slot TEXT PRIMARY KEY CHECK (slot <> ''),
    item_id TEXT NOT NULL,
    annotation TEXT,
    content TEXT NOT NULL,
    saved TEXT NOT NULL CHECK (length(saved) = 24)
) STRICT;
INSERT INTO "draft" VALUES('economy-1','economy-1',NULL,'پیش‌نویس','2026-01-01T00:00:08.000Z');
CREATE TABLE item_tag (
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    author TEXT NOT NULL REFERENCES author (uuid) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL CHECK (length(created) = 24),
    modified TEXT NOT NULL CHECK (length(modified) = 24),
    deleted TEXT CHECK (length(deleted) = 24),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    edition TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    item_id TEXT NOT NULL CHECK (item_id <> ''),
    tag TEXT NOT NULL REFERENCES tag (uuid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
        CHECK (length(tag) = 36)
) STRICT;
INSERT INTO "item_tag" VALUES('35d0524a-6e50-40c3-9d4a-b5cb68375fd7','0d0e2e43-b085-4e64-a74f-c8cee9745233','2026-01-01T00:00:06.000Z','2026-01-01T00:00:06.000Z',NULL,0,'1',7,'economy-1','626beb90-ff74-4358-811a-116974c13685');
CREATE TABLE meeting (
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    author TEXT NOT NULL REFERENCES author (uuid) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL CHECK (length(created) = 24),
    modified TEXT NOT NULL CHECK (length(modified) = 24),
    deleted TEXT CHECK (length(deleted) = 24),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    edition TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    title TEXT NOT NULL CHECK (title <> ''),
    date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    attendees TEXT NOT NULL CHECK (json_type(attendees) = 'array'),
    started TEXT NOT NULL CHECK (length(started) = 24),
    paused TEXT CHECK (length(paused) = 24),
    ended TEXT CHECK (length(ended) = 24)
) STRICT;
INSERT INTO "meeting" VALUES('bf8c1a6e-f523-4f4e-bfba-7a873a88d10e','0d0e2e43-b085-4e64-a74f-c8cee9745233','2026-01-01T00:00:02.000Z','2026-01-01T00:00:02.000Z',NULL,0,'1',3,'جلسه‌ی نمونه','2026-01-02','["خواننده"]','2026-01-01T00:00:02.000Z',NULL,NULL);
CREATE TABLE purged (
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    purged TEXT NOT NULL CHECK (length(purged) = 24),
    revision INTEGER NOT NULL CHECK (revision > 0)
) STRICT;
CREATE TABLE read_mark (
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    author TEXT NOT NULL REFERENCES author (uuid) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL CHECK (length(created) = 24),
    modified TEXT NOT NULL CHECK (length(modified) = 24),
    deleted TEXT CHECK (length(deleted) = 24),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    edition TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    item_id TEXT NOT NULL CHECK (item_id <> ''),
    read TEXT NOT NULL CHECK (length(read) = 24)
) STRICT;
INSERT INTO "read_mark" VALUES('4d7fb646-cf32-4143-856b-47ecd2a89959','0d0e2e43-b085-4e64-a74f-c8cee9745233','2026-01-01T00:00:07.000Z','2026-01-01T00:00:07.000Z',NULL,0,'1',8,'economy-1','2026-01-01T00:00:07.000Z');
CREATE TABLE recent (
    item_id TEXT PRIMARY KEY CHECK (item_id <> ''),
    opened TEXT NOT NULL CHECK (length(opened) = 24)
) STRICT;
INSERT INTO "recent" VALUES('economy-1','2026-01-01T00:00:09.000Z');
CREATE TABLE state (
    name TEXT PRIMARY KEY
        CHECK (name IN ('author', 'revision', 'lineage', 'schema') OR name GLOB 'session.?*'),
    value TEXT NOT NULL
) STRICT;
INSERT INTO "state" VALUES('author','0d0e2e43-b085-4e64-a74f-c8cee9745233');
INSERT INTO "state" VALUES('revision','8');
INSERT INTO "state" VALUES('lineage','4ffd4d2c-eff8-4646-9119-1baa3ddba1b3');
INSERT INTO "state" VALUES('schema','fafa1990da52545fcd3837c6c8880ac173809723708aff10d49ba979ca33499b');
CREATE TABLE tag (
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    author TEXT NOT NULL REFERENCES author (uuid) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL CHECK (length(created) = 24),
    modified TEXT NOT NULL CHECK (length(modified) = 24),
    deleted TEXT CHECK (length(deleted) = 24),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    edition TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    name TEXT NOT NULL CHECK (name <> '')
) STRICT;
INSERT INTO "tag" VALUES('626beb90-ff74-4358-811a-116974c13685','0d0e2e43-b085-4e64-a74f-c8cee9745233','2026-01-01T00:00:03.000Z','2026-01-01T00:00:03.000Z',NULL,0,'1',4,'بودجه');
CREATE INDEX bookmark_by_item ON bookmark (item_id);
CREATE INDEX annotation_page ON annotation (item_id, kind, colour, owner, author, private, closed,
    due, written, meeting, created, modified, start, "end", deleted) WHERE deleted IS NULL;
CREATE INDEX annotation_by_meeting ON annotation (meeting) WHERE meeting IS NOT NULL;
CREATE INDEX annotation_by_deleted ON annotation (deleted) WHERE deleted IS NOT NULL;
CREATE INDEX annotation_by_revision ON annotation (revision);
CREATE INDEX annotation_by_tag ON annotation_tag (tag);
CREATE INDEX item_tag_by_item ON item_tag (item_id);
CREATE INDEX read_mark_by_item ON read_mark (item_id);
COMMIT;
