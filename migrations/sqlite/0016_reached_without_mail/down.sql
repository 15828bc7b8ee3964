DROP TABLE calls;
DROP TABLE idea_contacts;
DROP TABLE late_again;
