-- That the author was told again while what is owed is late still: once for each thirty days after the day.
CREATE TABLE late_again (
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    state TEXT NOT NULL,
    due_on INTEGER NOT NULL,
    days INTEGER NOT NULL CONSTRAINT late_again_days_check CHECK (days > 0),
    told_on INTEGER NOT NULL,
    PRIMARY KEY (idea_id, state, due_on, days)
);
