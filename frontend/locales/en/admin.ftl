### Administration: people, roles and seats in groups.

admin-title = Administration
admin-lead = Here you see to it that the right people can do the right things.
admin-people-title = People and roles
admin-people-lead = Give somebody another role, or suspend somebody who harms others.
admin-people-go = Find a person
admin-groups-title = Seats in groups
admin-groups-lead = Choose a group to give somebody a seat or to end one.
admin-groups-none = There are no groups yet.
admin-groups-no-lead = No chair or coordinator
admin-machinery-title = Mails and work
admin-machinery-lead = Here you see whether mails arrive and whether something is stuck.
admin-machinery-mails = Mails
admin-machinery-jobs = Work that waits

admin-people-email = The person's e-mail address
admin-people-email-hint = Write the whole address. We never show whole addresses here.
admin-people-find = Find
admin-people-nobody = We find nobody with that address. Check the spelling, or ask the person to sign in once first.
admin-people-by-role = By role
admin-people-none = Nobody has this role.

admin-person-email = E-mail
admin-person-organisation = Organisation
admin-person-since = Here since
admin-person-confirmed = Address confirmed
admin-person-not-confirmed = Not yet
admin-person-left = The person has removed the account. Nothing can be changed here.
admin-person-suspended = Suspended
admin-person-duties = What the person is responsible for
admin-person-duties-lead = See to it that somebody takes over before you change the role or suspend.
admin-person-owns = responsible for making it happen

admin-role-title = Role
admin-role = What does the person do here?
admin-role-hint = The change counts from the next page that the person opens.
admin-role-do = Save the role

admin-suspension-title = Suspension
admin-suspension-lead = Whoever is suspended is signed out at once and cannot sign in again. Ideas and comments stay.
admin-suspension-reason = Why do you suspend the person?
admin-suspension-reason-hint = The person gets to read this. Write what has happened, at most 1,000 characters.
admin-suspension-do = Suspend the person
admin-suspension-end = End the suspension
admin-suspension-self = You cannot suspend yourself. Ask a colleague.

admin-seats-title = Seats in { $group }
admin-seats-group-page = The page of the group
admin-seats-held = Those who hold a seat
admin-seats-none = Nobody holds a seat in the group yet.
admin-seats-represents = for { $whom }
admin-seats-end = End the seat
admin-seats-give = Give somebody a seat
admin-seats-email = The person's e-mail address
admin-seats-name = Name that others see
admin-seats-name-hint = Only needed if the person is new here.
admin-seats-role = What will the person do in the group?
admin-seats-for = Whom does the person speak for?
admin-seats-for-hint = For example an association, a school or the municipality.
admin-seats-from = First day
admin-seats-from-hint = For example 2026-11-26. Leave it empty if the seat begins today.
admin-seats-until = Last day
admin-seats-until-hint = Leave it empty if the seat has no end.
admin-seats-give-do = Give the seat
admin-seat-since = Since { $date }
admin-seat-from = From { $date }
admin-seat-until = until { $date }

flash-role-given = The person has got the role.
flash-suspended = The person is suspended and signed out.
flash-suspension-ended = The suspension is ended. The person can sign in again.
flash-seat-given = The person has got the seat.
flash-seat-ended = The seat is ended.
