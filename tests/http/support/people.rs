//! Who takes part.

use diesel::prelude::*;
use medskapa::accounts::{session, store};
use medskapa::db::schema::{seats, steering_groups};
use medskapa::i18n::Locale;
use medskapa::kernel::{EmailAddress, GroupId, PersonId};
use medskapa::policy::Role;
use medskapa::web::cookies;

use super::{Client, TestApp};

/// The address of the person with this name: letters of the name at example.org.
pub(super) fn email_of(name: &str) -> String {
    let local: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("{}@example.org", local.to_ascii_lowercase())
}

impl TestApp {
    /// Somebody who has not signed in, in a browser of their own without cookies.
    pub(crate) fn visitor(&self) -> Client {
        Client::new(self, "", None)
    }

    /// Somebody with a confirmed contact.
    pub(crate) fn resident(&self, name: &str) -> Client {
        self.person_with(Role::Resident, name)
    }

    /// Somebody who reads what comes in.
    pub(crate) fn moderator(&self, name: &str) -> Client {
        self.person_with(Role::Moderator, name)
    }

    /// Somebody of the process group.
    pub(crate) fn process(&self, name: &str) -> Client {
        self.person_with(Role::Process, name)
    }

    /// An administrator.
    pub(crate) fn admin(&self, name: &str) -> Client {
        self.person_with(Role::Admin, name)
    }

    /// The person with this name, made when there is none yet, signed in in a new browser.
    pub(crate) fn person_with(&self, role: Role, name: &str) -> Client {
        let email = EmailAddress::parse(&email_of(name)).expect("a name with letters");
        let person = store::NewPerson {
            email: &email,
            display_name: name,
            organisation: None,
            about: None,
            locale: Locale::Swedish,
            role,
            example: false,
            confirmed: true,
        };
        let id = self.write(|tx| store::insert(tx, &person));
        let known = self.read(|conn| store::load(conn, id));
        assert_eq!(known.role, role, "{name} is there already with another role");
        self.signed_in(id, name)
    }

    /// A new browser in which this person is signed in.
    pub(crate) fn signed_in(&self, person: PersonId, name: &str) -> Client {
        let (now, until) = (self.now(), self.now().plus_days(session::SESSION_DAYS));
        let row = self.write(|tx| store::insert_session(tx, person, "browser", "test", until));
        let token = session::sign(&self.town, session::Purpose::Session, row.get(), now, until).expect("a token");
        let client = Client::new(self, name, Some(person));
        client.set_cookie(cookies::SESSION, &token);
        client
    }

    /// The steering group with this slug, made when there is none yet.
    pub(crate) fn group(&self, slug: &str) -> GroupId {
        let known = self.read(|conn| {
            let same = steering_groups::table.filter(steering_groups::slug.eq(slug));
            Ok(same.select(steering_groups::id).first(conn).optional()?)
        });
        known.unwrap_or_else(|| self.new_group(slug, "steering"))
    }

    /// A group of a kind: `steering`, `youth_council` or `process`.
    pub(crate) fn new_group(&self, slug: &str, kind: &str) -> GroupId {
        self.write(|tx| {
            Ok(diesel::insert_into(steering_groups::table)
                .values((
                    steering_groups::version.eq(1_i64),
                    steering_groups::slug.eq(slug),
                    steering_groups::name.eq(format!("Gruppen {slug}")),
                    steering_groups::kind.eq(kind),
                    steering_groups::theme.eq(Some("utbildning")),
                    steering_groups::mandate.eq("Beslutar om det gruppen har pengar till."),
                    steering_groups::builds_on.eq("Stadsdelens plan"),
                    steering_groups::meets.eq("Första tisdagen varje månad"),
                    steering_groups::tie_rule.eq("chair"),
                    steering_groups::quorum_percent.eq(50),
                    steering_groups::open_ideas.eq(0_i64),
                    steering_groups::created_at.eq(tx.now),
                ))
                .returning(steering_groups::id)
                .get_result(tx.conn)?)
        })
    }

    /// The chair of a group, Britt.
    pub(crate) fn chair_of(&self, group: GroupId) -> Client {
        self.seated(group, "chair", &format!("Britt {group}"))
    }

    /// The coordinator of a group, Carl.
    pub(crate) fn coordinator_of(&self, group: GroupId) -> Client {
        self.seated(group, "coordinator", &format!("Carl {group}"))
    }

    /// The secretary of a group, Sara.
    pub(crate) fn secretary_of(&self, group: GroupId) -> Client {
        self.seated(group, "secretary", &format!("Sara {group}"))
    }

    /// A member of a group, Mehmet.
    pub(crate) fn member_of(&self, group: GroupId) -> Client {
        self.seated(group, "member", &format!("Mehmet {group}"))
    }

    /// Somebody with a seat in a group; `role` is `chair`, `coordinator`, `secretary` or `member`.
    pub(crate) fn seated(&self, group: GroupId, role: &str, name: &str) -> Client {
        let client = self.resident(name);
        let (person, today) = (client.id(), self.today());
        let held: i64 = self.read(|conn| {
            let same = seats::table.filter(seats::group_id.eq(group)).filter(seats::person_id.eq(person));
            Ok(same.count().get_result(conn)?)
        });
        if held == 0 {
            self.write(|tx| {
                diesel::insert_into(seats::table)
                    .values((
                        seats::group_id.eq(group),
                        seats::person_id.eq(person),
                        seats::role.eq(role),
                        seats::represents.eq("Föreningen"),
                        seats::starts_on.eq(today.plus_days(-30)),
                    ))
                    .execute(tx.conn)?;
                Ok(())
            });
        }
        client
    }
}
