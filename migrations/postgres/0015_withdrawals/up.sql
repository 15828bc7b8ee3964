-- Which changes take words away that everyone could read: no search answers before it has seen them.
ALTER TABLE search_changes ADD COLUMN withdraws BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX search_changes_withdraws_idx ON search_changes (id) WHERE withdraws;
