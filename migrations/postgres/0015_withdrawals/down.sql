DROP INDEX search_changes_withdraws_idx;
ALTER TABLE search_changes DROP COLUMN withdraws;
