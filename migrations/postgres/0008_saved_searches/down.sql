DROP TABLE watch_progress;
DROP TABLE saved_search_hits;
DROP TABLE saved_searches;
DROP TABLE watched_terms;
DROP TABLE watched_queries;
