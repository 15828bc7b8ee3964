-- Why the words of a report are not shown, for whoever wrote them and for moderators.
ALTER TABLE seat_reports ADD COLUMN hidden_ground TEXT CONSTRAINT seat_reports_hidden_ground_check CHECK (hidden_ground IS NULL OR hidden_at IS NOT NULL);
ALTER TABLE seat_reports ADD COLUMN hidden_words TEXT;
