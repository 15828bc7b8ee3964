//! Pages for people, roles, seats, jobs and mails.
