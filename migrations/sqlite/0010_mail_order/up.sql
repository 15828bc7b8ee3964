-- What goes first, and what keeps its order. Lane 0: somebody waits for it with the page open; 1: own
-- matters and tasks; 2: news.
ALTER TABLE jobs ADD COLUMN lane INTEGER NOT NULL DEFAULT 1 CONSTRAINT jobs_lane_check CHECK (lane IN (0, 1, 2));
-- Jobs of one line are done one after the other, the oldest first: mails to one reader, news of one idea.
ALTER TABLE jobs ADD COLUMN line TEXT;
UPDATE jobs SET lane = 0 WHERE kind = 'mail_token';
DROP INDEX jobs_state_run_after_idx;
-- With the kind, so that mails are passed over quickly while no mail server can be reached.
CREATE INDEX jobs_lane_idx ON jobs (state, lane, run_after, id, kind);
CREATE INDEX jobs_line_idx ON jobs (line, id);
