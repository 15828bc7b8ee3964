//! The tables, as both migration trees make them (`tests/migrations.rs` compares all three).
//! Portable types only: moments are `BigInt`, days `Integer`, words `Text`.
#![allow(missing_docs, reason = "the migrations describe tables and columns")]

diesel::table! {
    keys (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    counters (name) {
        name -> Text,
        value -> BigInt,
    }
}

diesel::table! {
    events (id) {
        id -> BigInt,
        at -> BigInt,
        kind -> Text,
        by_kind -> Text,
        by_person -> Nullable<BigInt>,
        idea_id -> Nullable<BigInt>,
        group_id -> Nullable<BigInt>,
        public -> Bool,
        data -> Text,
    }
}

diesel::table! {
    jobs (id) {
        id -> BigInt,
        kind -> Text,
        payload -> Text,
        state -> Text,
        run_after -> BigInt,
        attempts -> Integer,
        lease_until -> Nullable<BigInt>,
        last_error -> Nullable<Text>,
        created_at -> BigInt,
        lane -> Integer,
        line -> Nullable<Text>,
    }
}

diesel::table! {
    search_changes (id) {
        id -> BigInt,
        idea_id -> BigInt,
        at -> BigInt,
        withdraws -> Bool,
    }
}

diesel::table! {
    sent_forms (key_hash) {
        key_hash -> Text,
        result -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    people (id) {
        id -> BigInt,
        email -> Text,
        email_folded -> Text,
        display_name -> Text,
        organisation -> Nullable<Text>,
        about -> Nullable<Text>,
        locale -> Text,
        role -> Text,
        suspended -> Bool,
        suspension_reason -> Nullable<Text>,
        example -> Bool,
        created_at -> BigInt,
        confirmed_at -> Nullable<BigInt>,
        left_at -> Nullable<BigInt>,
        simple_swedish -> Bool,
    }
}

diesel::table! {
    sessions (id) {
        id -> BigInt,
        person_id -> BigInt,
        kind -> Text,
        label -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    mailed_tokens (id) {
        id -> BigInt,
        purpose -> Text,
        nonce -> Text,
        email -> Text,
        email_folded -> Text,
        locale -> Text,
        idea_id -> Nullable<BigInt>,
        created_at -> BigInt,
        expires_at -> BigInt,
        attempts -> Integer,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    steering_groups (id) {
        id -> BigInt,
        version -> BigInt,
        slug -> Text,
        name -> Text,
        kind -> Text,
        theme -> Nullable<Text>,
        mandate -> Text,
        builds_on -> Text,
        meets -> Text,
        tie_rule -> Text,
        quorum_percent -> Integer,
        open_ideas -> BigInt,
        created_at -> BigInt,
    }
}

diesel::table! {
    seats (id) {
        id -> BigInt,
        group_id -> BigInt,
        person_id -> BigInt,
        role -> Text,
        represents -> Text,
        starts_on -> Integer,
        ends_on -> Nullable<Integer>,
        tells_after -> BigInt,
    }
}

diesel::table! {
    seat_follows (group_id, represents, person_id) {
        group_id -> BigInt,
        represents -> Text,
        person_id -> BigInt,
        since_on -> Integer,
    }
}

diesel::table! {
    seat_reports (id) {
        id -> BigInt,
        seat_id -> BigInt,
        group_id -> BigInt,
        represents -> Text,
        words -> Text,
        sent_at -> BigInt,
        sent_by -> BigInt,
        hidden_at -> Nullable<BigInt>,
        hidden_ground -> Nullable<Text>,
        hidden_words -> Nullable<Text>,
    }
}

diesel::table! {
    seat_report_decisions (seat_id, decision_id) {
        seat_id -> BigInt,
        report_id -> BigInt,
        decision_id -> BigInt,
    }
}

diesel::table! {
    seat_report_steps (seat_id, first_decision, step) {
        seat_id -> BigInt,
        first_decision -> BigInt,
        step -> Text,
        taken_on -> Integer,
    }
}

diesel::table! {
    seat_replies (id) {
        id -> BigInt,
        report_id -> BigInt,
        person_id -> BigInt,
        body -> Text,
        written_at -> BigInt,
        removed_at -> Nullable<BigInt>,
        removed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    ideas (id) {
        id -> BigInt,
        number -> Nullable<Text>,
        state -> Text,
        version -> BigInt,
        hidden -> Bool,
        listed -> Bool,
        author_id -> Nullable<BigInt>,
        author_name -> Text,
        title -> Text,
        body -> Text,
        language -> Text,
        area -> Text,
        theme -> Nullable<Text>,
        revision -> Integer,
        group_id -> Nullable<BigInt>,
        support_count -> BigInt,
        support_goal -> BigInt,
        comment_count -> BigInt,
        created_at -> BigInt,
        submitted_at -> Nullable<BigInt>,
        published_at -> Nullable<BigInt>,
        closes_on -> Nullable<Integer>,
        due_on -> Nullable<Integer>,
        state_since -> BigInt,
        last_event_at -> BigInt,
        ground -> Nullable<Text>,
        state_reason -> Nullable<Text>,
        merged_into -> Nullable<BigInt>,
        shuffle_key -> BigInt,
        receipt_hash -> Nullable<Text>,
        external_id -> Nullable<Text>,
        origin -> Text,
    }
}

diesel::table! {
    idea_milestones (idea_id) {
        idea_id -> BigInt,
        received_on -> Nullable<Integer>,
        published_on -> Nullable<Integer>,
        with_group_on -> Nullable<Integer>,
        decided_on -> Nullable<Integer>,
        started_on -> Nullable<Integer>,
        done_on -> Nullable<Integer>,
        outcome -> Nullable<Text>,
        refused_ground -> Nullable<Text>,
    }
}

diesel::table! {
    idea_notes (idea_id) {
        idea_id -> BigInt,
        need -> Nullable<Text>,
        source -> Nullable<Text>,
        result -> Nullable<Text>,
        measure -> Nullable<Text>,
        young_author -> Bool,
        contact_email -> Nullable<Text>,
    }
}

diesel::table! {
    idea_counts (state, theme, area) {
        state -> Text,
        theme -> Text,
        area -> Text,
        count -> BigInt,
    }
}

diesel::table! {
    drafts (idea_id) {
        idea_id -> BigInt,
        token_hash -> Text,
        email -> Nullable<Text>,
        touched_at -> BigInt,
    }
}

diesel::table! {
    revisions (id) {
        id -> BigInt,
        idea_id -> BigInt,
        number -> Integer,
        title -> Text,
        body -> Text,
        kind -> Text,
        edited_by -> Nullable<BigInt>,
        created_at -> BigInt,
    }
}

diesel::table! {
    screenings (id) {
        id -> BigInt,
        idea_id -> BigInt,
        moderator_id -> BigInt,
        outcome -> Text,
        ground -> Nullable<Text>,
        words -> Nullable<Text>,
        at -> BigInt,
    }
}

diesel::table! {
    appeals (idea_id) {
        idea_id -> BigInt,
        reason -> Text,
        first_moderator -> BigInt,
        at -> BigInt,
        decided_by -> Nullable<BigInt>,
        decided_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    handovers (id) {
        id -> BigInt,
        idea_id -> BigInt,
        from_group -> BigInt,
        to_group -> BigInt,
        reason -> Text,
        state -> Text,
        offered_at -> BigInt,
        answered_at -> Nullable<BigInt>,
        answer_reason -> Nullable<Text>,
    }
}

diesel::table! {
    inquiries (id) {
        id -> BigInt,
        idea_id -> BigInt,
        kind -> Text,
        asked_name -> Text,
        asked_person -> Nullable<BigInt>,
        question -> Text,
        diary_number -> Nullable<Text>,
        due_on -> Integer,
        asked_at -> BigInt,
        answer -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
        owed_on -> Nullable<Integer>,
        accepted_at -> Nullable<BigInt>,
        reminded_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    ownerships (id) {
        id -> BigInt,
        idea_id -> BigInt,
        person_id -> BigInt,
        organisation -> Text,
        first_step_on -> Integer,
        state -> Text,
        asked_at -> BigInt,
        answered_at -> Nullable<BigInt>,
        reason -> Nullable<Text>,
        has_accepted -> Bool,
        reminded_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    decisions (id) {
        id -> BigInt,
        idea_id -> BigInt,
        group_id -> BigInt,
        outcome -> Text,
        kind -> Text,
        what -> Text,
        reasons -> Text,
        would_change -> Nullable<Text>,
        instead -> Nullable<Text>,
        conditions -> Nullable<Text>,
        children -> Nullable<Text>,
        dissent -> Nullable<Text>,
        ownership_id -> Nullable<BigInt>,
        owner_accepted -> Bool,
        first_step_on -> Nullable<Integer>,
        ballot_id -> Nullable<BigInt>,
        decided_on -> Integer,
        decided_at -> BigInt,
    }
}

diesel::table! {
    progress_notes (id) {
        id -> BigInt,
        idea_id -> BigInt,
        person_id -> Nullable<BigInt>,
        body -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    merges (idea_id) {
        idea_id -> BigInt,
        into_id -> BigInt,
        support_of_target -> BigInt,
        support_of_merged -> BigInt,
        support_shared -> BigInt,
        reason -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    results (year) {
        year -> Integer,
        figures -> Text,
        computed_at -> BigInt,
    }
}

diesel::table! {
    supports (idea_id, supporter) {
        idea_id -> BigInt,
        supporter -> Text,
    }
}

diesel::table! {
    comments (id) {
        id -> BigInt,
        idea_id -> BigInt,
        kind -> Text,
        state -> Text,
        body -> Text,
        language -> Text,
        author_id -> BigInt,
        author_name -> Text,
        ground -> Nullable<Text>,
        reason -> Nullable<Text>,
        created_at -> BigInt,
        shown_at -> Nullable<BigInt>,
        answer -> Nullable<Text>,
        answered_by -> Nullable<BigInt>,
        answered_for -> Nullable<Text>,
        answered_role -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    follows (idea_id, person_id) {
        idea_id -> BigInt,
        person_id -> BigInt,
        since_on -> Integer,
    }
}

diesel::table! {
    reports (id) {
        id -> BigInt,
        idea_id -> BigInt,
        comment_id -> Nullable<BigInt>,
        kind -> Text,
        lane -> Integer,
        reason -> Text,
        reporter_id -> Nullable<BigInt>,
        reporter_email -> Nullable<Text>,
        reporter_locale -> Text,
        open_key -> Nullable<Text>,
        joined_to -> Nullable<BigInt>,
        voices -> Integer,
        at -> BigInt,
        due_at -> BigInt,
        decided_at -> Nullable<BigInt>,
        decided_by -> Nullable<BigInt>,
        outcome -> Nullable<Text>,
        ground -> Nullable<Text>,
        words -> Nullable<Text>,
    }
}

diesel::table! {
    ballots (id) {
        id -> BigInt,
        idea_id -> BigInt,
        group_id -> BigInt,
        question -> Text,
        majority -> Text,
        tie_rule -> Text,
        quorum -> Integer,
        roll_size -> Integer,
        voted -> Integer,
        state -> Text,
        result -> Nullable<Text>,
        lot_seed -> Nullable<Text>,
        opened_at -> BigInt,
        closes_at -> BigInt,
        closed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    ballot_rolls (ballot_id, person_id) {
        ballot_id -> BigInt,
        person_id -> BigInt,
        has_voted -> Bool,
    }
}

diesel::table! {
    ballot_counts (ballot_id, choice) {
        ballot_id -> BigInt,
        choice -> Text,
        count -> BigInt,
    }
}

diesel::table! {
    emails (id) {
        id -> BigInt,
        cause -> Text,
        kind -> Text,
        person_id -> Nullable<BigInt>,
        recipient -> Text,
        locale -> Text,
        subject -> Text,
        body_text -> Text,
        body_html -> Text,
        thread -> Nullable<Text>,
        unsubscribe -> Nullable<Text>,
        state -> Text,
        created_at -> BigInt,
        sent_at -> Nullable<BigInt>,
        server_said -> Nullable<Text>,
    }
}

diesel::table! {
    watched_queries (id) {
        id -> BigInt,
        query -> Text,
        query_hash -> Text,
        vocabulary -> Integer,
        created_at -> BigInt,
    }
}

diesel::table! {
    watched_terms (term, query_id) {
        term -> Text,
        query_id -> BigInt,
    }
}

diesel::table! {
    saved_searches (id) {
        id -> BigInt,
        person_id -> BigInt,
        query_id -> BigInt,
        saved_at -> BigInt,
        seen_until -> BigInt,
    }
}

diesel::table! {
    saved_search_hits (id) {
        id -> BigInt,
        query_id -> BigInt,
        idea_id -> BigInt,
        found_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    watch_progress (id) {
        id -> BigInt,
        position -> BigInt,
        missing -> Text,
    }
}

diesel::table! {
    clock_steps (idea_id, state, due_on, step) {
        idea_id -> BigInt,
        state -> Text,
        due_on -> Integer,
        step -> Text,
        taken_on -> Integer,
    }
}

diesel::table! {
    late_again (idea_id, state, due_on, days) {
        idea_id -> BigInt,
        state -> Text,
        due_on -> Integer,
        days -> Integer,
        told_on -> Integer,
    }
}

diesel::table! {
    idea_contacts (idea_id) {
        idea_id -> BigInt,
        way -> Text,
        value -> Text,
    }
}

diesel::table! {
    calls (id) {
        id -> BigInt,
        idea_id -> BigInt,
        cause -> Text,
        kind -> Text,
        state -> Text,
        subject -> Text,
        body -> Text,
        brief -> Text,
        created_at -> BigInt,
        done_at -> Nullable<BigInt>,
        done_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    mail_choices (person_id, channel) {
        person_id -> BigInt,
        channel -> Text,
        pace -> Text,
    }
}

diesel::table! {
    theme_follows (person_id, theme) {
        person_id -> BigInt,
        theme -> Text,
        since_on -> Integer,
    }
}

diesel::table! {
    news (id) {
        id -> BigInt,
        person_id -> BigInt,
        cause -> Text,
        channel -> Text,
        kind -> Text,
        idea_id -> Nullable<BigInt>,
        event_id -> Nullable<BigInt>,
        theme -> Nullable<Text>,
        week_ends_on -> Nullable<Integer>,
        wait_until -> Nullable<BigInt>,
        email_id -> Nullable<BigInt>,
        sent_on -> Nullable<Integer>,
        place -> Nullable<Integer>,
    }
}

diesel::table! {
    news_progress (id) {
        id -> BigInt,
        hits_until -> BigInt,
        week_ended_on -> Integer,
    }
}

diesel::table! {
    ballot_reminders (ballot_id) {
        ballot_id -> BigInt,
        at -> BigInt,
    }
}

diesel::table! {
    contacts (id) {
        id -> BigInt,
        address_hash -> Text,
        hint -> Text,
        person_id -> Nullable<BigInt>,
        hard -> Integer,
        last_at -> BigInt,
        said -> Text,
        marked -> Nullable<Text>,
        marked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    returned_mails (email_id, verdict) {
        email_id -> BigInt,
        verdict -> Text,
        returned_at -> BigInt,
    }
}

diesel::table! {
    address_changes (token_id) {
        token_id -> BigInt,
        person_id -> BigInt,
        asked_at -> BigInt,
        old_email -> Nullable<Text>,
    }
}

diesel::table! {
    promises (id) {
        id -> BigInt,
        idea_id -> BigInt,
        step -> Text,
        group_id -> Nullable<BigInt>,
        began_on -> Integer,
        promised_on -> Integer,
        paused_on -> Nullable<Integer>,
        kept_on -> Nullable<Integer>,
    }
}

diesel::table! {
    help_requests (id) {
        id -> BigInt,
        idea_id -> BigInt,
        person_id -> BigInt,
        need -> Text,
        asked_at -> BigInt,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    grades (idea_id, question) {
        idea_id -> BigInt,
        question -> Text,
        grade -> Text,
        words -> Nullable<Text>,
        group_id -> Nullable<BigInt>,
        given_at -> BigInt,
        changed_at -> BigInt,
    }
}

diesel::joinable!(sessions -> people (person_id));
diesel::joinable!(seats -> people (person_id));
diesel::joinable!(seats -> steering_groups (group_id));
diesel::joinable!(ideas -> steering_groups (group_id));

diesel::allow_tables_to_appear_in_same_query!(
    keys,
    counters,
    events,
    jobs,
    search_changes,
    sent_forms,
    people,
    sessions,
    mailed_tokens,
    steering_groups,
    seats,
    seat_follows,
    seat_reports,
    seat_report_decisions,
    seat_report_steps,
    seat_replies,
    ideas,
    idea_milestones,
    idea_notes,
    idea_counts,
    drafts,
    revisions,
    screenings,
    appeals,
    handovers,
    inquiries,
    ownerships,
    decisions,
    progress_notes,
    merges,
    results,
    supports,
    comments,
    follows,
    reports,
    ballots,
    ballot_rolls,
    ballot_counts,
    emails,
    watched_queries,
    watched_terms,
    saved_searches,
    saved_search_hits,
    watch_progress,
    clock_steps,
    late_again,
    idea_contacts,
    calls,
    mail_choices,
    theme_follows,
    news,
    news_progress,
    ballot_reminders,
    contacts,
    returned_mails,
    address_changes,
    promises,
    help_requests,
    grades,
);
