-- An idea from draft to done, with its revisions and everything that is owed about it.

CREATE TABLE ideas (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    number TEXT CONSTRAINT ideas_number_key UNIQUE,
    state TEXT NOT NULL CONSTRAINT ideas_state_check CHECK (state IN ('draft','screening','returned','refused','open','closed','with_group','awaiting_answer','forwarded','proposal','ballot','accepted','partly_accepted','declined','under_way','done','stopped','merged','withdrawn')),
    version BIGINT NOT NULL,
    hidden BOOLEAN NOT NULL,
    -- True when the idea was published, its state is public and it is not hidden; lists look only at this.
    listed BOOLEAN NOT NULL,
    author_id BIGINT REFERENCES people (id),
    author_name TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    language TEXT NOT NULL,
    area TEXT NOT NULL,
    theme TEXT,
    revision INTEGER NOT NULL,
    group_id BIGINT REFERENCES steering_groups (id),
    support_count BIGINT NOT NULL CONSTRAINT ideas_support_count_check CHECK (support_count >= 0),
    support_goal BIGINT NOT NULL,
    comment_count BIGINT NOT NULL CONSTRAINT ideas_comment_count_check CHECK (comment_count >= 0),
    created_at BIGINT NOT NULL,
    submitted_at BIGINT,
    published_at BIGINT,
    closes_on INTEGER,
    -- Day by which whoever has the ball owes the next step.
    due_on INTEGER,
    state_since BIGINT NOT NULL,
    last_event_at BIGINT NOT NULL,
    ground TEXT,
    state_reason TEXT,
    merged_into BIGINT,
    shuffle_key BIGINT NOT NULL,
    receipt_hash TEXT,
    external_id TEXT CONSTRAINT ideas_external_id_key UNIQUE,
    origin TEXT NOT NULL CONSTRAINT ideas_origin_check CHECK (origin IN ('own', 'assisted', 'dialogue', 'import')),
    CONSTRAINT ideas_listed_check CHECK (listed = (hidden = FALSE AND published_at IS NOT NULL AND state IN ('open','closed','with_group','awaiting_answer','forwarded','proposal','ballot','accepted','partly_accepted','declined','under_way','done','stopped','merged','withdrawn'))),
    CONSTRAINT ideas_number_check CHECK (state = 'draft' OR (number IS NOT NULL AND submitted_at IS NOT NULL)),
    CONSTRAINT ideas_group_check CHECK (state IN ('draft','screening','returned','refused','withdrawn') OR (group_id IS NOT NULL AND theme IS NOT NULL AND published_at IS NOT NULL)),
    CONSTRAINT ideas_open_check CHECK (state <> 'open' OR closes_on IS NOT NULL),
    CONSTRAINT ideas_due_check CHECK (state NOT IN ('screening','returned','closed','with_group','awaiting_answer','forwarded','proposal','accepted','partly_accepted','under_way') OR due_on IS NOT NULL),
    CONSTRAINT ideas_ground_check CHECK (state NOT IN ('returned','refused') OR (ground IS NOT NULL AND state_reason IS NOT NULL)),
    CONSTRAINT ideas_reason_check CHECK (state NOT IN ('withdrawn','stopped') OR state_reason IS NOT NULL),
    CONSTRAINT ideas_merged_check CHECK ((state = 'merged') = (merged_into IS NOT NULL))
);
CREATE INDEX ideas_last_event_idx ON ideas (listed, last_event_at, id);
CREATE INDEX ideas_published_idx ON ideas (listed, published_at, id);
CREATE INDEX ideas_support_idx ON ideas (listed, support_count, id);
CREATE INDEX ideas_shuffle_idx ON ideas (listed, shuffle_key, id);
CREATE INDEX ideas_state_closes_idx ON ideas (state, closes_on, id);
CREATE INDEX ideas_state_due_idx ON ideas (state, due_on, id);
CREATE INDEX ideas_state_event_idx ON ideas (state, listed, last_event_at, id);
CREATE INDEX ideas_theme_event_idx ON ideas (theme, listed, last_event_at, id);
CREATE INDEX ideas_area_event_idx ON ideas (area, listed, last_event_at, id);
CREATE INDEX ideas_group_event_idx ON ideas (group_id, listed, last_event_at, id);
CREATE INDEX ideas_group_due_idx ON ideas (group_id, state, due_on, id);
CREATE INDEX ideas_author_idx ON ideas (author_id, id);

