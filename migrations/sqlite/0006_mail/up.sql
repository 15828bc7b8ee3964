-- The outbox: one row per mail to one reader. A row is written once per cause, kind and reader.

CREATE TABLE emails (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    cause TEXT NOT NULL CONSTRAINT emails_cause_key UNIQUE,
    kind TEXT NOT NULL,
    person_id BIGINT REFERENCES people (id),
    recipient TEXT NOT NULL,
    locale TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    thread TEXT,
    unsubscribe TEXT,
    state TEXT NOT NULL CONSTRAINT emails_state_check CHECK (state IN ('queued', 'sent', 'dead')),
    created_at BIGINT NOT NULL,
    sent_at BIGINT,
    server_said TEXT
);
CREATE INDEX emails_state_idx ON emails (state, id);
CREATE INDEX emails_person_id_idx ON emails (person_id, id);
