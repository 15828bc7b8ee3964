-- Rule R-1: whoever sits in a group tells those whom he or she speaks for what was decided.

-- The last decision of the group that was there before the seat: of later ones its holder tells.
ALTER TABLE seats ADD COLUMN tells_after BIGINT NOT NULL DEFAULT 0;
UPDATE seats SET tells_after = (SELECT COALESCE(MAX(decisions.id), 0) FROM decisions WHERE decisions.group_id = seats.group_id);

-- Who wants to hear from whoever speaks for these: the followers stay when the person changes.
CREATE TABLE seat_follows (
    group_id BIGINT NOT NULL REFERENCES steering_groups (id),
    represents TEXT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id),
    since_on INTEGER NOT NULL,
    PRIMARY KEY (group_id, represents, person_id)
) WITHOUT ROWID;
CREATE INDEX seat_follows_person_id_idx ON seat_follows (person_id);

-- What was told.
CREATE TABLE seat_reports (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    seat_id BIGINT NOT NULL REFERENCES seats (id),
    group_id BIGINT NOT NULL REFERENCES steering_groups (id),
    represents TEXT NOT NULL,
    words TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    sent_by BIGINT NOT NULL REFERENCES people (id),
    hidden_at BIGINT
);
CREATE INDEX seat_reports_seat_id_idx ON seat_reports (seat_id, id);
CREATE INDEX seat_reports_group_id_idx ON seat_reports (group_id, id);

-- A seat tells of each decision once, so nothing is sent twice.
CREATE TABLE seat_report_decisions (
    seat_id BIGINT NOT NULL REFERENCES seats (id),
    report_id BIGINT NOT NULL REFERENCES seat_reports (id),
    decision_id BIGINT NOT NULL REFERENCES decisions (id),
    PRIMARY KEY (seat_id, decision_id)
) WITHOUT ROWID;

CREATE INDEX seat_report_decisions_report_id_idx ON seat_report_decisions (report_id);

-- That somebody was told of the day by which a report is owed: each step once.
CREATE TABLE seat_report_steps (
    seat_id BIGINT NOT NULL REFERENCES seats (id),
    first_decision BIGINT NOT NULL,
    step TEXT NOT NULL CONSTRAINT seat_report_steps_step_check CHECK (step IN ('reminder', 'late')),
    taken_on INTEGER NOT NULL,
    PRIMARY KEY (seat_id, first_decision, step)
) WITHOUT ROWID;

-- What readers answer, for whoever speaks for them and those who lead the group.
CREATE TABLE seat_replies (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    report_id BIGINT NOT NULL REFERENCES seat_reports (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    body TEXT NOT NULL,
    written_at BIGINT NOT NULL
);
CREATE INDEX seat_replies_report_id_idx ON seat_replies (report_id, id);
CREATE INDEX seat_replies_person_id_idx ON seat_replies (person_id);

-- The new channel can be chosen. SQLite changes no check, so the table is made anew.
CREATE TABLE mail_choices_with_seats (
    person_id BIGINT NOT NULL REFERENCES people (id),
    channel TEXT NOT NULL CONSTRAINT mail_choices_channel_check CHECK (channel IN ('own', 'followed', 'ballots', 'comments', 'saved_searches', 'themes', 'seats')),
    pace TEXT NOT NULL CONSTRAINT mail_choices_pace_check CHECK (pace IN ('at_once', 'daily', 'weekly', 'never')),
    PRIMARY KEY (person_id, channel)
) WITHOUT ROWID;
INSERT INTO mail_choices_with_seats (person_id, channel, pace) SELECT person_id, channel, pace FROM mail_choices;
DROP TABLE mail_choices;
ALTER TABLE mail_choices_with_seats RENAME TO mail_choices;
