DROP INDEX ideas_theme_event_idx;
CREATE INDEX ideas_theme_event_idx ON ideas (theme, listed, last_event_at, id);
DROP INDEX ideas_area_event_idx;
CREATE INDEX ideas_area_event_idx ON ideas (area, listed, last_event_at, id);
DROP INDEX ideas_state_event_idx;
CREATE INDEX ideas_state_event_idx ON ideas (state, listed, last_event_at, id);
