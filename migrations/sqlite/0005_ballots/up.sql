-- Secret ballots. Who has voted and what was voted stand in two tables with no key in common
-- but the ballot, and a vote is one more in a count: there is no row per vote, no order and no
-- time by which the two could be joined (docs/adr/0005-secret-ballots.md).

CREATE TABLE ballots (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    group_id BIGINT NOT NULL REFERENCES steering_groups (id),
    question TEXT NOT NULL,
    majority TEXT NOT NULL CONSTRAINT ballots_majority_check CHECK (majority IN ('simple', 'two_thirds')),
    tie_rule TEXT NOT NULL CONSTRAINT ballots_tie_rule_check CHECK (tie_rule IN ('chair', 'lot', 'no_decision')),
    quorum INTEGER NOT NULL,
    roll_size INTEGER NOT NULL,
    voted INTEGER NOT NULL,
    state TEXT NOT NULL CONSTRAINT ballots_state_check CHECK (state IN ('open', 'closed')),
    result TEXT CONSTRAINT ballots_result_check CHECK (result IN ('yes', 'no', 'tie', 'no_quorum', 'cancelled')),
    lot_seed TEXT,
    opened_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    closed_at BIGINT,
    CONSTRAINT ballots_result_when_closed_check CHECK ((state = 'closed') = (result IS NOT NULL)),
    CONSTRAINT ballots_voted_check CHECK (voted >= 0 AND voted <= roll_size)
);
CREATE INDEX ballots_idea_id_idx ON ballots (idea_id, id);
CREATE INDEX ballots_state_idx ON ballots (state, closes_at);
CREATE INDEX ballots_group_id_idx ON ballots (group_id, id);

CREATE TABLE ballot_rolls (
    ballot_id BIGINT NOT NULL REFERENCES ballots (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    has_voted BOOLEAN NOT NULL,
    PRIMARY KEY (ballot_id, person_id)
);
CREATE INDEX ballot_rolls_person_id_idx ON ballot_rolls (person_id);

CREATE TABLE ballot_counts (
    ballot_id BIGINT NOT NULL REFERENCES ballots (id),
    choice TEXT NOT NULL CONSTRAINT ballot_counts_choice_check CHECK (choice IN ('yes', 'no', 'abstain')),
    count BIGINT NOT NULL CONSTRAINT ballot_counts_count_check CHECK (count >= 0),
    PRIMARY KEY (ballot_id, choice)
);
