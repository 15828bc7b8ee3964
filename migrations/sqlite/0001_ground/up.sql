-- What everything rests on: settings made at the first start, numbers given in order, what has
-- happened, work to do, and which subjects a search index has to look at again.

CREATE TABLE keys (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);

CREATE TABLE events (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    by_kind TEXT NOT NULL CONSTRAINT events_by_kind_check CHECK (by_kind IN ('person', 'visitor', 'system')),
    by_person BIGINT,
    idea_id BIGINT,
    group_id BIGINT,
    public BOOLEAN NOT NULL,
    data TEXT NOT NULL,
    CONSTRAINT events_by_check CHECK ((by_kind = 'person') = (by_person IS NOT NULL))
);
CREATE INDEX events_idea_id_idx ON events (idea_id, id);
CREATE INDEX events_group_id_idx ON events (group_id, id);
CREATE INDEX events_kind_idx ON events (kind, id);

CREATE TABLE jobs (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT jobs_state_check CHECK (state IN ('ready', 'dead')),
    run_after BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    lease_until BIGINT,
    last_error TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX jobs_state_run_after_idx ON jobs (state, run_after, id);

CREATE TABLE search_changes (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX search_changes_at_idx ON search_changes (at);

-- A form sent twice gives the first result: one row per form key.
CREATE TABLE sent_forms (
    key_hash TEXT NOT NULL PRIMARY KEY,
    result TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX sent_forms_at_idx ON sent_forms (at);
