ALTER TABLE seat_replies DROP COLUMN removed_by;
ALTER TABLE seat_replies DROP COLUMN removed_at;
CREATE TABLE news_kept AS SELECT id, person_id, cause, channel, kind, idea_id, event_id, theme, week_ends_on, wait_until, email_id, sent_on, place FROM news WHERE channel <> 'seats' AND (idea_id IS NOT NULL OR theme IS NOT NULL);
DROP TABLE news;
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
INSERT INTO news (id, person_id, cause, channel, kind, idea_id, event_id, theme, week_ends_on, wait_until, email_id, sent_on, place) SELECT id, person_id, cause, channel, kind, idea_id, event_id, theme, week_ends_on, wait_until, email_id, sent_on, place FROM news_kept;
-- The numbers go on behind the last.
UPDATE sqlite_sequence SET seq = (SELECT COALESCE(MAX(id), 0) FROM news) WHERE name = 'news';
DROP TABLE news_kept;
CREATE INDEX news_waiting_idx ON news (email_id, person_id, wait_until);
