### Whoever sits in a group tells those for whom he or she speaks (report back).

seat-title = { $represents } in { $group }
seat-held = { $name } represents { $represents } in { $group }.
seat-was-held = { $name } represented { $represents } until { $date }.
seat-explained = After a decision the representative has { $days } days to tell what happened. You can read it here, or get it by mail.
seat-nothing-owed = There is nothing new to tell.
seat-owed = Tells by { $date }.
seat-late = Not sent. It should have been sent on { $date }.
seat-last = Sent on { $date }
seat-more = Reports from { $represents }
seat-follow = Get a mail when the representative tells
seat-follows = You get a mail when the representative tells.
seat-end-follow = Stop the mails
seat-sign-in = Sign in to get a mail
seat-write = Write the report
seat-reports = What was sent
seat-reports-none = Nothing has been sent yet.
flash-seat-followed = From now on you get a mail when the representative tells.
flash-seat-follow-ended = You no longer get mails from the representative.

told-title = From { $group } to { $represents }
told-sent = { $name } sent this on { $date }.
told-words-hidden = A moderator has hidden what stood here.
told-visibility = Hide or show the text
told-own-words = You wrote:
told-decisions = What was decided
told-decisions-none = What stood here is no longer shown.
told-outcome = Decision: { $outcome }

told-write-title = Tell { $represents }
told-write-lead = { $count ->
    [one] One decision has not been told of yet. It follows under your text.
   *[other] { $count } decisions have not been told of yet. They follow under your text.
}
told-write-words = Your text
told-write-hint = Say what matters most to those you represent, and what they can do now. At most { $limit } characters.
told-draft = This is what { $group } has decided since last time. Answer on the page, and I will bring it to the next meeting.
told-write-send = Send to everyone who follows
told-write-nothing = There are no new decisions to tell of.
told-write-public = Everyone can read what you send. Those who follow get it by mail.
told-since-last = Answers to what you wrote last
flash-report-sent = Sent. Thank you for telling!

reply-title = Answer
reply-lead = { $name } and those who lead the group read your answer before the next meeting. Others do not see it.
reply-words = Your answer
reply-hint = At most { $limit } characters.
reply-send = Send the answer
reply-sign-in = Sign in to answer
reply-yours = Your answers
reply-all = Answers
reply-none = Nobody has answered yet.
reply-by = { $name }, { $date }
reply-delete = Remove my answer
reply-remove = Remove the answer
reply-removed = Removed { $date }. Those who lead the group can read it.
told-object = Is there something here that should not be? Write to { $contact }.
flash-reply-sent = Your answer is sent.
flash-reply-deleted = The answer is removed.

mail-kind-report_back = Report to whoever follows a representative
mail-kind-report_due = Reminder of a report
mail-kind-report_late = The report is late
mail-kind-reports_late = Several reports are late
mail-kind-told_hidden = To whoever wrote it: the text is not shown
