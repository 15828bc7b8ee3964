DROP INDEX jobs_line_idx;
DROP INDEX jobs_lane_idx;
CREATE INDEX jobs_state_run_after_idx ON jobs (state, run_after, id);
ALTER TABLE jobs DROP COLUMN line;
ALTER TABLE jobs DROP COLUMN lane;
