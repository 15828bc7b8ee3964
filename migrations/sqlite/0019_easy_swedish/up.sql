-- Whether a person wants mails in easy Swedish.
ALTER TABLE people ADD COLUMN simple_swedish BOOLEAN NOT NULL DEFAULT FALSE;
