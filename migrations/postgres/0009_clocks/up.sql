-- Steps about a day by which somebody owes something, each taken once: reminders before it, and what
-- follows when it has passed. The day and the state are those that the idea had then.

CREATE TABLE clock_steps (
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    state TEXT NOT NULL,
    due_on INTEGER NOT NULL,
    step TEXT NOT NULL CONSTRAINT clock_steps_step_check CHECK (step IN ('reminder', 'day', 'late', 'chair', 'process')),
    taken_on INTEGER NOT NULL,
    PRIMARY KEY (idea_id, state, due_on, step)
);

-- Late means one thing. After a yes the first step that was promised is what is owed, and after a
-- ballot is counted somebody has to write down what follows (14 days, as the setting is at first).
UPDATE ideas SET due_on = (SELECT MAX(decisions.first_step_on) FROM decisions WHERE decisions.idea_id = ideas.id AND decisions.id = (SELECT MAX(newest.id) FROM decisions newest WHERE newest.idea_id = ideas.id))
WHERE state IN ('accepted', 'partly_accepted') AND EXISTS (SELECT 1 FROM decisions WHERE decisions.idea_id = ideas.id AND decisions.first_step_on IS NOT NULL AND decisions.id = (SELECT MAX(newest.id) FROM decisions newest WHERE newest.idea_id = ideas.id));
UPDATE ideas SET due_on = (SELECT CAST(MAX(ballots.closes_at) / 86400000000 AS INTEGER) + 14 FROM ballots WHERE ballots.idea_id = ideas.id)
WHERE state = 'ballot' AND NOT EXISTS (SELECT 1 FROM ballots WHERE ballots.idea_id = ideas.id AND ballots.state = 'open');

-- The day by which the group owed its own answer when it asked: its clock stands still meanwhile.
ALTER TABLE inquiries ADD COLUMN owed_on INTEGER;
