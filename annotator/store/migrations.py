"""The migrations of the project file: frozen steps, each one transaction that also sets `user_version`.

A step never reads today's models. Run by sqlite-utils, which records each step in the same transaction; an
equal `user_version` at open needs neither this module nor that library.
"""

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("annotator")

_V1 = """
CREATE TABLE setting (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL);

CREATE TABLE annotator (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL);

CREATE TABLE label (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, key TEXT NOT NULL, title TEXT NOT NULL,
    hotkey TEXT NOT NULL, role TEXT NOT NULL, kind TEXT NOT NULL, description TEXT NOT NULL,
    choices TEXT NOT NULL, position INTEGER NOT NULL
);

-- What each version of the label set has meant: JSON {uid: {key, kind, choices, description}}.
CREATE TABLE label_set_version (id INTEGER PRIMARY KEY, content TEXT NOT NULL);

-- state: running (hidden), published, withdrawn (an import that was undone: hidden, kept)
CREATE TABLE import_run (
    id INTEGER PRIMARY KEY, state TEXT NOT NULL, at TEXT NOT NULL, annotator_id INTEGER NOT NULL,
    account TEXT NOT NULL DEFAULT '{}'
);

CREATE TABLE source_file (
    id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES import_run(id), name TEXT NOT NULL,
    sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, format TEXT NOT NULL, annotator_id INTEGER,
    version INTEGER NOT NULL DEFAULT 1, supersedes INTEGER
);
CREATE INDEX source_file_sha256 ON source_file(sha256);
CREATE INDEX source_file_run ON source_file(run_id);

-- uid is unique among what is in use, not in the table: an import that was undone keeps its rows.
-- binned_at: '' while the document is in use, else the time it went to the bin
CREATE TABLE document (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, run_id INTEGER REFERENCES import_run(id),
    text_version_id INTEGER NOT NULL, confirmed INTEGER NOT NULL DEFAULT 1,
    title TEXT NOT NULL DEFAULT '', outlet TEXT NOT NULL DEFAULT '', author TEXT NOT NULL DEFAULT '',
    section TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '', published TEXT NOT NULL DEFAULT '',
    modified TEXT NOT NULL DEFAULT '', crawled TEXT NOT NULL DEFAULT '',
    document_date TEXT NOT NULL DEFAULT '', date_source TEXT NOT NULL DEFAULT '',
    lang TEXT NOT NULL DEFAULT '', meta TEXT NOT NULL DEFAULT '{}', extra TEXT NOT NULL DEFAULT '{}',
    binned_at TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL
);
CREATE INDEX document_uid ON document(uid);
CREATE INDEX document_title ON document(title);
CREATE INDEX document_outlet ON document(outlet);
CREATE INDEX document_published ON document(published);
CREATE INDEX document_date ON document(document_date);
CREATE INDEX document_run ON document(run_id);
CREATE INDEX document_binned ON document(binned_at) WHERE binned_at <> '';
CREATE INDEX document_unconfirmed ON document(confirmed) WHERE confirmed = 0;

-- A document that was removed for good leaves only this.
CREATE TABLE tombstone (
    uid TEXT PRIMARY KEY, text_sha256 TEXT NOT NULL, removed_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE source (
    id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    encoding TEXT NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL, data TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX source_document ON source(document_id);

-- zones: JSON [[start, end, kind], …]; lines: JSON numbers, from 1, of the page lines kept
CREATE TABLE text_version (
    id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL, source_id INTEGER, text TEXT NOT NULL,
    sha256 TEXT NOT NULL, zones TEXT NOT NULL DEFAULT '[]', lines TEXT NOT NULL DEFAULT '[]',
    created_at TEXT NOT NULL
);
CREATE INDEX text_version_document ON text_version(document_id);
CREATE INDEX text_version_sha256 ON text_version(sha256);

CREATE TABLE layer (
    id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL, annotator_id INTEGER NOT NULL,
    run_id INTEGER REFERENCES import_run(id), role TEXT NOT NULL, status TEXT NOT NULL,
    flagged INTEGER NOT NULL DEFAULT 0, label_set_version INTEGER NOT NULL DEFAULT 1,
    active_seconds TEXT NOT NULL DEFAULT '', review_status TEXT NOT NULL DEFAULT '',
    open INTEGER NOT NULL DEFAULT 0, inputs TEXT NOT NULL DEFAULT '[]', extra TEXT NOT NULL DEFAULT '{}',
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX layer_document ON layer(document_id, annotator_id);
CREATE INDEX layer_status ON layer(annotator_id, role, status, document_id);
CREATE INDEX layer_flagged ON layer(annotator_id, role, document_id) WHERE flagged = 1;
CREATE INDEX layer_run ON layer(run_id);

-- A layer's revisions, oldest first; the last is the present one. exported_at: '' until it was exported.
CREATE TABLE layer_revision (
    id INTEGER PRIMARY KEY, layer_id INTEGER NOT NULL, uid TEXT NOT NULL, parent TEXT NOT NULL,
    exported_at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX layer_revision_layer ON layer_revision(layer_id, id);

CREATE TABLE span (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, layer_id INTEGER NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, text TEXT NOT NULL, label_id INTEGER NOT NULL,
    value_type TEXT, value TEXT, unit TEXT, mod TEXT, ref TEXT,
    note TEXT NOT NULL DEFAULT '', unsure INTEGER NOT NULL DEFAULT 0, origin TEXT NOT NULL,
    annotator_id INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    flaw TEXT NOT NULL DEFAULT '', CHECK (start >= 0 AND start < "end")
);
CREATE INDEX span_layer ON span(layer_id, start);

CREATE TABLE relation (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, layer_id INTEGER NOT NULL, type TEXT NOT NULL,
    from_id INTEGER NOT NULL, to_id INTEGER NOT NULL, note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX relation_layer ON relation(layer_id);

CREATE TABLE record (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, layer_id INTEGER NOT NULL, type TEXT NOT NULL DEFAULT ''
);
CREATE INDEX record_layer ON record(layer_id);

CREATE TABLE record_member (
    id INTEGER PRIMARY KEY, record_id INTEGER NOT NULL, position INTEGER NOT NULL, role TEXT NOT NULL,
    span_id INTEGER, value_type TEXT, value TEXT, unit TEXT, mod TEXT, ref TEXT
);
CREATE INDEX record_member_record ON record_member(record_id, position);
CREATE INDEX record_member_span ON record_member(span_id) WHERE span_id IS NOT NULL;

CREATE TABLE comment (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, layer_id INTEGER NOT NULL, span_id INTEGER,
    author TEXT NOT NULL, "to" TEXT NOT NULL, at TEXT NOT NULL, text TEXT NOT NULL,
    resolved INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX comment_layer ON comment(layer_id);

CREATE TABLE document_label (
    id INTEGER PRIMARY KEY, layer_id INTEGER NOT NULL, position INTEGER NOT NULL, label TEXT NOT NULL
);
CREATE INDEX document_label_layer ON document_label(layer_id, position);

-- content: the decision as the native format writes it, JSON
CREATE TABLE decision (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, layer_id INTEGER NOT NULL, position INTEGER NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX decision_layer ON decision(layer_id, position);

CREATE TABLE suggestion (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, layer_id INTEGER NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, text TEXT NOT NULL, label_id INTEGER NOT NULL,
    value_type TEXT, value TEXT, unit TEXT, mod TEXT, ref TEXT,
    rule TEXT NOT NULL DEFAULT '', rank INTEGER NOT NULL DEFAULT 1, score TEXT,
    alternatives TEXT NOT NULL DEFAULT '[]', annotator_id INTEGER NOT NULL
);
CREATE INDEX suggestion_layer ON suggestion(layer_id, start);

CREATE TABLE refusal (
    id INTEGER PRIMARY KEY, document_id INTEGER, annotator_id INTEGER NOT NULL, text TEXT NOT NULL,
    label_id INTEGER NOT NULL, start INTEGER, "end" INTEGER, at TEXT NOT NULL
);
CREATE INDEX refusal_document ON refusal(document_id);

-- What is waved off: a place (document_id, start, "end") while `text` stands there; else a string; '' a whole check.
CREATE TABLE waiver (
    id INTEGER PRIMARY KEY, document_id INTEGER, check_id TEXT NOT NULL, text TEXT NOT NULL,
    start INTEGER, "end" INTEGER, at TEXT NOT NULL
);
CREATE INDEX waiver_document ON waiver(document_id);

CREATE TABLE lexicon_entry (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, label_id INTEGER NOT NULL, name TEXT NOT NULL,
    content TEXT NOT NULL
);

-- Lines that an outlet repeats in `documents` pages, or that a person dropped (by_hand).
CREATE TABLE outlet_line (
    id INTEGER PRIMARY KEY, outlet TEXT NOT NULL, line TEXT NOT NULL,
    documents INTEGER NOT NULL DEFAULT 0, by_hand INTEGER NOT NULL DEFAULT 0, UNIQUE (outlet, line)
);

-- One undoable step a row. state: done, undone, dropped (undone, then something else was done, or come to
-- nothing). Its row operations stand apart, so that undo does not write them again.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, annotator_id INTEGER NOT NULL, document_id INTEGER,
    message TEXT NOT NULL, merge_key TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'done',
    changed_at TEXT NOT NULL
);
CREATE INDEX journal_document ON journal(document_id, state, id);

-- id: of the journal; ops: JSON [[entity, id, before, after], …]
CREATE TABLE journal_ops (id INTEGER PRIMARY KEY, ops TEXT NOT NULL);

-- No id up to `high` is given to a new row of the table `entity`, whatever has been deleted since.
CREATE TABLE id_mark (entity TEXT PRIMARY KEY, high INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE view_state (
    document_id INTEGER PRIMARY KEY, caret INTEGER NOT NULL DEFAULT 0, scroll INTEGER NOT NULL DEFAULT 0
);

-- The program on some machine that has the project open for writing; one row at most.
CREATE TABLE lease (
    id INTEGER PRIMARY KEY CHECK (id = 1), host TEXT NOT NULL, user TEXT NOT NULL, pid INTEGER NOT NULL,
    since TEXT NOT NULL
);

-- The search index: the grams of each document as hexadecimal tokens, and which text they were made of; `simple`
-- texts fold character by character. `scheme` is what all of them were made by: in one row, none before the first.
CREATE VIRTUAL TABLE gram USING fts5(g, content='', detail=none, columnsize=0);
CREATE TABLE gram_state (
    document_id INTEGER PRIMARY KEY, text_version_id INTEGER NOT NULL, title TEXT NOT NULL,
    simple INTEGER NOT NULL
);
CREATE TABLE gram_scheme (id INTEGER PRIMARY KEY CHECK (id = 1), scheme TEXT NOT NULL);

-- The documents that the index does not hold as they are now, whoever changed them: a search reads them all.
CREATE TABLE gram_pending (document_id INTEGER PRIMARY KEY);
CREATE TRIGGER document_added AFTER INSERT ON document
BEGIN INSERT OR IGNORE INTO gram_pending (document_id) VALUES (new.id); END;
CREATE TRIGGER document_changed AFTER UPDATE OF text_version_id, title ON document
BEGIN INSERT OR IGNORE INTO gram_pending (document_id) VALUES (new.id); END;
CREATE TRIGGER document_removed AFTER DELETE ON document
BEGIN DELETE FROM gram_pending WHERE document_id = old.id; END;

-- For people and other tools: one row a span that counts.
CREATE VIEW annotation AS
SELECT d.uid AS document, d.title AS title, d.published AS published, d.outlet AS outlet,
    a.name AS annotator, l.role AS role, l.role = 'adjudicator' AS gold,
    (SELECT trim(json_extract(z.value, '$[2]'), '"') FROM json_each(v.zones) AS z
        WHERE s.start >= json_extract(z.value, '$[0]') AND s.start < json_extract(z.value, '$[1]')) AS zone,
    b.key AS label, s.start AS start, s."end" AS "end", s.text AS text, s.value AS value, s.unit AS unit,
    s.note AS note,
    (SELECT group_concat(r.uid) FROM record_member AS m JOIN record AS r ON r.id = m.record_id
        WHERE m.span_id = s.id) AS record,
    l.status AS status
FROM span AS s
JOIN layer AS l ON l.id = s.layer_id
JOIN document AS d ON d.id = l.document_id
JOIN text_version AS v ON v.id = d.text_version_id
JOIN annotator AS a ON a.id = l.annotator_id
JOIN label AS b ON b.id = s.label_id
WHERE d.binned_at = ''
    AND l.role <> 'machine'
    AND (d.run_id IS NULL OR d.run_id IN (SELECT id FROM import_run WHERE state = 'published'))
    AND (l.run_id IS NULL OR l.run_id IN (SELECT id FROM import_run WHERE state = 'published'));
"""


