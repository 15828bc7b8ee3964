-- What was told of an idea is looked up when words of it are taken away.
CREATE INDEX saved_search_hits_idea_id_idx ON saved_search_hits (idea_id);