-- When an idea reached each step first; the results page counts from here.
CREATE TABLE idea_milestones (
    idea_id BIGINT NOT NULL PRIMARY KEY REFERENCES ideas (id),
    received_on INTEGER,
    published_on INTEGER,
    with_group_on INTEGER,
    decided_on INTEGER,
    started_on INTEGER,
    done_on INTEGER,
    outcome TEXT CONSTRAINT idea_milestones_outcome_check CHECK (outcome IN ('yes', 'partly', 'no')),
    refused_ground TEXT
);
CREATE INDEX idea_milestones_received_idx ON idea_milestones (received_on);
CREATE INDEX idea_milestones_done_idx ON idea_milestones (done_on);

-- Facts that only some ideas have: where it came from, how it is protected.
CREATE TABLE idea_notes (
    idea_id BIGINT NOT NULL PRIMARY KEY REFERENCES ideas (id),
    need TEXT,
    source TEXT,
    result TEXT,
    measure TEXT,
    young_author BOOLEAN NOT NULL,
    contact_email TEXT
);

-- How many listed ideas there are of each kind; kept by every change of an idea.
CREATE TABLE idea_counts (
    state TEXT NOT NULL,
    theme TEXT NOT NULL,
    area TEXT NOT NULL,
    count BIGINT NOT NULL CONSTRAINT idea_counts_count_check CHECK (count >= 0),
    PRIMARY KEY (state, theme, area)
);

CREATE TABLE drafts (
    idea_id BIGINT NOT NULL PRIMARY KEY REFERENCES ideas (id),
    token_hash TEXT NOT NULL CONSTRAINT drafts_token_hash_key UNIQUE,
    email TEXT,
    touched_at BIGINT NOT NULL
);
CREATE INDEX drafts_touched_at_idx ON drafts (touched_at);

CREATE TABLE revisions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT revisions_kind_check CHECK (kind IN ('text', 'addition')),
    edited_by BIGINT,
    created_at BIGINT NOT NULL,
    CONSTRAINT revisions_idea_number_key UNIQUE (idea_id, number)
);

