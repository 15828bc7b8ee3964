-- People who have left a contact, their sign-ins, and the groups they sit in.

CREATE TABLE people (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL CONSTRAINT people_email_folded_key UNIQUE,
    display_name TEXT NOT NULL,
    organisation TEXT,
    about TEXT,
    locale TEXT NOT NULL,
    role TEXT NOT NULL CONSTRAINT people_role_check CHECK (role IN ('resident', 'moderator', 'process', 'admin')),
    suspended BOOLEAN NOT NULL,
    -- Told to the person at the next sign-in.
    suspension_reason TEXT,
    -- Whether news about followed ideas may be mailed; own matters are always mailed.
    news_wanted BOOLEAN NOT NULL,
    example BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    -- When the person had name and contact taken away for good.
    left_at BIGINT
);
CREATE INDEX people_role_idx ON people (role, id);

CREATE TABLE sessions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CONSTRAINT sessions_kind_check CHECK (kind IN ('browser', 'api')),
    label TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX sessions_person_id_idx ON sessions (person_id);

-- Links and codes that were mailed. Both follow from the row's number and its nonce by a key that
-- is kept outside the database, so the table alone opens nothing.
CREATE TABLE mailed_tokens (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    purpose TEXT NOT NULL CONSTRAINT mailed_tokens_purpose_check CHECK (purpose IN ('sign_in', 'confirm_contact', 'support')),
    nonce TEXT NOT NULL,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    locale TEXT NOT NULL,
    idea_id BIGINT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    used_at BIGINT
);
CREATE INDEX mailed_tokens_email_idx ON mailed_tokens (email_folded, purpose, created_at);
CREATE INDEX mailed_tokens_expires_at_idx ON mailed_tokens (expires_at);

CREATE TABLE steering_groups (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    -- Counts the changes to what the group is; not what comes to its desk.
    version BIGINT NOT NULL,
    slug TEXT NOT NULL CONSTRAINT steering_groups_slug_key UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT steering_groups_kind_check CHECK (kind IN ('steering', 'youth_council', 'process')),
    theme TEXT,
    mandate TEXT NOT NULL,
    builds_on TEXT NOT NULL,
    meets TEXT NOT NULL,
    tie_rule TEXT NOT NULL CONSTRAINT steering_groups_tie_rule_check CHECK (tie_rule IN ('chair', 'lot', 'no_decision')),
    quorum_percent INTEGER NOT NULL CONSTRAINT steering_groups_quorum_percent_check CHECK (quorum_percent BETWEEN 1 AND 100),
    open_ideas BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE seats (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    group_id BIGINT NOT NULL REFERENCES steering_groups (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL CONSTRAINT seats_role_check CHECK (role IN ('chair', 'coordinator', 'secretary', 'member')),
    represents TEXT NOT NULL,
    starts_on INTEGER NOT NULL,
    ends_on INTEGER,
    CONSTRAINT seats_group_person_start_key UNIQUE (group_id, person_id, starts_on)
);
CREATE INDEX seats_person_id_idx ON seats (person_id);
