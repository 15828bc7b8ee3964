use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::super::schema::VERSION;
use super::super::{Config, Draft, Search};
use super::{doc, found, index, own, put, rebuild, text};

/// Files of the index in use, without its lock files.
fn files(folder: &Path) -> Vec<PathBuf> {
    let folder = own(folder);
    let current = folder.join(fs::read_to_string(folder.join("current")).unwrap());
    let entries = fs::read_dir(current).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_none_or(|end| end != "lock")).collect()
}

fn filled() -> (TempDir, Search) {
    let (folder, search) = index((1..200).map(|id| doc(id, "Bänkar vid sjön", "Sitta och vila vid vattnet")).collect());
    search.apply(&[put(doc(1, "Gunga", "x")), put(doc(500, "Belysning", "Lampor"))], 9).unwrap();
    (folder, search)
}

/// Asks everything there is to ask; nothing may fail or panic, and afterwards the index is begun
/// anew and takes up its work again.
fn assert_heals(search: &Search, what: &str) {
    for _ in 0..2 {
        let hits = search.find(&text("bänk -gunga \"vid sjön\""));
        assert!(hits.is_ok(), "{what}: {hits:?}");
        let like = search.similar(&Draft { title: "Bänkar", body: "vattnet", language: "sv", exclude: None }, 5);
        assert!(like.is_ok(), "{what}: {like:?}");
        assert!(search.versions().is_ok(), "{what}");
        assert!(search.count().is_ok(), "{what}");
    }
    assert_eq!(search.position(), None, "{what}");
    assert!(
        search.apply(&[put(doc(3, "Sen", "x"))], 10).is_err(),
        "{what}: an incomplete index must not pass for whole"
    );
    rebuild(search, 11, vec![doc(7, "Åter hel", "x")]);
    search.apply(&[put(doc(8, "Och följer", "x"))], 12).unwrap();
    assert_eq!((found(search, "hel"), found(search, "följer")), (vec![7], vec![8]), "{what}");
    assert_eq!(search.position(), Some(12), "{what}");
}

#[test]
fn a_folder_removed_while_open_heals_at_the_next_question() {
    let (folder, search) = filled();

    fs::remove_dir_all(folder.path()).unwrap();

    assert_heals(&search, "removed");
    drop(search);
    assert_eq!(Search::open(folder.path(), &Config::default()).unwrap().position(), Some(12));
}

#[test]
fn a_folder_removed_while_open_heals_at_the_next_change() {
    let (folder, search) = filled();

    fs::remove_dir_all(folder.path()).unwrap();

    assert!(search.apply(&[put(doc(1, "Ny", "x"))], 10).is_err());
    assert_heals(&search, "removed before a change");
}

#[test]
fn a_folder_removed_again_and_again_before_it_could_be_filled_heals() {
    let (folder, search) = filled();

    for _ in 0..3 {
        fs::remove_dir_all(folder.path()).unwrap();
        assert!(search.find(&text("bänk")).is_ok());
        assert!(files(folder.path()).iter().any(|file| file.ends_with("meta.json")), "the new index is not there");
    }

    assert_heals(&search, "removed three times");
    drop(search);
    assert_eq!(Search::open(folder.path(), &Config::default()).unwrap().position(), Some(12));
}

#[test]
fn files_cut_short_while_open_heal() {
    for part in [0, 1, 2] {
        let (folder, search) = filled();
        assert_eq!(found(&search, "lampa"), [500]);

        for file in files(folder.path()) {
            let length = fs::metadata(&file).unwrap().len();
            fs::File::options().write(true).open(&file).unwrap().set_len(length * part / 3).unwrap();
        }

        assert_heals(&search, "cut short");
    }
}

#[test]
fn each_file_filled_with_rubbish_while_open_heals_or_does_no_harm() {
    let (folder, search) = filled();
    let kinds: Vec<PathBuf> =
        files(folder.path()).iter().filter_map(|file| file.extension().map(PathBuf::from)).collect();
    drop((folder, search));
    assert!(kinds.len() > 5, "{kinds:?}");

    for kind in kinds {
        let (folder, search) = filled();
        for file in
            files(folder.path()).iter().filter(|file| file.extension().is_some_and(|end| end == kind.as_os_str()))
        {
            let length = usize::try_from(fs::metadata(file).unwrap().len()).unwrap();
            fs::write(file, b"\xff\x00rubbish\x7f".repeat(length / 10 + 1)).unwrap();
        }

        assert!(search.find(&text("bänk")).is_ok(), "{kind:?}");
        // The lists are written anew from memory with the next commit.
        let applied = search.apply(&[put(doc(2, "Ny", "x"))], 10);
        if kind.as_os_str() != "json" {
            assert!(applied.is_err(), "{kind:?}");
            assert_heals(&search, &format!("rubbish in {kind:?}"));
        }
        drop(search);
        let search = Search::open(folder.path(), &Config::default()).unwrap();
        assert!(search.find(&text("ny")).is_ok() && search.position().is_some(), "{kind:?}");
    }
}

