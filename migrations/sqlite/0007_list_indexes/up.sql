-- Lists by two or three of theme, area and state: what the index itself holds needs no look at the idea.
DROP INDEX ideas_theme_event_idx;
CREATE INDEX ideas_theme_event_idx ON ideas (theme, listed, last_event_at, id, state, area);
DROP INDEX ideas_area_event_idx;
CREATE INDEX ideas_area_event_idx ON ideas (area, listed, last_event_at, id, state, theme);
DROP INDEX ideas_state_event_idx;
CREATE INDEX ideas_state_event_idx ON ideas (state, listed, last_event_at, id, theme, area);
