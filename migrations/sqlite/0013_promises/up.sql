-- What was promised and when it was kept: a row for each day by which somebody in the town owed a step
-- of an idea. The day that was set first counts; a later one moves nothing here.
CREATE TABLE promises (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    -- The state of the idea in which the step is owed.
    step TEXT NOT NULL,
    -- Who owed it; none while moderators read.
    group_id BIGINT REFERENCES steering_groups (id),
    began_on INTEGER NOT NULL,
    promised_on INTEGER NOT NULL,
    -- Since when the clock stands still, because somebody who was asked has the ball.
    paused_on INTEGER,
    kept_on INTEGER
);
CREATE INDEX promises_idea_id_idx ON promises (idea_id, kept_on);

-- What is owed now is promised by the day that is known; earlier promises were not kept anywhere.
INSERT INTO promises (idea_id, step, group_id, began_on, promised_on)
SELECT id, state, group_id, CAST(state_since / 86400000000 AS INTEGER), due_on FROM ideas
WHERE due_on IS NOT NULL AND state IN ('screening', 'closed', 'with_group', 'proposal', 'ballot', 'accepted', 'partly_accepted', 'under_way');
INSERT INTO promises (idea_id, step, group_id, began_on, promised_on, paused_on)
SELECT ideas.id, 'with_group', ideas.group_id, CAST(inquiries.asked_at / 86400000000 AS INTEGER), inquiries.owed_on, CAST(inquiries.asked_at / 86400000000 AS INTEGER)
FROM ideas INNER JOIN inquiries ON inquiries.idea_id = ideas.id
WHERE ideas.state IN ('awaiting_answer', 'forwarded') AND inquiries.answered_at IS NULL AND inquiries.owed_on IS NOT NULL;

-- Whoever carries an idea out has asked the group for help, and nothing has happened since.
CREATE TABLE help_requests (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    need TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX help_requests_idea_id_idx ON help_requests (idea_id, ended_at);

-- What the author says of the answer and of what came of the idea. The words are for the group.
CREATE TABLE grades (
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    question TEXT NOT NULL CONSTRAINT grades_question_check CHECK (question IN ('result', 'clear', 'heard')),
    grade TEXT NOT NULL CONSTRAINT grades_grade_check CHECK (grade IN ('yes', 'partly', 'no')),
    words TEXT,
    group_id BIGINT REFERENCES steering_groups (id),
    given_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (idea_id, question)
) WITHOUT ROWID;

-- When a body outside took on what was handed on to it. Nobody has to say it of what was before.
ALTER TABLE inquiries ADD COLUMN accepted_at BIGINT;
UPDATE inquiries SET accepted_at = asked_at WHERE kind = 'forwarding';
