//! The stage itself.

use crate::support::State;

on_both_databases! {
    fn an_idea_can_be_put_into_every_state(app: TestApp) {
        for state in State::ALL {
            let idea = app.idea_in(*state);

            assert_eq!(idea.state(&app), *state);
            assert_eq!(idea.number.is_empty(), *state == State::Draft);
        }
    }

    fn a_persona_is_signed_in(app: TestApp) {
        let amina = app.resident("Amina");

        let person = app.read(|conn| medskapa::accounts::store::load(conn, amina.id()));

        assert_eq!((person.display_name.as_str(), person.suspended), ("Amina", false));
        assert_eq!(app.resident("Amina").id(), amina.id());
    }

    fn the_clock_stands_until_it_is_moved(app: TestApp) {
        let before = app.now();

        app.advance_days(3);
        app.advance_minutes(5);

        assert_eq!(app.now(), before.plus_days(3).plus_minutes(5));
    }
}
