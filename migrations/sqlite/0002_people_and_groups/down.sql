DROP TABLE seats;
DROP TABLE steering_groups;
DROP TABLE mailed_tokens;
DROP TABLE sessions;
DROP TABLE people;