#[test]
fn damage_done_while_closed_is_found_at_the_next_start() {
    type Damage = fn(&Path);
    let damages: [(&str, Damage); 5] = [
        ("one byte", |file| {
            let mut bytes = fs::read(file).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x55;
            fs::write(file, bytes).unwrap();
        }),
        ("cut", |file| fs::File::options().write(true).open(file).unwrap().set_len(11).unwrap()),
        ("emptied", |file| fs::write(file, "").unwrap()),
        ("rubbish", |file| fs::write(file, "{\"rubbish\": [1, 2, 3]}".repeat(99)).unwrap()),
        ("removed", |file| fs::remove_file(file).unwrap()),
    ];

    for (name, damage) in damages {
        let (folder, search) = filled();
        drop(search);
        for file in files(folder.path()).iter().filter(|file| file.extension().is_some_and(|end| end == "idx")) {
            damage(file);
        }

        let search = Search::open(folder.path(), &Config::default()).unwrap();

        assert_heals(&search, name);
    }
}

#[test]
fn a_lost_list_or_pointer_means_a_new_index() {
    for name in ["meta.json", ".managed.json", "current"] {
        let (folder, search) = filled();
        drop(search);
        let path =
            files(folder.path()).into_iter().find(|path| path.ends_with(name)).unwrap_or(own(folder.path()).join(name));
        fs::write(path, "rubbish \u{0}").unwrap();

        let search = Search::open(folder.path(), &Config::default()).unwrap();

        assert_heals(&search, name);
    }
}

#[test]
fn an_index_of_another_version_is_begun_anew() {
    let (folder, search) = filled();
    drop(search);
    let meta = files(folder.path()).into_iter().find(|path| path.ends_with("meta.json")).unwrap();
    let listed = fs::read_to_string(&meta).unwrap();
    let older = listed.replace(&format!("{{\\\"schema\\\":{VERSION},"), "{\\\"schema\\\":0,");
    assert_ne!(listed, older);
    fs::write(&meta, older).unwrap();

    let search = Search::open(folder.path(), &Config::default()).unwrap();

    assert_heals(&search, "another version");
}

#[test]
fn an_index_with_other_fields_is_begun_anew() {
    let (folder, search) = filled();
    drop(search);
    let meta = files(folder.path()).into_iter().find(|path| path.ends_with("meta.json")).unwrap();
    let listed = fs::read_to_string(&meta).unwrap();
    let renamed = listed.replace("\"nearness\"", "\"distance\"");
    assert_ne!(listed, renamed);
    fs::write(&meta, renamed).unwrap();

    let search = Search::open(folder.path(), &Config::default()).unwrap();

    assert_heals(&search, "other fields");
}

#[test]
fn a_whole_index_passes_the_check_and_a_damaged_one_is_begun_anew() {
    let (folder, search) = filled();
    assert!(search.verify().unwrap());
    assert_eq!(search.position(), Some(9));

    let store =
        files(folder.path()).into_iter().find(|path| path.extension().is_some_and(|end| end == "store")).unwrap();
    fs::remove_file(&store).unwrap();
    fs::write(&store, "rubbish").unwrap();

    assert!(!search.verify().unwrap());
    assert_heals(&search, "verify");
}

#[test]
fn questions_and_changes_at_once_live_through_a_removed_folder() {
    let (folder, search) = filled();
    let root = folder.path().to_owned();

    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| (0..60).for_each(|_| assert!(search.find(&text("bänk")).is_ok())));
        }
        scope.spawn(|| {
            for round in 0..15 {
                if search.position().is_none() {
                    // May meet the next removal, as in life.
                    drop(search.rebuild(round, || Ok(None)));
                }
                drop(search.apply(&[put(doc(round, "Bänk", "x"))], round));
            }
        });
        scope.spawn(|| (0..5).for_each(|_| drop(fs::remove_dir_all(&root))));
    });

    drop(search);
    let search = Search::open(folder.path(), &Config::default()).unwrap();
    rebuild(&search, 99, vec![doc(1, "Bänk", "x")]);
    assert_eq!((found(&search, "bänk"), search.position()), (vec![1], Some(99)));
}