-- What moderators decided, and who: an appeal goes to somebody else.
CREATE TABLE screenings (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    moderator_id BIGINT NOT NULL REFERENCES people (id),
    outcome TEXT NOT NULL CONSTRAINT screenings_outcome_check CHECK (outcome IN ('published', 'returned', 'refused', 'hidden', 'shown')),
    ground TEXT,
    words TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX screenings_idea_id_idx ON screenings (idea_id, id);

CREATE TABLE appeals (
    idea_id BIGINT NOT NULL PRIMARY KEY REFERENCES ideas (id),
    reason TEXT NOT NULL,
    first_moderator BIGINT NOT NULL REFERENCES people (id),
    at BIGINT NOT NULL,
    decided_by BIGINT REFERENCES people (id),
    decided_at BIGINT
);

-- A hand-over to another group: waiting until the other group answers.
CREATE TABLE handovers (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    from_group BIGINT NOT NULL REFERENCES steering_groups (id),
    to_group BIGINT NOT NULL REFERENCES steering_groups (id),
    reason TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT handovers_state_check CHECK (state IN ('offered', 'accepted', 'declined')),
    offered_at BIGINT NOT NULL,
    answered_at BIGINT,
    answer_reason TEXT
);
CREATE INDEX handovers_idea_id_idx ON handovers (idea_id, id);
CREATE INDEX handovers_to_group_idx ON handovers (to_group, state);
CREATE INDEX handovers_state_idx ON handovers (state, id);

-- A question to somebody named, or a handing on to a body outside, with its date.
CREATE TABLE inquiries (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    kind TEXT NOT NULL CONSTRAINT inquiries_kind_check CHECK (kind IN ('question', 'forwarding')),
    asked_name TEXT NOT NULL,
    asked_person BIGINT REFERENCES people (id),
    question TEXT NOT NULL,
    diary_number TEXT,
    due_on INTEGER NOT NULL,
    asked_at BIGINT NOT NULL,
    answer TEXT,
    answered_at BIGINT
);
CREATE INDEX inquiries_idea_id_idx ON inquiries (idea_id, id);
CREATE INDEX inquiries_asked_person_idx ON inquiries (asked_person);

CREATE TABLE ownerships (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    organisation TEXT NOT NULL,
    first_step_on INTEGER NOT NULL,
    state TEXT NOT NULL CONSTRAINT ownerships_state_check CHECK (state IN ('asked', 'accepted', 'declined', 'replaced')),
    asked_at BIGINT NOT NULL,
    answered_at BIGINT,
    reason TEXT,
    -- Stays true when the ownership later goes to somebody else: a decision points to it.
    has_accepted BOOLEAN NOT NULL,
    CONSTRAINT ownerships_accepted_check CHECK (state <> 'accepted' OR has_accepted = TRUE),
    CONSTRAINT ownerships_idea_accepted_key UNIQUE (idea_id, id, has_accepted)
);
CREATE INDEX ownerships_idea_id_idx ON ownerships (idea_id, id);
CREATE INDEX ownerships_person_id_idx ON ownerships (person_id, state);
CREATE INDEX ownerships_state_idx ON ownerships (state, asked_at);

CREATE TABLE decisions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    group_id BIGINT NOT NULL REFERENCES steering_groups (id),
    outcome TEXT NOT NULL CONSTRAINT decisions_outcome_check CHECK (outcome IN ('yes', 'partly', 'no')),
    kind TEXT NOT NULL CONSTRAINT decisions_kind_check CHECK (kind IN ('own', 'recommendation')),
    what TEXT NOT NULL,
    reasons TEXT NOT NULL,
    would_change TEXT,
    instead TEXT,
    conditions TEXT,
    children TEXT,
    dissent TEXT,
    -- A yes has an owner of the same idea who has accepted: the three columns point to that row.
    ownership_id BIGINT,
    owner_accepted BOOLEAN NOT NULL,
    first_step_on INTEGER,
    ballot_id BIGINT,
    decided_on INTEGER NOT NULL,
    decided_at BIGINT NOT NULL,
    CONSTRAINT decisions_owner_check CHECK (outcome = 'no' OR (ownership_id IS NOT NULL AND first_step_on IS NOT NULL AND owner_accepted = TRUE)),
    CONSTRAINT decisions_no_check CHECK (outcome <> 'no' OR (would_change IS NOT NULL AND instead IS NOT NULL)),
    CONSTRAINT decisions_partly_check CHECK (outcome <> 'partly' OR conditions IS NOT NULL),
    CONSTRAINT decisions_ownership_fkey FOREIGN KEY (idea_id, ownership_id, owner_accepted) REFERENCES ownerships (idea_id, id, has_accepted)
);
CREATE INDEX decisions_idea_id_idx ON decisions (idea_id, id);
CREATE INDEX decisions_group_id_idx ON decisions (group_id, id);

CREATE TABLE progress_notes (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    idea_id BIGINT NOT NULL REFERENCES ideas (id),
    person_id BIGINT REFERENCES people (id),
    body TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX progress_notes_idea_id_idx ON progress_notes (idea_id, id);

CREATE TABLE merges (
    idea_id BIGINT NOT NULL PRIMARY KEY REFERENCES ideas (id),
    into_id BIGINT NOT NULL REFERENCES ideas (id),
    support_of_target BIGINT NOT NULL,
    support_of_merged BIGINT NOT NULL,
    support_shared BIGINT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX merges_into_id_idx ON merges (into_id);

CREATE TABLE results (
    year INTEGER NOT NULL PRIMARY KEY,
    figures TEXT NOT NULL,
    computed_at BIGINT NOT NULL
);
