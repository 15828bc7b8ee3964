DROP TABLE seat_replies;
DROP TABLE seat_report_steps;
DROP TABLE seat_report_decisions;
DROP TABLE seat_reports;
DROP TABLE seat_follows;
ALTER TABLE seats DROP COLUMN tells_after;
ALTER TABLE mail_choices DROP CONSTRAINT mail_choices_channel_check;
DELETE FROM mail_choices WHERE channel = 'seats';
ALTER TABLE mail_choices ADD CONSTRAINT mail_choices_channel_check CHECK (channel IN ('own', 'followed', 'ballots', 'comments', 'saved_searches', 'themes'));
