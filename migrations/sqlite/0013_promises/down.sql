ALTER TABLE inquiries DROP COLUMN accepted_at;
DROP TABLE grades;
DROP TABLE help_requests;
DROP TABLE promises;
