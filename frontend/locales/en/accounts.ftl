### Signing in, one's own account and the people of the example town.

## Signing in

sign-in-title = Sign in
sign-in-lead = Write your e-mail address and we will mail you a code to sign in with. You need no password.
sign-in-email = Your e-mail address
sign-in-email-hint = If you are new here you get an account. Others never see your address.
sign-in-send = Mail me a code
sign-in-without = You can read everything and write an idea without signing in.
sign-in-example = This is an example town, so you can also sign in without a mail.
sign-in-other-address = Write another address
sign-in-code-title = Read the code in the mail
sign-in-code-lead = We have mailed a code and a link to { $email }. They work once, for 15 minutes.
sign-in-code = Code
sign-in-code-hint = Six digits, for example 123 456.
sign-in-do = Sign in
sign-in-no-mail-title = Have you not got a mail?
sign-in-no-mail = Wait a minute or two and look among the spam. Check that you wrote the right address. We send at most five mails an hour to the same address.
sign-in-again = Ask for a new code
sign-in-link-title = Sign in with the link
sign-in-link-lead = Press the button to sign in as { $email }.
sign-in-link-after = Have you not asked to sign in? Just close the page and nothing happens.
sign-in-link-expired = The link is used or too old. It works once, for 15 minutes. Ask for a new one.
link-expired-title = The link no longer works
sign-out = Sign out

confirm-title = Confirm your e-mail address
confirm-lead = Press the button to confirm that { $email } is yours. Then we can mail you about your idea.
confirm-do = Yes, that is my address
confirm-after = Have you not written any idea? Just close the page and we will mail you no more about it.
confirm-expired = The link is used or too old. If you have confirmed already, all is done. Otherwise sign in with your address, and it is confirmed.

suspended-title = Your account is suspended
suspended-lead = You cannot sign in just now. You can still read everything that is open to all.
suspended-reason = The reason
suspended-contact = Do you think this is wrong? Contact { $contact } and we will look at it again.

flash-signed-in = You are signed in.
flash-signed-in-first = Welcome! You are signed in. Choose under My pages what name others see.
flash-signed-out = You are signed out.
flash-contact-confirmed = Thank you! Your address is confirmed.
flash-account-saved = We have saved your changes.
flash-session-ended = The sign-in or key is removed and no longer works.
flash-sessions-ended = You are signed out everywhere but here.
flash-left = Your account is removed. Thank you for taking part.

## My account

# Name of somebody new, until another is chosen.
account-default-name = Resident
# Name of somebody who has left the service.
account-removed-name = Removed
account-title = My pages
account-lead = You are signed in as { $email }.
account-profile-title = About me
account-name = Name that others see
account-name-hint = Your name, your first name or a made-up one. It stands beside ideas and comments that you write from now on.
account-language = Language
account-ideas-title = My ideas
account-ideas-none = You have not sent any idea yet.
account-ideas-more = More of my ideas
account-followed-title = Ideas that I follow
account-followed-none = You follow no idea. Press Follow on the page of an idea and you find it here.
account-followed-more = More ideas that I follow
account-sessions-title = Where you are signed in
account-sessions-lead = Is there a sign-in that you do not recognise? Sign it out.
account-session-this = This browser
account-session-unknown = Unknown browser
account-session-end = Sign out
account-sessions-end-others = Sign out everywhere but here
account-until = Until
account-keys-title = Keys to the open interface
account-keys-lead = With a key a program can read and do things in your name. You need no key to use the pages.
account-key-remove = Remove
account-key-make = Make a key
account-key-new-title = Make a key
account-key-new-lead = The key works for a year. You can remove it whenever you want.
account-key-label = What is the key for?
account-key-label-hint = For example the name of the program.
account-key-do = Make the key
account-key-made-title = Your key is ready
account-key-made-lead = Copy the key now and keep it like a password. We show it only once.
account-key-made-label = Key
account-key-made-use = The program sends it like this:
account-key-made-done = I have saved the key
account-data-title = My data
account-data-lead = You can get everything that we have stored about you in a file.
account-data-get = Get my data
account-data-explained = This is everything that is stored and can be tied to you. Which ideas you support and how you have voted is not here, because it cannot be tied to you.
account-leave-title = Remove my account
account-leave-lead = You can leave the service whenever you want.
account-leave-go = Read what happens and remove the account

leave-title = Remove my account
leave-lead = This cannot be undone. First read what is removed and what stays.
leave-goes-title = What we remove
leave-goes = Your address, your name, your sign-ins, your keys, your seats in groups, your saved searches and the list of what you follow. Beside your ideas and comments it says "Borttagen" (removed) instead.
leave-stays-title = What stays
leave-stays = Your ideas and comments stay without your name, because others have supported and answered them. Decisions and answers that you took part in stay too, because the municipality has to keep them. If you have supported an idea the support still counts, but nobody can see that it was you.
leave-duties-title = Somebody needs to take over from you
leave-duties = You hold a seat or are responsible for something here. Tell the group before you go.
leave-sure = Yes, I want to remove my account
leave-do = Remove the account
leave-stay = Keep the account

## The people of the example town

example-people-title = Choose who you want to be
example-people-lead = The town and its people are made up. Choose somebody and try the service in that person's place. No code is needed.
example-people-as = as { $name }
example-people-none = There are no people here yet
example-people-none-help = The example town is loaded when the database is empty at the start.

## Roles

role-resident = Resident
role-moderator = Moderator
role-process = Process group
role-admin = Administrator
