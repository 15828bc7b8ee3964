//! Into a folder, into memory, and to a server that answers well or badly.

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::super::{Backend, Config, Encryption, Mailer, OutboundMail, SendError, Sent};
use super::decode::Decoded;
use super::server::{Reply, Server, Step};
use super::{key, mail, settings};
use crate::kernel::{EmailAddress, EmailId, Secret};

fn mailer_to(server: &Server) -> Mailer {
    let config = Config {
        backend: Backend::Smtp,
        host: "127.0.0.1".to_owned(),
        port: server.port,
        user: "ideas".to_owned(),
        password: Secret::new("hunter2".to_owned()),
        encryption: Encryption::None,
        timeout_seconds: 1,
        ..settings()
    };
    Mailer::open(&config, Path::new("unused"), &key()).unwrap()
}

fn outcome_when(step: Step, reply: Reply) -> Result<Sent, SendError> {
    let server = Server::start(move |at, _| (at == step).then_some(reply));
    let outcome = mailer_to(&server).send(&mail());
    assert!(server.received().is_empty());
    outcome
}

#[test]
fn a_mail_taken_over_is_sent_with_the_servers_words() {
    let server = Server::start(|_, _| None);

    let sent = mailer_to(&server).send(&mail()).unwrap();

    assert_eq!(sent.server_said, "250 queued as ABC123");
    let received = server.received();
    assert_eq!(received.len(), 1);
    let read = Decoded::read(&received[0]);
    assert_eq!(read.header("Subject"), mail().subject);
    assert_eq!(read.parts[0].1, mail().text);
}

#[test]
fn a_refusal_of_the_reader_is_final_and_one_for_now_is_not() {
    for step in [Step::To, Step::Data, Step::End] {
        let never = outcome_when(step, Reply::Say("550 5.1.1 <AMINA@reader.se>: no such user"));
        let later = outcome_when(step, Reply::Say("450 4.2.0 try again"));

        let (told, is_the_address) = match never {
            Err(SendError::NoReader(told)) => (told, true),
            Err(SendError::Never(told)) => (told, false),
            other => panic!("{step:?}: {other:?}"),
        };
        assert_eq!(is_the_address, step == Step::To, "{step:?}");
        assert!(told.contains("550") && told.contains("<a…@reader.se>: no such user"), "{told}");
        let Err(SendError::Later(told)) = later else { panic!("{step:?}: {later:?}") };
        assert!(told.contains("450") && told.contains("try again"), "{told}");
    }
}

#[test]
fn a_refusal_of_our_own_settings_never_gives_a_mail_up() {
    for (step, words) in [
        (Step::Greeting, "554 no service for you"),
        (Step::Hello, "550 bad name"),
        (Step::Auth, "535 wrong password"),
        (Step::From, "553 not your domain"),
        (Step::To, "530 sign in first"),
    ] {
        let outcome = outcome_when(step, Reply::Say(words));

        assert!(matches!(outcome, Err(SendError::Down { .. })), "{step:?}: {outcome:?}");
    }
}

#[test]
fn a_connection_that_breaks_at_any_step_means_later() {
    for step in [Step::Greeting, Step::Hello, Step::Auth, Step::From, Step::To, Step::Data, Step::End] {
        let outcome = outcome_when(step, Reply::Drop);

        let Err(SendError::Down { may_have_arrived, .. }) = outcome else { panic!("{step:?}: {outcome:?}") };
        assert_eq!(may_have_arrived, step == Step::End, "{step:?}");
    }
}

#[test]
fn a_mail_whose_answer_is_never_heard_goes_again() {
    let server = Server::start(|at, _| (at == Step::End).then_some(Reply::TakeAndDrop));

    let outcome = mailer_to(&server).send(&mail());

    assert!(matches!(outcome, Err(SendError::Down { may_have_arrived: true, .. })), "{outcome:?}");
    assert_eq!(server.received().len(), 1, "the one case in which a reader gets a mail twice");
}

#[test]
fn a_silent_server_costs_a_bounded_time_at_any_step() {
    for step in [Step::Greeting, Step::Hello, Step::To, Step::End] {
        let begun = Instant::now();

        let outcome = outcome_when(step, Reply::Silence);

        assert!(matches!(outcome, Err(SendError::Down { .. })), "{step:?}: {outcome:?}");
        assert!(begun.elapsed() < Duration::from_secs(5), "{step:?}: {:?}", begun.elapsed());
    }
}

