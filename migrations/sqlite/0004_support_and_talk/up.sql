-- Support, discussion, following and reports. A supporter is a keyed hash of idea and person:
-- neither this table nor any other tells who supports what.

CREATE TABLE supports (
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    supporter TEXT NOT NULL,
    PRIMARY KEY (idea_id, supporter)
) WITHOUT ROWID;

CREATE TABLE comments (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    kind TEXT NOT NULL CONSTRAINT comments_kind_check CHECK (kind IN ('for', 'against', 'question', 'addition')),
    state TEXT NOT NULL CONSTRAINT comments_state_check CHECK (state IN ('waiting', 'visible', 'hidden', 'refused')),
    body TEXT NOT NULL,
    language TEXT NOT NULL,
    author_id BIGINT NOT NULL REFERENCES people (id),
    author_name TEXT NOT NULL,
    ground TEXT,
    reason TEXT,
    created_at BIGINT NOT NULL,
    shown_at BIGINT,
    answer TEXT,
    answered_by BIGINT REFERENCES people (id),
    -- Name of the group that the answer was given for, and the seat of the one who gave it.
    answered_for TEXT,
    answered_role TEXT CONSTRAINT comments_answered_role_check CHECK (answered_role IN ('chair', 'coordinator', 'secretary', 'member')),
    answered_at BIGINT,
    CONSTRAINT comments_shown_check CHECK (state <> 'visible' OR shown_at IS NOT NULL),
    CONSTRAINT comments_ground_check CHECK (state NOT IN ('hidden', 'refused') OR ground IS NOT NULL),
    CONSTRAINT comments_answer_check CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX comments_idea_id_idx ON comments (idea_id, state, id);
CREATE INDEX comments_state_idx ON comments (state, created_at, id);
CREATE INDEX comments_author_id_idx ON comments (author_id, id);

CREATE TABLE follows (
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    since_on INTEGER NOT NULL,
    PRIMARY KEY (idea_id, person_id)
);
CREATE INDEX follows_person_id_idx ON follows (person_id);

CREATE TABLE reports (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    comment_id BIGINT REFERENCES comments (id),
    kind TEXT NOT NULL CONSTRAINT reports_kind_check CHECK (kind IN ('threat', 'hate', 'privacy', 'copyright', 'insulting', 'other')),
    -- 0: may be a crime, looked at before everything else; 1: in its turn.
    lane INTEGER NOT NULL CONSTRAINT reports_lane_check CHECK (lane IN (0, 1)),
    reason TEXT NOT NULL,
    reporter_id BIGINT REFERENCES people (id),
    -- Where the decision is sent, when somebody who is not signed in has said so.
    reporter_email TEXT,
    -- Language in which the reporter reads.
    reporter_locale TEXT NOT NULL,
    -- Subject and reporter as a keyed hash while it is open, so that one person counts once.
    open_key TEXT CONSTRAINT reports_open_key_key UNIQUE,
    -- The first open report about the same thing, and how many stand behind that one, itself counted.
    joined_to BIGINT REFERENCES reports (id),
    voices INTEGER NOT NULL CONSTRAINT reports_voices_check CHECK (voices >= 1),
    at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by BIGINT REFERENCES people (id),
    outcome TEXT CONSTRAINT reports_outcome_check CHECK (outcome IN ('kept', 'hidden')),
    ground TEXT,
    words TEXT,
    CONSTRAINT reports_decided_check CHECK ((decided_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT reports_open_check CHECK ((decided_at IS NULL) = (open_key IS NOT NULL))
);
CREATE INDEX reports_open_idx ON reports (decided_at, joined_to, lane, due_at, id);
CREATE INDEX reports_idea_id_idx ON reports (idea_id, id);