@migrations()
def v1(db: "Database") -> None:
    """Make the tables of the first version."""
    for statement in _statements(_V1):
        db.execute(statement)
    db.execute("PRAGMA user_version = 1")


# The tray: a span that a new text version left without a place. Where it lay is told in the text version it was
# lost from. hung: JSON {table: ids} of the rows that lost it, to be tied to it again.
_V2 = """
CREATE TABLE lost_span (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, layer_id INTEGER NOT NULL, text_version_id INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, label_id INTEGER NOT NULL,
    value_type TEXT, value TEXT, unit TEXT, mod TEXT, ref TEXT,
    note TEXT NOT NULL DEFAULT '', unsure INTEGER NOT NULL DEFAULT 0, origin TEXT NOT NULL,
    annotator_id INTEGER NOT NULL, created_at TEXT NOT NULL, lost_at TEXT NOT NULL,
    hung TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX lost_span_layer ON lost_span(layer_id);

-- Documents whose texts are nearly the same share a number, that of the oldest of them. Made anew at any time.
CREATE TABLE near_duplicate (document_id INTEGER PRIMARY KEY, group_id INTEGER NOT NULL);
CREATE INDEX document_url ON document(url);
CREATE INDEX near_duplicate_group ON near_duplicate(group_id);

-- What a text is recognised by (its sketch), of which text version it was made, and by which scheme.
CREATE TABLE text_sketch (
    document_id INTEGER PRIMARY KEY, text_version_id INTEGER NOT NULL, scheme TEXT NOT NULL, sketch BLOB NOT NULL
);

-- The list of documents is sorted along these.
CREATE INDEX document_author ON document(author);
CREATE INDEX document_section ON document(section);
CREATE INDEX document_modified ON document(modified);
CREATE INDEX document_crawled ON document(crawled);
"""


