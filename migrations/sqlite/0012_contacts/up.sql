-- Addresses that could not be reached, or whose reader has complained. Kept under a keyed hash, so that the
-- address itself stands once in the database: with its person.

CREATE TABLE contacts (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    address_hash TEXT NOT NULL CONSTRAINT contacts_address_hash_key UNIQUE,
    hint TEXT NOT NULL,
    person_id BIGINT REFERENCES people (id),
    hard INTEGER NOT NULL CONSTRAINT contacts_hard_check CHECK (hard >= 0),
    last_at BIGINT NOT NULL,
    said TEXT NOT NULL,
    marked TEXT CONSTRAINT contacts_marked_check CHECK (marked IN ('bounced', 'complained')),
    marked_at BIGINT,
    CONSTRAINT contacts_marked_at_check CHECK ((marked IS NULL) = (marked_at IS NULL))
);
CREATE INDEX contacts_person_id_idx ON contacts (person_id, marked);
CREATE INDEX contacts_marked_idx ON contacts (marked, id);
CREATE INDEX contacts_last_at_idx ON contacts (last_at);

-- What has been counted of which mail: the same report may come twice.
CREATE TABLE returned_mails (
    email_id BIGINT NOT NULL,
    verdict TEXT NOT NULL CONSTRAINT returned_mails_verdict_check CHECK (verdict IN ('hard', 'complaint')),
    returned_at BIGINT NOT NULL,
    PRIMARY KEY (email_id, verdict)
) WITHOUT ROWID;

-- An address that somebody wants instead of the old one: under the mailed link that confirms it. The old one
-- stands here until its reader has been told.
CREATE TABLE address_changes (
    token_id BIGINT NOT NULL PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES people (id),
    asked_at BIGINT NOT NULL,
    old_email TEXT
);
CREATE INDEX address_changes_person_id_idx ON address_changes (person_id);