#[test]
fn a_server_that_is_not_there_means_later() {
    let mut closed = Server::start(|_, _| None);
    closed.port = unused_port();

    let outcome = mailer_to(&closed).send(&mail());

    assert!(matches!(outcome, Err(SendError::Down { .. })), "{outcome:?}");
}

fn unused_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

#[test]
fn a_refused_reader_does_not_stand_in_the_way_of_the_next() {
    let server = Server::start(|step, line| {
        (step == Step::To && line.contains("gone@")).then_some(Reply::Say("550 no such user"))
    });
    let mailer = mailer_to(&server);
    let gone = OutboundMail { recipient: EmailAddress::parse("gone@reader.se").unwrap(), ..mail() };

    let outcomes = [mailer.send(&gone), mailer.send(&mail()), mailer.send(&gone), mailer.send(&mail())];

    assert!(outcomes[0].is_err() && outcomes[1].is_ok() && outcomes[2].is_err() && outcomes[3].is_ok());
    assert_eq!((server.received().len(), server.connections()), (2, 1));
}

#[test]
fn a_kept_connection_that_died_is_replaced() {
    let ends = Arc::new(Mutex::new(0));
    let server = Server::start(move |step, _| {
        let mut ends = ends.lock().unwrap();
        *ends += i32::from(step == Step::End);
        (step == Step::From && *ends == 1).then(|| {
            *ends += 1;
            Reply::Drop
        })
    });
    let mailer = mailer_to(&server);

    let outcomes = [mailer.send(&mail()), mailer.send(&mail()), mailer.send(&mail())];

    assert!(
        outcomes[0].is_ok() && matches!(outcomes[1], Err(SendError::Down { .. })) && outcomes[2].is_ok(),
        "{outcomes:?}"
    );
    assert_eq!((server.received().len(), server.connections()), (2, 2));
}

#[test]
fn no_text_can_end_the_mail_and_begin_another() {
    let server = Server::start(|_, _| None);
    let smuggled = "Hej\r\n.\r\nMAIL FROM:<x@evil.se>\r\n.\n\n.\n\r.\r\nslut\n";

    mailer_to(&server).send(&OutboundMail { text: smuggled.to_owned(), ..mail() }).unwrap();

    let received = server.received();
    assert_eq!(received.len(), 1);
    assert_eq!(Decoded::read(&received[0]).parts[0].1, smuggled.replace("\r\n", "\n").replace('\r', "\n"));
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn nothing_of_the_conversation_reaches_the_log() {
    let server = Server::start(|_, _| None);
    let mailer = mailer_to(&server);
    let log = Log::default();
    let writer = log.clone();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone()).finish();

    tracing::subscriber::with_default(subscriber, || {
        tracing::trace!("the log is listening");
        mailer.send(&mail()).unwrap();
    });

    let told = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains("the log is listening"));
}

#[test]
fn the_folder_holds_one_whole_file_however_often_a_mail_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("mail");
    let mailer = Mailer::open(&settings(), &inner, &key()).unwrap();

    mailer.send(&mail()).unwrap();
    let sent = mailer.send(&mail()).unwrap();
    mailer.send(&OutboundMail { id: EmailId::new(43), ..mail() }).unwrap();

    let mut names: Vec<String> =
        std::fs::read_dir(&inner).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["42.eml", "43.eml"]);
    assert_eq!(sent.server_said, "42.eml");
    let raw = std::fs::read_to_string(inner.join("42.eml")).unwrap();
    assert_eq!(Decoded::read(&raw).header("Subject"), mail().subject);
}

#[test]
fn a_folder_that_cannot_be_written_means_later_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mailer = Mailer::open(&settings(), folder.path(), &key()).unwrap();
    // A folder stands where the file should go, so the last step fails.
    std::fs::create_dir_all(folder.path().join("42.eml/occupied")).unwrap();

    let outcome = mailer.send(&mail());

    assert!(matches!(outcome, Err(SendError::Down { .. })), "{outcome:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn memory_fails_as_planned_and_then_keeps_mail() {
    let mailer = Mailer::memory(&settings(), &key()).unwrap();
    mailer.fail_next(1);
    mailer.refuse_next(1);

    let outcomes = [mailer.send(&mail()), mailer.clone().send(&mail()), mailer.send(&mail())];

    assert!(matches!(outcomes[0], Err(SendError::Later(_))));
    assert!(matches!(outcomes[1], Err(SendError::Never(_))));
    assert!(outcomes[2].is_ok());
    assert_eq!(mailer.sent().len(), 1);
    assert_eq!(mailer.sent()[0].mail, mail());
    mailer.forget();
    assert!(mailer.sent().is_empty());
}
