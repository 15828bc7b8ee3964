-- Searches that residents have saved. A question that many have saved stands here once: it is
-- asked once of what changes, and what it finds belongs to it and not to a person.

CREATE TABLE watched_queries (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    -- As in the address of a list: `q=belysning&theme=trygghet`.
    query TEXT NOT NULL,
    query_hash TEXT NOT NULL CONSTRAINT watched_queries_query_hash_key UNIQUE,
    -- Version of the words of the index in which the terms below were written.
    vocabulary INTEGER NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX watched_queries_vocabulary_idx ON watched_queries (vocabulary, id);

-- Of these a text must hold one before the question is asked of it at all.
CREATE TABLE watched_terms (
    term TEXT NOT NULL,
    query_id BIGINT NOT NULL REFERENCES watched_queries (id) ON DELETE CASCADE,
    PRIMARY KEY (term, query_id)
) WITHOUT ROWID;
CREATE INDEX watched_terms_query_id_idx ON watched_terms (query_id);

CREATE TABLE saved_searches (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people (id),
    query_id BIGINT NOT NULL REFERENCES watched_queries (id),
    saved_at BIGINT NOT NULL,
    -- The last hit that the person has marked as seen, or that was there before he or she came.
    seen_until BIGINT NOT NULL,
    CONSTRAINT saved_searches_person_query_key UNIQUE (person_id, query_id)
);
CREATE INDEX saved_searches_query_id_idx ON saved_searches (query_id);

CREATE TABLE saved_search_hits (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    query_id BIGINT NOT NULL REFERENCES watched_queries (id) ON DELETE CASCADE,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    -- When the idea changed so that it fits; none when it did so before the question was saved.
    found_at BIGINT,
    CONSTRAINT saved_search_hits_query_idea_key UNIQUE (query_id, idea_id)
);
CREATE INDEX saved_search_hits_query_id_idx ON saved_search_hits (query_id, id);

-- How far the changes have been looked at, and which numbers before that were not there yet.
CREATE TABLE watch_progress (
    id BIGINT NOT NULL PRIMARY KEY CONSTRAINT watch_progress_id_check CHECK (id = 1),
    position BIGINT NOT NULL,
    missing TEXT NOT NULL
);
INSERT INTO watch_progress (id, position, missing) SELECT 1, COALESCE(MAX(id), 0), '' FROM search_changes;
