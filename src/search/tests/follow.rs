use tempfile::TempDir;

use super::super::{Change, Config, Search};
use super::{doc, found, index, own, put, rebuild};
use crate::error::Error;

#[test]
fn a_new_folder_has_no_position_and_takes_no_changes_before_it_is_filled() {
    let folder = TempDir::new().unwrap();
    let search = Search::open(&folder.path().join("deep/er"), &Config::default()).unwrap();

    let refused = search.apply(&[put(doc(1, "Bänk", "x"))], 7);

    assert!(matches!(refused, Err(Error::Unavailable(_))), "{refused:?}");
    assert_eq!((search.position(), search.count().unwrap()), (None, 0));
    assert!(search.find(&super::text("bänk")).unwrap().rebuilding);
}

#[test]
fn changes_are_seen_by_the_next_question() {
    let (_folder, search) = index(vec![doc(1, "Gungor", "x")]);

    search.apply(&[put(doc(2, "Bänkar", "x")), put(doc(1, "Rutschkana", "x"))], 5).unwrap();

    assert_eq!(search.position(), Some(5));
    assert_eq!(found(&search, "bänk"), [2]);
    assert!(found(&search, "gungor").is_empty());
    assert_eq!(search.versions().unwrap(), [(1, 10), (2, 20)]);

    search.apply(&[Change::Remove(2), Change::Remove(99)], 6).unwrap();

    assert!(found(&search, "bänk").is_empty());
    assert_eq!((search.count().unwrap(), search.position()), (1, Some(6)));
}

#[test]
fn the_last_of_several_changes_to_one_idea_holds() {
    let (_folder, search) = index(Vec::new());

    search
        .apply(&[put(doc(1, "Ett", "x")), put(doc(1, "Två", "x")), Change::Remove(2), put(doc(2, "Tre", "x"))], 1)
        .unwrap();
    search.apply(&[put(doc(2, "Fyra", "x")), Change::Remove(2)], 2).unwrap();

    assert_eq!(search.versions().unwrap(), [(1, 10)]);
    assert_eq!(found(&search, "två"), [1]);
}

#[test]
fn an_empty_batch_moves_the_position() {
    let (folder, search) = index(vec![doc(1, "Bänk", "x")]);

    search.apply(&[], 42).unwrap();
    drop(search);
    let search = Search::open(folder.path(), &Config::default()).unwrap();

    assert_eq!(search.position(), Some(42));
}

#[test]
fn a_reopened_index_keeps_its_documents_and_its_position() {
    let (folder, search) = index(vec![doc(1, "Bänk", "x")]);
    search.apply(&[put(doc(2, "Gunga", "x"))], 17).unwrap();
    drop(search);

    let search = Search::open(folder.path(), &Config::default()).unwrap();

    assert_eq!(search.position(), Some(17));
    assert_eq!(search.versions().unwrap(), [(1, 10), (2, 20)]);
    search.apply(&[Change::Remove(1)], 18).unwrap();
    assert_eq!(found(&search, "gunga"), [2]);
}

#[test]
fn one_folder_serves_one_owner_at_a_time() {
    let (folder, search) = index(Vec::new());

    let second = Search::open(folder.path(), &Config::default());

    assert!(matches!(second, Err(Error::Unavailable(_))));
    drop(search);
    assert!(Search::open(folder.path(), &Config::default()).is_ok());
}

#[test]
fn a_rebuild_serves_the_old_index_until_it_is_done_and_keeps_what_came_meanwhile() {
    let (folder, search) = index(vec![doc(1, "Gammal", "x"), doc(2, "Dold", "x")]);
    let mut batches = vec![vec![doc(3, "Ny", "x")], vec![doc(1, "Gammal", "x"), doc(2, "Dold", "x")]];

    search
        .rebuild(10, || {
            // A document is hidden after it has been read for the new index.
            if batches.is_empty() {
                assert_eq!(found(&search, "dold"), [2], "the old index serves");
                assert!(found(&search, "ny").is_empty());
                search.apply(&[Change::Remove(2), put(doc(4, "Sen", "x"))], 12)?;
            }
            Ok(batches.pop())
        })
        .unwrap();

    assert_eq!(search.position(), Some(12));
    assert_eq!(search.versions().unwrap(), [(1, 10), (3, 30), (4, 40)]);
    search.apply(&[put(doc(5, "Efter", "x"))], 13).unwrap();
    drop(search);
    let search = Search::open(folder.path(), &Config::default()).unwrap();
    assert_eq!((search.count().unwrap(), search.position()), (4, Some(13)));
}

#[test]
fn a_rebuild_that_fails_changes_nothing() {
    let (folder, search) = index(vec![doc(1, "Gammal", "x")]);
    let mut batches = vec![Err(Error::NotFound), Ok(Some(vec![doc(2, "Ny", "x")]))];

    let failed = search.rebuild(10, || batches.pop().unwrap_or(Ok(None)));

    assert!(matches!(failed, Err(Error::NotFound)));
    assert_eq!((search.position(), found(&search, "gammal")), (Some(0), vec![1]));
    assert_eq!(folders(&folder), 1);
    search.apply(&[Change::Remove(1)], 1).unwrap();
    rebuild(&search, 2, vec![doc(7, "Sju", "x")]);
    assert_eq!(found(&search, "sju"), [7]);
}

#[test]
fn half_an_index_left_by_a_crash_is_swept_away_at_the_next_start() {
    let (folder, search) = index(vec![doc(1, "Hel", "x")]);
    drop(search);
    std::fs::create_dir(own(folder.path()).join("index-999")).unwrap();
    std::fs::write(own(folder.path()).join("index-999/half.term"), "half").unwrap();
    std::fs::write(own(folder.path()).join("current.new"), "index-9").unwrap();

    let search = Search::open(folder.path(), &Config::default()).unwrap();

    assert_eq!((search.position(), found(&search, "hel")), (Some(0), vec![1]));
    assert_eq!(folders(&folder), 1);
}

#[test]
fn settings_refuse_unknown_names() {
    assert!(serde_json::from_str::<Config>("{\"memory_megabytes\": 64}").is_ok());
    assert!(serde_json::from_str::<Config>("{\"memory\": 64}").is_err());
    assert_eq!(serde_json::from_str::<Config>("{}").unwrap().memory_megabytes, 32);
}

fn folders(folder: &TempDir) -> usize {
    let entries = std::fs::read_dir(own(folder.path())).unwrap();
    entries.filter(|entry| entry.as_ref().unwrap().path().is_dir()).count()
}

#[test]
fn the_index_of_another_version_stays_until_this_one_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (served, idle) = (folder.path().join("version-1"), folder.path().join("version-999"));
    for other in [&served, &idle] {
        std::fs::create_dir(other).unwrap();
        std::fs::write(other.join("current"), "index-1").unwrap();
    }
    let lock = std::fs::File::create(served.join("lock")).unwrap();
    lock.lock().unwrap();

    let search = Search::open(folder.path(), &Config::default()).unwrap();
    assert!(served.is_dir() && idle.is_dir(), "nothing is built yet");
    rebuild(&search, 3, vec![doc(1, "Bänk", "x")]);

    assert!(served.is_dir(), "another process serves from it");
    assert!(!idle.exists());
    drop((search, lock));
    drop(Search::open(folder.path(), &Config::default()).unwrap());
    assert!(!served.exists());
}