@migrations()
def v2(db: "Database") -> None:
    """Add the tray of lost spans, and the indexes along which documents are sorted by their other fields."""
    for statement in _statements(_V2):
        db.execute(statement)
    db.execute("PRAGMA user_version = 2")


# A decision of the reviewer is a row with an action; rows without one are what a file brought (content).
# start, end: the extent of the item together with the result. withdraws: uid of a decision. "by": an annotator.
# snapshot: JSON {annotator uid: [[start, end, label uid, value or null], …]}; result: JSON, such a list.
_V3 = """
ALTER TABLE decision ADD COLUMN document_id INTEGER;
ALTER TABLE decision ADD COLUMN start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE decision ADD COLUMN "end" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE decision ADD COLUMN action TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN adopted TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN withdraws TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN rule TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN "by" INTEGER;
ALTER TABLE decision ADD COLUMN at TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN snapshot TEXT NOT NULL DEFAULT '{}';
ALTER TABLE decision ADD COLUMN result TEXT NOT NULL DEFAULT '[]';
ALTER TABLE decision ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN confidence TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN flag INTEGER NOT NULL DEFAULT 0;
ALTER TABLE decision ADD COLUMN blind INTEGER NOT NULL DEFAULT 0;
CREATE INDEX decision_document ON decision(document_id);

-- How far the review of a document is; status: not_started, in_review, done, reopened.
-- blind_order: JSON, the annotators (uids) in the order in which they are shown without their names.
CREATE TABLE review (
    id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL UNIQUE, status TEXT NOT NULL DEFAULT 'not_started',
    "by" INTEGER, at TEXT NOT NULL DEFAULT '', blind_order TEXT NOT NULL DEFAULT '[]',
    revealed_at TEXT NOT NULL DEFAULT '', revealed_by INTEGER
);

-- What a colleague has answered to a decision of ours. decision: its uid; agree: 1, or 0 for an appeal.
CREATE TABLE response (
    id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL, decision TEXT NOT NULL, "by" TEXT NOT NULL,
    at TEXT NOT NULL, agree INTEGER NOT NULL, note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX response_document ON response(document_id);

-- What a reviewer gave back on an item of ours. item: the reviewer's id of it; start, end: its extent in the text
-- whose digest is text_sha256; content: JSON, the entries as the file has them, each with its place.
-- answer: '' for none yet, agree, appeal.
CREATE TABLE returned (
    id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL, item TEXT NOT NULL, reviewer TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text_sha256 TEXT NOT NULL, content TEXT NOT NULL,
    answer TEXT NOT NULL DEFAULT '', answered_at TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX returned_document ON returned(document_id);
"""

