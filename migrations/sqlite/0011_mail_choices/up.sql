-- How soon somebody is told of what. No row: the default of the channel.
CREATE TABLE mail_choices (
    person_id BIGINT NOT NULL REFERENCES people (id),
    channel TEXT NOT NULL CONSTRAINT mail_choices_channel_check CHECK (channel IN ('own', 'followed', 'ballots', 'comments', 'saved_searches', 'themes')),
    pace TEXT NOT NULL CONSTRAINT mail_choices_pace_check CHECK (pace IN ('at_once', 'daily', 'weekly', 'never')),
    PRIMARY KEY (person_id, channel)
) WITHOUT ROWID;

-- Whoever wanted no news wants none of these either.
INSERT INTO mail_choices (person_id, channel, pace) SELECT id, 'followed', 'never' FROM people WHERE news_wanted = FALSE AND left_at IS NULL;
INSERT INTO mail_choices (person_id, channel, pace) SELECT id, 'saved_searches', 'never' FROM people WHERE news_wanted = FALSE AND left_at IS NULL;
INSERT INTO mail_choices (person_id, channel, pace) SELECT id, 'themes', 'never' FROM people WHERE news_wanted = FALSE AND left_at IS NULL;
ALTER TABLE people DROP COLUMN news_wanted;

CREATE TABLE theme_follows (
    person_id BIGINT NOT NULL REFERENCES people (id),
    theme TEXT NOT NULL,
    since_on INTEGER NOT NULL,
    PRIMARY KEY (person_id, theme)
) WITHOUT ROWID;

-- What somebody is told, once: the row decides whether it went at once or waits for a bundle. Each is
-- about an event of an idea, an idea that fits a saved search, or a week of a theme.
CREATE TABLE news (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people (id),
    cause TEXT NOT NULL,
    channel TEXT NOT NULL CONSTRAINT news_channel_check CHECK (channel IN ('own', 'followed', 'ballots', 'comments', 'saved_searches', 'themes')),
    kind TEXT NOT NULL,
    idea_id BIGINT REFERENCES ideas (id),
    event_id BIGINT,
    theme TEXT,
    week_ends_on INTEGER,
    -- Not in a bundle before; none for what went at once.
    wait_until BIGINT,
    -- The mail in which it went.
    email_id BIGINT REFERENCES emails (id) ON DELETE CASCADE,
    -- Of the mails that went at once on a day, the first three take these places.
    sent_on INTEGER,
    place INTEGER CONSTRAINT news_place_check CHECK (place BETWEEN 1 AND 3),
    CONSTRAINT news_person_cause_key UNIQUE (person_id, cause),
    CONSTRAINT news_place_key UNIQUE (person_id, sent_on, place),
    CONSTRAINT news_about_check CHECK ((idea_id IS NULL) = (theme IS NOT NULL) AND (theme IS NULL) = (week_ends_on IS NULL)),
    CONSTRAINT news_way_check CHECK (email_id IS NOT NULL OR wait_until IS NOT NULL),
    CONSTRAINT news_sent_on_check CHECK ((place IS NULL) = (sent_on IS NULL))
);
CREATE INDEX news_waiting_idx ON news (email_id, person_id, wait_until);

-- One row: whoever decides what is told takes it first, so that two never decide at once. Up to which hit
-- of saved searches, and to which week of themes, it has been told.
CREATE TABLE news_progress (
    id BIGINT NOT NULL PRIMARY KEY CONSTRAINT news_progress_id_check CHECK (id = 1),
    hits_until BIGINT NOT NULL,
    week_ended_on INTEGER NOT NULL
);
INSERT INTO news_progress (id, hits_until, week_ended_on) SELECT 1, COALESCE(MAX(id), 0), 0 FROM saved_search_hits;

-- Ballots whose voters have been reminded of the close.
CREATE TABLE ballot_reminders (
    ballot_id BIGINT NOT NULL PRIMARY KEY REFERENCES ballots (id),
    at BIGINT NOT NULL
);
