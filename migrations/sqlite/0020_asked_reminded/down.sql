ALTER TABLE inquiries DROP COLUMN reminded_at;
ALTER TABLE ownerships DROP COLUMN reminded_at;
