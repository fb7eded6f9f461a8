PRAGMA application_id = 1412510837;
PRAGMA user_version = 5;
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
    meeting TEXT REFERENCES meeting (uuid) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, speaker TEXT NOT NULL DEFAULT '',
    CHECK ((start IS NULL) = ("end" IS NULL) AND (start IS NULL) = (exact IS NULL)
        AND (start IS NULL) = (prefix IS NULL) AND (start IS NULL) = (suffix IS NULL))
) STRICT;
INSERT INTO "annotation" VALUES('ac6f5588-5f19-4f07-a6fd-11cee4a7a2f5','562f1697-9568-4455-8490-9532f7bfc92b','2026-01-01T00:00:03.000Z','2026-01-01T00:00:03.000Z',NULL,0,'1',4,'transport-3',0,3,'شهر','','','یادداشت',1,'proposal','blue','خواننده','2026-02-01',NULL,'fd55cad3-69b5-4876-8257-e28608216427','مریم');
INSERT INTO "annotation" VALUES('db717428-3a9b-41a4-b974-88cb50d8f0d9','562f1697-9568-4455-8490-9532f7bfc92b','2026-01-01T00:00:04.000Z','2026-01-01T00:00:05.000Z','2026-01-01T00:00:05.000Z',0,'1',6,'transport-3',NULL,NULL,NULL,NULL,NULL,'حذف‌شده',1,'comment',NULL,'',NULL,NULL,'fd55cad3-69b5-4876-8257-e28608216427','');
CREATE TABLE annotation_tag (
    annotation TEXT NOT NULL REFERENCES annotation (uuid) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    tag TEXT NOT NULL REFERENCES tag (uuid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (annotation, tag),
    CHECK (length(annotation) = 36 AND length(tag) = 36)
) STRICT;
INSERT INTO "annotation_tag" VALUES('ac6f5588-5f19-4f07-a6fd-11cee4a7a2f5','8f06eb44-64e2-43de-9bed-315741f51e66');
CREATE TABLE author (
    uuid TEXT PRIMARY KEY CHECK (length(uuid) = 36),
    name TEXT NOT NULL,
    created TEXT NOT NULL CHECK (length(created) = 24)
) STRICT;
INSERT INTO "author" VALUES('562f1697-9568-4455-8490-9532f7bfc92b','خواننده','2026-11-23T23:59:55.127Z');
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
INSERT INTO "bookmark" VALUES('1ef49755-abf5-4aeb-9741-a7d20510dd33','562f1697-9568-4455-8490-9532f7bfc92b','2026-01-01T00:00:01.000Z','2026-01-01T00:00:01.000Z',NULL,0,'1',2,'economy-1','نشان','2c247eef-1ac9-4e63-aceb-2b23bab4e0aa',1.0,NULL);
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
INSERT INTO "collection" VALUES('2c247eef-1ac9-4e63-aceb-2b23bab4e0aa','562f1697-9568-4455-8490-9532f7bfc92b','2026-01-01T00:00:00.000Z','2026-01-01T00:00:00.000Z',NULL,0,'1',1,'نامه‌ها',NULL,1.0);
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
INSERT INTO "item_tag" VALUES('a9a0d828-a883-4ce5-b0af-4e5b60b6345f','562f1697-9568-4455-8490-9532f7bfc92b','2026-01-01T00:00:06.000Z','2026-01-01T00:00:06.000Z',NULL,0,'1',7,'economy-1','8f06eb44-64e2-43de-9bed-315741f51e66');
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
INSERT INTO "meeting" VALUES('fd55cad3-69b5-4876-8257-e28608216427','562f1697-9568-4455-8490-9532f7bfc92b','2026-01-01T00:00:02.000Z','2026-01-01T00:00:02.000Z',NULL,0,'1',3,'جلسه‌ی نمونه','2026-01-02','["خواننده"]','2026-01-01T00:00:02.000Z',NULL,NULL);
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
INSERT INTO "read_mark" VALUES('d4da4824-41e8-4088-b0d4-fe21abec77ae','562f1697-9568-4455-8490-9532f7bfc92b','2026-01-01T00:00:07.000Z','2026-01-01T00:00:07.000Z',NULL,0,'1',8,'economy-1','2026-01-01T00:00:07.000Z');
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
INSERT INTO "state" VALUES('author','562f1697-9568-4455-8490-9532f7bfc92b');
INSERT INTO "state" VALUES('revision','8');
INSERT INTO "state" VALUES('lineage','f02556c4-b1b3-4fc0-a1cd-5c7b3602a6b6');
INSERT INTO "state" VALUES('schema','8377a50f163a4d157f92135a7a50dd2108c0ab55369830fa1d03afd919d3279f');
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
INSERT INTO "tag" VALUES('8f06eb44-64e2-43de-9bed-315741f51e66','562f1697-9568-4455-8490-9532f7bfc92b','2026-01-01T00:00:03.000Z','2026-01-01T00:00:03.000Z',NULL,0,'1',4,'بودجه');
CREATE INDEX bookmark_by_item ON bookmark (item_id);
CREATE INDEX annotation_by_meeting ON annotation (meeting) WHERE meeting IS NOT NULL;
CREATE INDEX annotation_by_deleted ON annotation (deleted) WHERE deleted IS NOT NULL;
CREATE INDEX annotation_by_revision ON annotation (revision);
CREATE INDEX annotation_by_tag ON annotation_tag (tag, annotation);
CREATE INDEX item_tag_by_item ON item_tag (item_id);
CREATE INDEX read_mark_by_item ON read_mark (item_id);
CREATE INDEX annotation_by_edition ON annotation (edition) WHERE start IS NOT NULL;
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
CREATE INDEX annotation_kinds ON annotation (kind, written) WHERE deleted IS NULL;
CREATE INDEX annotation_colours ON annotation (colour) WHERE deleted IS NULL;
CREATE INDEX annotation_meetings ON annotation (meeting) WHERE deleted IS NULL;
CREATE INDEX annotation_authors ON annotation (author, owner, speaker) WHERE deleted IS NULL;
CREATE INDEX annotation_speakers ON annotation (speaker, owner)
    WHERE deleted IS NULL AND speaker <> '';
CREATE INDEX bookmark_live ON bookmark (item_id) WHERE deleted IS NULL;
CREATE INDEX annotation_open ON annotation (due, kind, owner, closed)
    WHERE deleted IS NULL AND closed IS NULL AND (kind <> 'comment' OR owner <> '' OR due IS NOT NULL);
COMMIT;
