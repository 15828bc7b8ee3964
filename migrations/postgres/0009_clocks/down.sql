ALTER TABLE inquiries DROP COLUMN owed_on;
DROP TABLE clock_steps;
