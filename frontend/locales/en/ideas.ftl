### An idea: where it stands, support, discussion, decision, history; writing and changing one's own.

## Who is who when there is no name

the-group = The steering group
the-asked = The one who was asked
the-owner = The one responsible
the-author = The author
the-moderators = The moderators
another-idea = another idea
role-author = author of the idea
breadcrumbs-label = You are here
breadcrumbs-home = Start

## Where it stands

status-title = Where it stands
status-late = Should have been ready { $date }. Responsible: { $who }. There is no new date.
status-pause = Summer break up to and including { $date }. Those days do not count.
status-postponed = New date: { $new }. It was to be ready { $old }. The reason:
status-ground = Reason: { $ground }. { $words }
status-contact = Contact: { $name }, coordinator of { $group }. { $contact }
status-contact-town = Contact: { $contact }
in-days-today = today
in-days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}

now-hidden = A moderator has hidden the idea. Only you who wrote it and those who review can see it.
now-draft = The idea has not been sent yet.
now-screening = A moderator is reading the idea. Then everyone can see it.
now-returned = The idea needs changes. Then we publish it.
now-refused = We do not publish the idea.
now-open = { $missing ->
    [0] Enough people support the idea. { $group } has to answer.
    [one] Everyone can support and discuss the idea. { $missing } more is needed, then { $group } has to answer.
   *[other] Everyone can support and discuss the idea. { $missing } more are needed, then { $group } has to answer.
}
now-closed = Time ran out before enough people supported the idea. { $group } still gives a short answer.
now-with_group = { $group } reads the idea and gives a first answer.
now-awaiting_answer = { $group } has asked { $name } and waits for the answer.
now-forwarded = { $group } has sent the idea to { $name }, who can decide about it.
now-proposal = { $group } is shaping a proposal together with the authors.
now-ballot = A ballot is open. The result is shown when it closes.
now-counted = The ballot is counted. The group writes down the decision.
now-accepted = { $group } has said yes. { $owner } does it.
now-nobody = { $group } has said yes, but nobody has taken it on just now. The group asks somebody.
now-partly_accepted = { $group } has said yes to a part. { $owner } does that part.
now-declined = { $group } has said no. The reasons are with the decision.
now-under_way = { $owner } is working to make the idea real.
now-done = The idea is carried out.
now-stopped = { $group } has stopped the work.
now-merged = The idea lives on together with another idea.
now-withdrawn = The author has taken the idea back.

deadline-draft = Send by
deadline-screening = A moderator reads it by
deadline-returned = Change it and send it again by
deadline-refused = Ask for a new review by
deadline-open = Last day to support
deadline-closed = Answer by
deadline-with_group = Answer by
deadline-awaiting_answer = Answer expected by
deadline-forwarded = Answer expected by
deadline-proposal = The proposal is ready by
deadline-ballot = The ballot closes
deadline-counted = The decision is written down by
deadline-accepted = First step by
deadline-partly_accepted = First step by
deadline-declined = Next date
deadline-under_way = Next news about how it goes by
deadline-done = Next date
deadline-stopped = Next date
deadline-merged = Next date
deadline-withdrawn = Next date

## The page of an idea

idea-why = Why
idea-facts = About the idea
idea-number = Number
idea-author = Written by
idea-place = Place
idea-theme = Theme
idea-need = The need it answers
idea-source = Comes from
idea-who-does-it = Who does it
idea-result = What came of it
idea-asked = Questions to others
asked-answer = Answer from { $name }
idea-timeline = What has happened
idea-versions = Read earlier versions
idea-joined-into = The idea has been joined with another. Read on here:
idea-joined-here = Ideas joined with this one
idea-own = Your idea
idea-edit = Change or add
idea-change-and-send = Change and send again
idea-appeal = Ask for a new review
refused-appeal = Do you think that we are wrong? Ask for a new review and write why. Another moderator then reads the idea again.
refused-final = Another moderator has reviewed the idea again. The decision stands.
refused-too-late = The time to ask for a new review is over. The decision stands.
idea-withdraw = Take the idea back
idea-work = Your task
idea-desk = To the group’s desk
idea-screen = Review the idea
idea-visibility = Hide or show the idea
idea-more = More about the idea
idea-share = Share
idea-share-number = The idea has the number { $number }. You can search for the number.
copy-link = Copy link
copy-done = The link is copied.
copy-failed = Copy the link yourself:
report-idea = Report the idea
report-comment = Report
idea-supports = { $count ->
    [one] { $count } supports
   *[other] { $count } support
}
idea-comments = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}

