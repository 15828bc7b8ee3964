-- That the author was told again while what is owed is late still: once for each thirty days after the day.
CREATE TABLE late_again (
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    state TEXT NOT NULL,
    due_on INTEGER NOT NULL,
    days INTEGER NOT NULL CONSTRAINT late_again_days_check CHECK (days > 0),
    told_on INTEGER NOT NULL,
    PRIMARY KEY (idea_id, state, due_on, days)
) WITHOUT ROWID;

-- How the author of an idea is reached who has left no e-mail.
CREATE TABLE idea_contacts (
    idea_id BIGINT NOT NULL PRIMARY KEY REFERENCES ideas (id),
    way TEXT NOT NULL CONSTRAINT idea_contacts_way_check CHECK (way IN ('phone', 'letter')),
    value TEXT NOT NULL
);

-- What such an author is told: waits for somebody who calls or writes, or is done.
CREATE TABLE calls (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    cause TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT calls_state_check CHECK (state IN ('waiting', 'sending', 'done', 'sent')),
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    -- The same in a few words, for a text message.
    brief TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    done_at BIGINT,
    -- Who called or wrote; nobody for a text message.
    done_by BIGINT REFERENCES people (id),
    CONSTRAINT calls_idea_cause_key UNIQUE (idea_id, cause),
    CONSTRAINT calls_done_check CHECK ((state IN ('done', 'sent')) = (done_at IS NOT NULL))
);
CREATE INDEX calls_state_idx ON calls (state, id);
