//! Several processes on one database: each follows it with a search index of its own.

use std::sync::atomic::{AtomicBool, Ordering};

use medskapa::ideas::search_doc;
use medskapa::kernel::IdeaId;
use medskapa::search::Query;
use medskapa::workers::{self, Parts};

use crate::support::State;

const PROCESSES: usize = 10;
const IDEAS: usize = 9;

on_both_databases! {
    fn ten_processes_follow_one_database_each_for_itself(app: TestApp) {
        let others: Vec<Parts> = (0..PROCESSES).map(|place| app.parts_of_another(&format!("other-{place}"))).collect();
        let ideas: Vec<_> = (0..IDEAS).map(|_| app.idea_in(State::Screening)).collect();
        let moderator = app.moderator("Mona");
        let is_done = AtomicBool::new(false);

        std::thread::scope(|scope| {
            for parts in &others {
                scope.spawn(|| {
                    while !is_done.load(Ordering::Relaxed) {
                        workers::follow_search(parts).expect("it follows");
                    }
                });
            }
            for (place, idea) in ideas.iter().enumerate() {
                let publish = [("choice", "publish"), ("theme", "fritid"), ("group", "utbildning"), ("version", &*idea.version(&app))];
                moderator.post(&format!("/moderation/ideas/{}", idea.number), &publish).expect(303);
                if place % 3 == 0 {
                    let hide = [("choice", "hide"), ("ground", "R3"), ("words", "Den nämner en."), ("version", &*idea.version(&app))];
                    moderator.post(&format!("/moderation/ideas/{}/visibility", idea.number), &hide).expect(303);
                }
            }
            is_done.store(true, Ordering::Relaxed);
        });

        let there = app.read(|conn| search_doc::marks_after(conn, IdeaId::new(0), 1_000));
        let there: Vec<(i64, i64)> = there.into_iter().map(|(id, mark)| (id.get(), mark)).collect();
        assert_eq!(there.len(), IDEAS - IDEAS.div_ceil(3));
        for parts in &others {
            workers::follow_search(parts).expect("it follows");
            let search = parts.search.as_ref().expect("an index");
            assert_eq!(search.versions().expect("readable"), there);
            let found = search.find(&Query { text: Some("bänkar".to_owned()), limit: 20, ..Query::default() });
            assert_eq!(found.expect("readable").total, there.len(), "what was hidden is found nowhere");
        }
    }
}