## Support

support-title = Support the idea
support-count = { $count ->
    [one] person supports the idea.
   *[other] people support the idea.
}
support-missing = { $count ->
    [0] The goal is reached.
    [one] { $count } more is needed, by { $date }.
   *[other] { $count } more are needed, by { $date }.
}
support-over = The time for support is over.
support-give = I support the idea
support-take-back = Take back my support
support-given = You support the idea. You can take your support back as long as the time for support lasts.
support-secret = Nobody sees that you are the one who supports it.
support-email = E-mail
support-email-hint = We send a mail. Press the button there, and your support counts.

idea-follow-title = Follow the idea
follow-begin = Follow
follow-end = Stop following
follow-hint = You get mail when something changes or somebody answers.
follow-sign-in = Sign in to follow by mail
follow-feed = Decisions as a feed

## Discussion

idea-discussion = { $count ->
    [0] Discussion
    [one] Discussion ({ $count } contribution)
   *[other] Discussion ({ $count } contributions)
}
comments-for = For
comments-against = Against
comments-for-none = Nobody has written for it yet.
comments-against-none = Nobody has written against it yet.
comments-questions = Questions
comments-additions = Additions
comments-more = Show more contributions
comment-hidden = A moderator has hidden this contribution. Reason: { $ground }.
comment-waits = Only you can see this yet. A moderator reads it first.
comment-answer-from = Answer from { $group }
comment-answer = Answer the question
comment-answer-label = Answer, at most 1,000 characters
comment-title = Write a contribution
comment-kind = What do you want to write?
comment-kind-for = Something that speaks for it
comment-kind-against = Something that speaks against it
comment-kind-question = A question
comment-kind-addition = An addition
comment-body = Your contribution
comment-body-hint = At most { $limit } characters. Do not name private persons.
comment-reviewed = Your contribution is shown when a moderator has read it, mostly the same day.
comment-send = Send the contribution
comment-sign-in = Sign in to write a contribution. You get a code by mail.
keep-personal-data = The details are my own or are meant to be public. They shall stay.

## Decision and ballot

outcome-yes = yes
outcome-partly = yes in part
outcome-no = no
decision-title = Decision: { $outcome }
decision-by = { $group } decided this { $date }.
decision-recommendation = This is the group’s recommendation to those who decide.
decision-who-title = Who does it?
decision-who = { $owner }
decision-who-when = { $owner }. First step: { $date }.
decision-conditions = On these conditions
decision-reasons = Why?
decision-would-change = What could change the answer?
decision-instead = What you can do instead
decision-children = What did children think?
decision-dissent = Who thought otherwise
ballot-title = Ballot
ballot-open-until = The ballot is secret and closes { $moment }. The result is shown then.
ballot-go = To the ballot
ballot-closed = { $voted } of { $roll } voted. Result: { $result }.
ballot-table = How the votes fell
ballot-choice = Answer
ballot-votes = Votes
ballot-choice-yes = Yes
ballot-choice-no = No
ballot-choice-abstain = Abstain
ballot-result-yes = yes
ballot-result-no = no
ballot-result-tie = as many for yes as for no
ballot-result-no_quorum = too few voted

## What has happened

