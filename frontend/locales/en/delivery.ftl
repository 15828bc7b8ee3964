### Delivery of mail: whom it does not reach, previews, and what the delivery page says.

unreached-bounced-title = Our mails do not reach you
unreached-bounced-lead = Our mails to your address come back. So we mail you nothing but codes for signing in. Is the address right? Press the button and we mail you again.
unreached-bounced-button = The address is right
unreached-complained-title = We send you no news
unreached-complained-lead = One of our mails was marked as junk in your inbox. So we send no news, only what concerns your own ideas and tasks. Was that a mistake? Press the button and we send news again.
unreached-complained-button = Send news again
unreached-change = Change your e-mail address
flash-address-right = Thank you! We send mails to your address again.

unreached-title = Not reached
unreached-lead = Mails to these addresses come back, or are not wanted. The person is told at the next visit. Addresses are shown in part.
unreached-none = As far as we know, every mail arrives.
unreached-person = Show the person
unreached-mark-bounced = Mails come back
unreached-mark-complained = Marked a mail as junk
unreached-times = { $count ->
    [one] { $count } mail came back
   *[other] { $count } mails came back
}
unreached-since = since { $moment }

machinery-preview-go = What the mails look like
machinery-mail-tries = { $count ->
    [0] not tried yet
    [one] { $count } failed attempt
   *[other] { $count } failed attempts
}
machinery-mail-next = next try { $moment }
machinery-mail-withheld = Not sent: mails to the address come back, or are not wanted.
preview-title = What the mails look like
preview-lead = Here is every kind of mail, in every language, written with made-up facts. Nothing is sent.
preview-back = All kinds of mail
preview-subject = Subject: { $subject }
preview-html = Show the mail as it looks in a mail program

## What each kind of mail is called by staff.

mail-kind-receipt = Receipt to whoever sent an idea
mail-kind-resubmitted = Receipt for a changed idea
mail-kind-published = Your idea is published
mail-kind-returned = Your idea needs a change
mail-kind-refused = Your idea is not published
mail-kind-appealed = Another moderator reads your idea
mail-kind-lapsed = Your idea was closed unchanged
mail-kind-hidden = Your idea is no longer shown
mail-kind-shown_again = Your idea is shown again
mail-kind-with_group = A group takes up your idea
mail-kind-closed = Your idea got too little support
mail-kind-author_asked = The group has asked somebody about your idea
mail-kind-author_unanswered = The group got no answer about your idea
mail-kind-forwarded = Your idea was handed on
mail-kind-group_changed = Another group has your idea
mail-kind-taken_forward = The group wants to carry out your idea
mail-kind-decision = Decision on your idea
mail-kind-started = Work on your idea has begun
mail-kind-done = Your idea is done
mail-kind-stopped = Work on your idea was stopped
mail-kind-merged = Your idea was joined with another
mail-kind-joined = Another idea was joined with yours
mail-kind-corrected = Something about your idea was put right
mail-kind-returned_reminder = Reminder: your idea is closed soon
mail-kind-late = The answer to your idea is late
mail-kind-late_again = The answer to your idea is still late
mail-kind-postponed = A new day for your idea
mail-kind-news_with_group = News: a group takes up an idea
mail-kind-news_forwarded = News: an idea was handed on
mail-kind-news_taken_forward = News: the group wants to carry out an idea
mail-kind-news_decision = News: decision on an idea
mail-kind-news_started = News: work on an idea has begun
mail-kind-news_done = News: an idea is done
mail-kind-news_stopped = News: work on an idea was stopped
mail-kind-news_merged = News: ideas were joined
mail-kind-news_withdrawn = News: an idea was taken back
mail-kind-news_postponed = News: a new day for an idea
mail-kind-queue = To moderators: something waits
mail-kind-appeal_of_yours = To the moderator: another reads it again
mail-kind-group_published = To the group: an idea is open
mail-kind-group_task = To the group: an answer is owed
mail-kind-group_closed = To the group: a short answer is owed
mail-kind-group_answered = To the group: the answer has come
mail-kind-group_unanswered = To the group: no answer came
mail-kind-group_came_back = To the group: an idea came back
mail-kind-hand_over_offered = To the group: do you take it over?
mail-kind-hand_over_accepted = To the group: another took it over
mail-kind-hand_over_declined = To the group: the idea stays with you
mail-kind-owner_accepted = To the group: the owner said yes
mail-kind-owner_declined = To the group: the owner said no
mail-kind-owner_silent = To the group: the owner did not answer
mail-kind-ballot_closed = To the group: the ballot is counted
mail-kind-reminder = Reminder before the day
mail-kind-late_owed = The day has passed
mail-kind-climbed_chair = To the chair: it is late
mail-kind-closes_soon = The time for support ends soon
mail-kind-forwarded_to_you = An idea was forwarded to you
mail-kind-forwarding_returned = Your idea is back with the group
mail-kind-group_forwarding_returned = To the group: the idea came back
mail-kind-help_asked = To the group: whoever carries it out needs help
mail-kind-process_forwarding_returned = To the process group: nobody took the idea on
mail-kind-still_late = To whoever carries it out: it is still late
mail-kind-climbed_process = To the process group: it is late
mail-kind-owner_asked = Will you see to this?
mail-kind-asked = A question to you
mail-kind-ballot = A ballot is open
mail-kind-question_answered = The group has answered your question
mail-kind-comment_hidden = Your comment is not shown
mail-kind-report_decided = Decision on your report
mail-kind-sign_in = Code for signing in
mail-kind-confirm_contact = Confirm your address
mail-kind-confirm_support = Confirm your support
mail-kind-draft_warning = Your draft is removed soon
mail-kind-new_comment = Somebody has written about your idea
mail-kind-ballot_closing = A ballot closes soon
mail-kind-bundle = Bundle

## Notices about an account; they cannot be turned off.

machinery-job-mail_session = Write a mail about a sign-in or key
mail-kind-new_sign_in = New sign-in
mail-kind-key_made = New key
mail-kind-role_changed = Another role
mail-kind-suspended = The account is suspended
mail-kind-reinstated = The account is open again

address-title = Change your e-mail address
address-lead = Write your new e-mail and we mail a link there. Once you have pressed the link the address is changed, and you sign in again with it. We tell the old address too.
address-new = Your new e-mail
address-hint = Others never see your e-mail.
address-send = Mail me a link
flash-address-asked = We have mailed a link to the new address. Press it to change.
mail-kind-address_changed = To the old address: the address is changed
machinery-job-mail_old_address = Write a mail to an old address
mail-kind-owner_reminded = Reminder: answer whether you will see to it
mail-kind-forwarding_reminded = Reminder: say whether you take the idea on
mail-kind-author_answered = The answer about your idea has come
mail-kind-back_to_proposal = The ballot about your idea gave no answer
mail-kind-new_owner = Somebody else is responsible for your idea
mail-kind-news_new_owner = News: somebody else is responsible for an idea
mail-kind-group_done = To the group: the idea is done
mail-kind-group_relieved = To the group: the idea is moved from you
mail-kind-owner_released = You are no longer responsible
