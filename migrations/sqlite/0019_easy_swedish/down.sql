ALTER TABLE people DROP COLUMN simple_swedish;