event-submitted = { $author } sent the idea.
event-imported = The idea was brought in from another system and published.
event-resubmitted = The author changed the idea and sent it again.
event-published = A moderator published the idea. { $group } answers for it.
event-returned = A moderator asked for a change. Reason: { $ground }.
event-refused = A moderator decided not to publish the idea. Reason: { $ground }.
event-appealed = The author asked for a new review.
event-return_lapsed = The time to change the idea ran out.
event-edited = The author changed the text.
event-added = The author made an addition.
event-goal_reached = { $supports } people support the idea. So { $group } has to answer.
event-lifted = { $by } took up the idea without waiting for more support.
event-came_to_group = The idea came to { $group }. Answer by { $date }.
event-closed_unsupported = The time for support ran out before the goal was reached.
event-asked = { $group } asked { $name }.
event-answer_came = { $name } answered.
event-answer_missing = { $name } did not answer in time. { $group } goes on without.
event-forwarded = { $group } sent the idea on to { $name }.
event-came_back = The idea came back from { $name }.
event-hand_over_offered = { $from } asked whether { $to } wants to take over the idea.
event-hand_over_accepted = { $to } took over the idea from { $from }. Answer by { $date }.
event-hand_over_declined = { $to } declined to take over. The idea stays with { $from }.
event-taken_forward = { $group } wants to make the idea real and is shaping a proposal.
event-owner_asked = { $group } asked whether { $name } wants to be responsible.
event-owner_accepted = { $name } agreed to be responsible.
event-owner_declined = { $name } declined to be responsible.
event-owner_lapsed = { $name } did not answer in time, or has left. The group asks somebody else.
event-ballot_opened = A secret ballot opened.
event-ballot_closing = Those who have not voted were reminded.
event-ballot_closed = The ballot closed. Result: { $result }.
event-decided = { $group } decided: { $outcome }.
event-started = { $owner } began.
event-progress_reported = { $owner } told how it goes.
event-completed = The idea was carried out.
event-stopped = { $group } stopped the work.
event-merged = The idea was joined with “{ $title }”.
event-merged_here = “{ $title }” was joined with this idea.
event-withdrawn = The author took the idea back.
event-corrected = The process group corrected the state from “{ $was }” to “{ $becomes }”.
event-reminded = Whoever has the next step was reminded of { $date }.
event-late = It should have been done by { $date }. It is late.
event-climbed_to_chair = The chair of { $group } was told that it is late.
event-climbed_to_process = The process group was told that it is late.
event-late_again = No word still, { $days } days after { $date }. { $with }
late-with-late = Whoever is late knows of it.
late-with-chair = The chair has the matter.
late-with-process = The process group has the matter.
event-postponed = New date: { $date }. Before it was { $old }.
event-hidden = A moderator hid the idea. Reason: { $ground }.
event-shown_again = A moderator showed the idea again.
event-comment_written = Somebody wrote a contribution.
event-comment_shown = A contribution was shown.
event-comment_hidden = A moderator hid a contribution.
event-question_answered = { $group } answered a question.
event-reported = Somebody reported something on the page.
event-report_decided = A moderator decided on a report.

## Writing an idea

