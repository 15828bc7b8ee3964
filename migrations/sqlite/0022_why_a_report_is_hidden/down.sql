ALTER TABLE seat_reports DROP COLUMN hidden_words;
ALTER TABLE seat_reports DROP COLUMN hidden_ground;
