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
    reason TEXT NOT NULL,
    reporter_id BIGINT REFERENCES people (id),
    at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by BIGINT REFERENCES people (id),
    outcome TEXT CONSTRAINT reports_outcome_check CHECK (outcome IN ('kept', 'hidden'))
);
CREATE INDEX reports_decided_at_idx ON reports (decided_at, at);