write-steps = Steps
write-step-title = Idea
write-step-why = Why
write-step-place = Place
write-step-contact = You
write-step-check = Read through
write-step-done = Done
write-step-here = Step { $number } of { $all }
write-saved = We keep what you write for 30 days in this browser. You need no account.
write-title-question = What do you want to happen?
write-title-lead = Begin with one sentence. Three short questions follow.
write-title-label = Your idea in one sentence
write-title-hint = At most { $limit } characters. For example: Put up lamps along the footpath behind the school.
write-why-question = Why? For whom does it get better?
write-why-label = Tell us
write-why-hint = At least one sentence, at most { $limit } characters. Write in any language you like. Do not name private persons.
write-place-question = Where?
write-language = Language
write-language-hint = The language the text seems to be in. Change it if it is wrong, so that more people find the idea.
write-place-label = Place
write-place-hint = Choose the whole area if it is not about one place.
write-contact-question = Who are you, and how do we reach you?
write-name = Name shown
write-name-label = Name shown with the idea
write-name-hint = Your name, only the first name or a made-up name. You choose.
write-email = E-mail
write-email-none = None. You get a code instead.
write-contact-label = How do we reach you? (optional)
write-contact-hint = Only those of us who answer see it. Without it you get a code that shows how it goes.
write-contact-short = How we reach you
write-contact-email = By e-mail
write-contact-phone = By telephone
write-contact-letter = By letter
write-contact-none = Not at all. Give me a code.
write-reach-phone = Telephone: { $value }
write-reach-letter = Letter: { $value }
write-phone-label = Telephone number
write-phone-hint = We call when something happens with your idea. For example 070-123 45 67.
write-address-label = Name and postal address
write-address-hint = As it should stand on the envelope. We write when something happens with your idea.
write-email-label = E-mail address
write-email-hint = Then we mail you the answer, once you have confirmed the address. Nobody else sees the address.
write-email-known = You are signed in, so we mail you the answer.
write-young = Under 18
write-young-question = Are you under 18?
write-young-hint = We ask in order to protect you. You need no adult’s permission.
write-young-label = Yes, I am under 18
write-young-protected = Yes. Search engines are asked not to show your idea.
write-check-title = Read through and send
write-personal-title = Shall this stay?
write-personal-words = The text holds telephone numbers or e-mail addresses. Everyone will be able to read them:
write-public = When you send it, the idea becomes a public document. Your name is shown as: { $name }.
write-privacy = How we use your details
write-send = Send the idea
similar-title = Is your idea like one of these?
similar-found = Similar ideas: { "{n}" }
similar-count = { $count ->
    [one] There is a similar idea
   *[other] There are { $count } similar ideas
}
similar-lead = You wrote: “{ $title }”. It means more that many support the same idea than that it is there several times.
similar-reason = Both are about: { $words }
similar-reason-place = Both are about: { $words }. Both concern { $place }.
similar-support = Support it
similar-read = Read what happened
similar-check = Is one of them the same idea as yours? Then support or follow it. Otherwise send your own.
similar-mine-is-different = My idea is different
thanks-title = Thank you! We have received your idea.
thanks-number = It has the number
thanks-read-by = A moderator reads it by { $date }. Then everyone can see it.
thanks-code-title = Your code
thanks-code-words = Keep the code. With the number { $number } and the four words you see how it goes, even without e-mail.
thanks-print = Print the page or copy the words. The page can be shown again for an hour.
thanks-see = See your idea
thanks-receipt = Here you can enter the code later
thanks-others = Read other people’s ideas
receipt-title = See how it goes for your idea
receipt-lead = Write the number and the four words that you got when you sent the idea.
receipt-number = Number of the idea
receipt-number-hint = For example 2026-0412
receipt-code = The four words
receipt-code-hint = For example båt måne grus sex. Capital letters do not matter.
receipt-open = Show my idea

## Changing one's own idea

addition-label = Addition { $date }.
edit-rewrite-title = Change your idea
edit-rewrite-lead = Everyone can read earlier versions on the page of the idea once it is published.
edit-rewrite-button = Save the change
edit-send-again-title = Change and send again
edit-send-again-lead = Change what the moderator asked for. When you send it, a moderator reads the idea again.
edit-send-again-button = Send again
edit-add-title = Add something to your idea
edit-add-lead = Many already support the idea as it is written, or a group works with it. So it is only possible to add. The addition stands under the text with today’s date.
edit-add-button = Save the addition
edit-locked-title = The text is locked
edit-locked-lead = The idea has moved on, so the text cannot be changed just now. Save your words if you want to use them later.
edit-text-now = As it stands today
edit-addition = Addition
edit-addition-hint = At most { $limit } characters. Do not name private persons.
versions-title = Versions of the text
versions-lead = Newest first. What was added is underlined, what was removed is struck through.
version-text = Version { $number }
version-addition = Version { $number }: addition
version-first = The first text that everyone can read.
version-removed = removed:
version-added = added:
versions-back = To the idea
withdrawal-title = Take the idea back
withdrawal-lead = The idea and what others have written stay, but nobody works on it any more. This cannot be undone.
withdrawal-reason = Why do you take it back?
withdrawal-reason-hint = One line that everyone can read. Do not name private persons.
withdrawal-button = Take the idea back
withdrawal-keep = Keep the idea
appeal-title = Ask for a new review
appeal-lead = Another moderator reads the idea and what you write here. You can do this once.
appeal-reason = Why should the idea be published?
appeal-reason-hint = At least 5 and at most { $limit } characters. Only the moderators read it.
appeal-button = Ask for a new review
flash-idea-changed = We have saved the change.
flash-idea-withdrawn = You have taken the idea back.
flash-idea-appealed = Another moderator reads the idea. You will hear from us.
