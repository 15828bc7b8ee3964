DROP TABLE ballot_reminders;
DROP TABLE news_progress;
DROP TABLE news;
DROP TABLE theme_follows;
ALTER TABLE people ADD COLUMN news_wanted BOOLEAN NOT NULL DEFAULT TRUE;
UPDATE people SET news_wanted = FALSE WHERE left_at IS NOT NULL OR EXISTS (SELECT 1 FROM mail_choices WHERE mail_choices.person_id = people.id AND mail_choices.channel = 'followed' AND mail_choices.pace = 'never');
DROP TABLE mail_choices;
