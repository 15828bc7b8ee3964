DROP TABLE sent_forms;
DROP TABLE search_changes;
DROP TABLE jobs;
DROP TABLE events;
DROP TABLE counters;
DROP TABLE keys;
