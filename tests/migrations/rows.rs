//! A row for every table, as the step that made the table wants it.
//!
//! A released step is never changed, and neither are its rows here: they show that what a town
//! stored with that version survives the way up.

pub(crate) const ROWS: &[(&str, &[&str])] = &[
    (
        "0001_ground",
        &[
            "INSERT INTO keys (name, value) VALUES ('fingerprint', 'x')",
            "INSERT INTO counters (name, value) VALUES ('ideas-2026', 4)",
            "INSERT INTO events (id, at, kind, by_kind, by_person, idea_id, public, data) \
             VALUES (1, 1795165200000000, 'submitted', 'person', 1, 1, FALSE, '{}')",
            "INSERT INTO jobs (id, kind, payload, state, run_after, attempts, created_at) \
             VALUES (1, 'notify', '{\"kind\":\"notify\",\"event\":1}', 'ready', 1795165200000000, 0, 1795165200000000)",
            "INSERT INTO search_changes (id, idea_id, at) VALUES (1, 1, 1795165200000000)",
            "INSERT INTO sent_forms (key_hash, result, at) VALUES ('x', '2026-0004', 1795165200000000)",
        ],
    ),
    (
        "0002_people_and_groups",
        &[
            "INSERT INTO people (id, email, email_folded, display_name, locale, role, suspended, news_wanted, example, \
             created_at) VALUES (1, 'Amina@example.org', 'amina@example.org', 'Amina', 'sv', 'resident', FALSE, TRUE, \
             FALSE, 1795165200000000)",
            "INSERT INTO people (id, email, email_folded, display_name, locale, role, suspended, news_wanted, example, \
             created_at, confirmed_at) VALUES (2, 'bo@example.org', 'bo@example.org', 'Bo', 'sv', 'moderator', FALSE, \
             TRUE, TRUE, 1795165200000000, 1795165200000000)",
            "INSERT INTO sessions (id, person_id, kind, label, created_at, expires_at) \
             VALUES (1, 1, 'browser', 'Firefox', 1795165200000000, 1797757200000000)",
            "INSERT INTO mailed_tokens (id, purpose, nonce, email, email_folded, locale, created_at, expires_at, attempts) \
             VALUES (1, 'sign_in', 'x', 'amina@example.org', 'amina@example.org', 'sv', 1795165200000000, 1795166100000000, 0)",
            "INSERT INTO steering_groups (id, version, slug, name, kind, theme, mandate, builds_on, meets, tie_rule, \
             quorum_percent, open_ideas, created_at) VALUES (1, 3, 'utbildning', 'Utbildning', 'steering', 'utbildning', \
             'm', 'b', 't', 'chair', 50, 1, 1795165200000000)",
            "INSERT INTO steering_groups (id, version, slug, name, kind, mandate, builds_on, meets, tie_rule, \
             quorum_percent, open_ideas, created_at) VALUES (2, 1, 'unga', 'Unga', 'youth_council', \
             'm', 'b', 't', 'lot', 50, 0, 1795165200000000)",
            "INSERT INTO seats (id, group_id, person_id, role, represents, starts_on) \
             VALUES (1, 1, 2, 'chair', 'Skolan', 20700)",
        ],
    ),
    (
        "0003_ideas",
        &[
            "INSERT INTO ideas (id, number, state, version, hidden, listed, author_id, author_name, title, body, \
             language, area, theme, revision, group_id, support_count, support_goal, comment_count, created_at, \
             submitted_at, published_at, closes_on, due_on, state_since, last_event_at, shuffle_key, origin) \
             VALUES (1, '2026-0001', 'under_way', 7, FALSE, TRUE, 1, 'Amina', 'Fler bänkar', 'Många är gamla.', 'sv', \
             'hela', 'utbildning', 1, 1, 1, 60, 1, 1795165200000000, 1795165200000000, 1795165200000000, 20900, 20850, \
             1795165200000000, 1795165200000000, 17, 'own')",
            "INSERT INTO ideas (id, number, state, version, hidden, listed, author_name, title, body, \
             language, area, theme, revision, group_id, support_count, support_goal, comment_count, created_at, \
             submitted_at, published_at, state_since, last_event_at, shuffle_key, origin, merged_into) \
             VALUES (2, '2026-0002', 'merged', 3, FALSE, TRUE, 'Ali', 'Bänkar', 'Vila.', 'sv', \
             'hela', 'utbildning', 1, 1, 0, 60, 0, 1795165200000000, 1795165200000000, 1795165200000000, \
             1795165200000000, 1795165200000000, 18, 'import', 1)",
            "INSERT INTO ideas (id, state, version, hidden, listed, author_name, title, body, \
             language, area, revision, support_count, support_goal, comment_count, created_at, \
             state_since, last_event_at, shuffle_key, origin) \
             VALUES (3, 'draft', 1, FALSE, FALSE, '', '', '', 'sv', 'hela', 0, 0, 60, 0, 1795165200000000, \
             1795165200000000, 1795165200000000, 19, 'own')",
            "INSERT INTO idea_milestones (idea_id, received_on, published_on, decided_on, started_on, outcome) \
             VALUES (1, 20780, 20781, 20790, 20791, 'yes')",
            "INSERT INTO idea_notes (idea_id, need, young_author) VALUES (1, 'Vila', FALSE)",
            "INSERT INTO idea_counts (state, theme, area, count) VALUES ('under_way', 'utbildning', 'hela', 1)",
            "INSERT INTO drafts (idea_id, token_hash, touched_at) VALUES (3, 'x', 1795165200000000)",
            "INSERT INTO revisions (id, idea_id, number, title, body, kind, edited_by, created_at) \
             VALUES (1, 1, 1, 'Fler bänkar', 'Många är gamla.', 'text', 1, 1795165200000000)",
            "INSERT INTO screenings (id, idea_id, moderator_id, outcome, at) \
             VALUES (1, 1, 2, 'published', 1795165200000000)",
            "INSERT INTO appeals (idea_id, reason, first_moderator, at) VALUES (1, 'Fel grund', 2, 1795165200000000)",
            "INSERT INTO handovers (id, idea_id, from_group, to_group, reason, state, offered_at) \
             VALUES (1, 1, 1, 2, 'De unga vet mer', 'declined', 1795165200000000)",
            "INSERT INTO inquiries (id, idea_id, kind, asked_name, asked_person, question, due_on, asked_at) \
             VALUES (1, 1, 'question', 'Bo', 2, 'Vem äger marken?', 20800, 1795165200000000)",
            "INSERT INTO ownerships (id, idea_id, person_id, organisation, first_step_on, state, asked_at, \
             has_accepted) VALUES (1, 1, 2, 'Park', 20800, 'accepted', 1795165200000000, TRUE)",
            "INSERT INTO decisions (id, idea_id, group_id, outcome, kind, what, reasons, ownership_id, first_step_on, \
             decided_on, decided_at, owner_accepted) \
             VALUES (1, 1, 1, 'yes', 'own', 'Bänkar', 'Bra', 1, 20800, 20790, 1795165200000000, TRUE)",
            "INSERT INTO progress_notes (id, idea_id, person_id, body, at) \
             VALUES (1, 1, 2, 'Beställda', 1795165200000000)",
            "INSERT INTO merges (idea_id, into_id, support_of_target, support_of_merged, support_shared, reason, at) \
             VALUES (2, 1, 1, 0, 0, 'Samma', 1795165200000000)",
            "INSERT INTO results (year, figures, computed_at) VALUES (2026, '{}', 1795165200000000)",
        ],
    ),
    (
        "0004_support_and_talk",
        &[
            "INSERT INTO supports (idea_id, supporter) VALUES (1, 'x')",
            "INSERT INTO comments (id, idea_id, kind, state, body, language, author_id, author_name, created_at, \
             shown_at) VALUES (1, 1, 'question', 'visible', 'När?', 'sv', 1, 'Amina', 1795165200000000, \
             1795165200000000)",
            "INSERT INTO follows (idea_id, person_id, since_on) VALUES (1, 1, 20780)",
            "INSERT INTO reports (id, idea_id, comment_id, kind, lane, reason, reporter_id, reporter_locale, open_key, \
             voices, at, due_at) VALUES (1, 1, 1, 'other', 1, 'Reklam', 1, 'sv', 'k', 1, 1795165200000000, \
             1795165200000000)",
        ],
    ),
    (
        "0005_ballots",
        &[
            "INSERT INTO ballots (id, idea_id, group_id, question, majority, tie_rule, quorum, roll_size, voted, state, \
             result, opened_at, closes_at, closed_at) VALUES (1, 1, 2, 'Ska vi?', 'two_thirds', 'lot', 1, 2, 1, \
             'closed', 'yes', 1795165200000000, 1795165200000000, 1795165200000000)",
            "INSERT INTO ballot_rolls (ballot_id, person_id, has_voted) VALUES (1, 1, TRUE)",
            "INSERT INTO ballot_counts (ballot_id, choice, count) VALUES (1, 'yes', 1)",
        ],
    ),
    (
        "0006_mail",
        &["INSERT INTO emails (id, cause, kind, person_id, recipient, locale, subject, body_text, body_html, state, \
          created_at) VALUES (1, 'event-1-1', 'received', 1, 'amina@example.org', 'sv', 'Tack', 't', 'h', 'queued', \
          1795165200000000)"],
    ),
    ("0007_list_indexes", &[]),
    (
        "0008_saved_searches",
        // The step itself puts the only row into watch_progress.
        &[
            "INSERT INTO watched_queries (id, query, query_hash, vocabulary, created_at) \
             VALUES (1, 'q=belysning', 'x', 4, 1795165200000000)",
            "INSERT INTO watched_terms (term, query_id) VALUES ('r:belys', 1)",
            "INSERT INTO saved_searches (id, person_id, query_id, saved_at, seen_until) \
             VALUES (1, 1, 1, 1795165200000000, 0)",
            "INSERT INTO saved_search_hits (id, query_id, idea_id, found_at) VALUES (1, 1, 1, 1795165200000000)",
        ],
    ),
    (
        "0009_clocks",
        &["INSERT INTO clock_steps (idea_id, state, due_on, step, taken_on) \
          VALUES (1, 'under_way', 20850, 'reminder', 20836)"],
    ),
    ("0010_mail_order", &[]),
    (
        "0011_mail_choices",
        // The step itself puts the only row into news_progress.
        &[
            "INSERT INTO mail_choices (person_id, channel, pace) VALUES (1, 'followed', 'weekly')",
            "INSERT INTO theme_follows (person_id, theme, since_on) VALUES (1, 'utbildning', 20780)",
            "INSERT INTO news (id, person_id, cause, channel, kind, idea_id, event_id, wait_until) \
             VALUES (1, 1, 'event:1', 'followed', 'news_started', 1, 1, 1795165200000000)",
            "INSERT INTO ballot_reminders (ballot_id, at) VALUES (1, 1795165200000000)",
        ],
    ),
    (
        "0012_contacts",
        &[
            "INSERT INTO contacts (id, address_hash, hint, person_id, hard, last_at, said, marked, marked_at) \
             VALUES (1, 'x', 'a…@example.org', 1, 3, 1795165200000000, '550', 'bounced', 1795165200000000)",
            "INSERT INTO returned_mails (email_id, verdict, returned_at) VALUES (1, 'hard', 1795165200000000)",
            "INSERT INTO address_changes (token_id, person_id, asked_at, old_email) \
             VALUES (1, 1, 1795165200000000, 'gammal@example.org')",
        ],
    ),
    (
        "0013_promises",
        &[
            "INSERT INTO promises (id, idea_id, step, group_id, began_on, promised_on, kept_on) \
             VALUES (1001, 1, 'with_group', 1, 20781, 20826, 20790)",
            "INSERT INTO help_requests (id, idea_id, person_id, need, asked_at) \
             VALUES (1, 1, 2, 'Någon som kan gräva', 1795165200000000)",
            "INSERT INTO grades (idea_id, question, grade, words, group_id, given_at, changed_at) \
             VALUES (1, 'heard', 'partly', 'Ni ringde aldrig.', 1, 1795165200000000, 1795165200000000)",
        ],
    ),
    ("0015_withdrawals", &[]),
    (
        "0016_reached_without_mail",
        &[
            "INSERT INTO late_again (idea_id, state, due_on, days, told_on) VALUES (1, 'under_way', 20850, 30, 20880)",
            "INSERT INTO idea_contacts (idea_id, way, value) VALUES (1, 'phone', '+46701234567')",
            "INSERT INTO calls (id, idea_id, cause, kind, state, subject, body, brief, created_at, done_at, done_by) \
             VALUES (1, 1, 'event:1', 'started', 'done', 'Arbetet har börjat', 'Nu börjar vi.', 'Nu börjar vi.', \
             1795165200000000, 1795165300000000, 2)",
        ],
    ),
    ("0017_hits_of_an_idea", &[]),
    ("0019_easy_swedish", &[]),
    ("0020_asked_reminded", &[]),
    (
        "0021_report_back",
        &[
            "INSERT INTO seat_follows (group_id, represents, person_id, since_on) VALUES (1, 'Ungdomsrådet', 1, 20780)",
            "INSERT INTO seat_reports (id, seat_id, group_id, represents, words, sent_at, sent_by) \
             VALUES (1, 1, 1, 'Ungdomsrådet', 'Det blev ett ja.', 1795165200000000, 2)",
            "INSERT INTO seat_report_decisions (seat_id, report_id, decision_id) VALUES (1, 1, 1)",
            "INSERT INTO seat_report_steps (seat_id, first_decision, step, taken_on) VALUES (1, 1, 'reminder', 20780)",
            "INSERT INTO seat_replies (id, report_id, person_id, body, written_at) \
             VALUES (1, 1, 1, 'Bra!', 1795165200000000)",
        ],
    ),
    ("0022_why_a_report_is_hidden", &[]),
    (
        "0023_reports_in_bundles",
        &["INSERT INTO news (id, person_id, cause, channel, kind, event_id, wait_until) \
           VALUES (90, 1, 'event:90', 'seats', 'report_back', 1, 1795165200000000)"],
    ),
];
