DROP TABLE seat_replies;
DROP TABLE seat_report_steps;
DROP TABLE seat_report_decisions;
DROP TABLE seat_reports;
DROP TABLE seat_follows;
ALTER TABLE seats DROP COLUMN tells_after;
CREATE TABLE mail_choices_without_seats (
    person_id BIGINT NOT NULL REFERENCES people (id),
    channel TEXT NOT NULL CONSTRAINT mail_choices_channel_check CHECK (channel IN ('own', 'followed', 'ballots', 'comments', 'saved_searches', 'themes')),
    pace TEXT NOT NULL CONSTRAINT mail_choices_pace_check CHECK (pace IN ('at_once', 'daily', 'weekly', 'never')),
    PRIMARY KEY (person_id, channel)
);
INSERT INTO mail_choices_without_seats (person_id, channel, pace) SELECT person_id, channel, pace FROM mail_choices WHERE channel <> 'seats';
DROP TABLE mail_choices;
ALTER TABLE mail_choices_without_seats RENAME TO mail_choices;