# Where a span of a layer lay in the text that its file was made on, where that is not the document's.
# kind: moved, edited; seen: 0 while an edited one waits for a person's look.
_V3_GATHERED = """
CREATE TABLE anchor (
    id INTEGER PRIMARY KEY, span_id INTEGER NOT NULL, layer_id INTEGER NOT NULL, text_version_id INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL, seen INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX anchor_layer ON anchor(layer_id);
CREATE INDEX anchor_span ON anchor(span_id);

-- The layer whose file was made on this text; null for the texts of the document itself.
ALTER TABLE text_version ADD COLUMN layer_id INTEGER;
CREATE INDEX text_version_layer ON text_version(layer_id) WHERE layer_id IS NOT NULL;

-- By what documents are found whose texts differ in blanks and the like alone. Made anew at any time.
CREATE TABLE text_skeleton (
    document_id INTEGER PRIMARY KEY, text_version_id INTEGER NOT NULL, scheme TEXT NOT NULL, digest TEXT NOT NULL
);
CREATE INDEX text_skeleton_digest ON text_skeleton(digest);
"""

# Numbers of a comparison, frozen under a name; before_adjudication: 1 for those that the program kept by itself at
# the first decision (no name). content: JSON, the numbers and what they rest on. A row never changes.
_V3_ROUNDS = """
CREATE TABLE round (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, name TEXT NOT NULL, at TEXT NOT NULL, "by" INTEGER NOT NULL,
    before_adjudication INTEGER NOT NULL DEFAULT 0, content TEXT NOT NULL
);
"""


@migrations()
def v3(db: "Database") -> None:
    """Add what a review keeps: decisions, and how far the review of each document is."""
    for statement in _statements(_V3 + _V3_GATHERED + _V3_ROUNDS):
        db.execute(statement)
    db.execute("PRAGMA user_version = 3")


def _statements(script: str) -> list[str]:
    """Cut a script at the semicolons that end its statements, so that it runs inside one transaction."""
    lines = [line for line in script.splitlines() if not line.lstrip().startswith("--")]
    return [part for part in (part.strip() for part in "\n".join(lines).split(";\n")) if part]
