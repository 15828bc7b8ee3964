### The moderators' pages, and the form for reporting something.

## The queue

moderation-title = Review
moderation-none = Nothing is waiting right now.
moderation-waiting-today = { $count } waiting, the oldest since today.
moderation-waiting = { $count } waiting, the oldest for { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
moderation-empty-title = Everything has been read
moderation-empty = When somebody sends an idea, writes a comment or reports something, you find it here.
moderation-more = { $count ->
    [one] One more is waiting. You see it here when you have dealt with those above.
   *[other] { $count } more are waiting. You see them here when you have dealt with those above.
}
moderation-item-idea = Idea
moderation-item-appeal = Request for a new decision
moderation-item-comment = Comment
moderation-item-report = { $count ->
    [one] Report
   *[other] { $count } reports
}
moderation-came = Came in { $date }
moderation-due = By { $when }
moderation-was-due = Should have been done { $when }
moderation-time-urgent = At once
moderation-time-short = Little time left
moderation-time-late = Late
moderation-barred-own = Your own – somebody else takes it.
moderation-barred-first = You took the first decision – somebody else takes it.

## An idea

moderation-back = To the queue
moderation-back-to-idea = To the idea
moderation-not-waiting = The idea is not waiting for review. State: { $state }.
moderation-open-page = Open the idea’s page
moderation-to-visibility = Hide or show the idea
moderation-appeal-title = Request for a new decision
moderation-appeal-lead = Another moderator said no. The author wants somebody else to read it:
moderation-earlier-title = Earlier answer
moderation-flags = Look closer
moderation-flag-identity-number = There is a personal identity number in the text.
moderation-flag-telephone = There is a telephone number in the text.
moderation-flag-email = There is an e-mail address in the text.
moderation-flag-link = There is a link in the text.
moderation-flag-other-language = The text is not in Swedish.
moderation-flag-very-short = The text is very short.
moderation-language-sv = in Swedish
moderation-language-en = in English
moderation-language-fi = in Finnish
moderation-language-ar = in Arabic
moderation-language-so = in Somali
moderation-language-fa = in Persian
moderation-language-bs = in Bosnian, Croatian or Serbian
moderation-language-tr = in Turkish
moderation-language-es = in Spanish
moderation-language-de = in German
moderation-language-fr = in French
moderation-language-pl = in Polish
moderation-language-ru = in Russian
moderation-language-uk = in Ukrainian
moderation-origin-own = sent here
moderation-origin-assisted = handed in with help
moderation-origin-dialogue = from a dialogue meeting
moderation-origin-import = brought in from another system
moderation-author-title = Who wrote it
moderation-author-young = Under 18
moderation-author-unknown = Has left no contact. The answer can be read with the receipt code.
moderation-author-sent = { $count ->
    [one] Has sent { $count } idea
   *[other] Has sent { $count } ideas
}
moderation-author-published = { $count ->
    [0] None has been published
    [one] { $count } has been published
   *[other] { $count } have been published
}
moderation-author-refused = { $count ->
    [0] None has been refused
    [one] { $count } has been refused
   *[other] { $count } have been refused
}
moderation-author-comments = { $count ->
    [0] No comments are shown
    [one] { $count } comment is shown
   *[other] { $count } comments are shown
}
moderation-author-hidden = { $count ->
    [0] No comments are hidden
    [one] { $count } comment is hidden
   *[other] { $count } comments are hidden
}
moderation-alike-title = Similar ideas
moderation-alike-none = We find no idea like this one.
moderation-publish-title = Publish
moderation-suggestion = We suggest { $group }.
moderation-suggestion-also = Close behind comes { $group }.
moderation-theme = Theme
moderation-choose-theme = Choose a theme
moderation-group = Group that answers
moderation-group-hint = The group is named on the idea from the start and answers when enough people support it.
moderation-choose-group = Choose a group
moderation-publish-button = Publish the idea

moderation-idea-return-title = Send back
moderation-idea-return-lead = The author is told what needs to change and can send the idea again.
moderation-idea-return-next = Choose ground and see the text
moderation-idea-return-button = Send the idea back
moderation-idea-refuse-title = Do not publish
moderation-idea-refuse-lead = The author gets the reason and can ask another moderator to judge it. Most grounds can be chosen only after the idea has been sent back once.
moderation-idea-refuse-next = Choose ground and see the text
moderation-idea-refuse-button = Do not publish the idea

## Ground and own words

moderation-ground = Ground
moderation-chosen-ground = Ground:
moderation-other-ground = Choose another ground
moderation-words = What we write to the author
moderation-words-hint = Change the text so that it fits. At most { $limit } characters.
moderation-words-language = The author reads in this language: { $language }.

ground-not-shown-R1 = We do not publish the text, because neither the area nor the municipality can decide about what it asks for.
ground-not-shown-R2 = We do not show the text, because it is about one person’s own case. Please contact whoever handles the case.
ground-not-shown-R3 = We do not show the text, because it tells things about somebody else. That person has a right not to be seen here.
ground-not-shown-R4 = We do not show the text, because it is against the law. This is about:
ground-not-shown-R5 = We do not show the text, because it insults, threatens or discriminates against others.
ground-not-shown-R6 = We do not publish the text, because it holds several ideas. Please write one idea for each thing.
ground-not-shown-R7 = We do not publish the text, because the same idea is here already or was decided during the last year. Please support that one instead.
ground-not-shown-R8 = We do not publish the text, because it reports a fault or is a complaint. We have passed it on to those who can put it right.
ground-not-shown-R9 = We do not show the text, because it is advertising.
ground-not-shown-R10 = We do not publish the text, because we do not understand what you want to happen. Come by or call us, and we help you write.
ground-not-shown-R11 = We do not publish the text, because the same matter is being decided somewhere else. You can say what you think there.

## A comment

moderation-comment-title = Comment
moderation-comment-on = Comment on
moderation-comment-waiting = The comment is waiting for review.
moderation-comment-visible = Everyone can read the comment.
moderation-comment-hidden = The comment is hidden.
moderation-comment-refused = The comment was never shown.
moderation-comment-show-title = Show
moderation-comment-show-button = Show the comment
moderation-comment-refuse-title = Do not show
moderation-comment-refuse-lead = Only the author sees the comment and is told the reason.
moderation-comment-refuse-next = Choose ground and see the text
moderation-comment-refuse-button = Do not show the comment
moderation-comment-hide-title = Hide
moderation-comment-hide-lead = Its place stays, with the reason. The author is told why.
moderation-comment-hide-next = Choose ground and see the text
moderation-comment-hide-button = Hide the comment

## Hiding an idea

moderation-visibility-title = Hide or show
moderation-is-hidden = The idea is hidden. Only its author and the moderators can see it.
moderation-hidden-at = Hidden { $moment }
moderation-not-public = The idea is not published, so there is nothing to hide.
moderation-visibility-hide-title = Hide the idea
moderation-visibility-hide-lead = The idea leaves lists, search and feeds, but nothing is deleted. The author is told the reason.
moderation-visibility-hide-next = Choose ground and see the text
moderation-visibility-hide-button = Hide the idea
moderation-show-again-title = Show the idea again
moderation-show-again-lead = Everyone can read the idea again, with all its support and comments.
moderation-show-again-button = Show the idea

## A report

moderation-report-title = Report
moderation-report-on = Report on the page
moderation-reported-idea = The reported idea
moderation-reported-comment = The reported comment
moderation-reported-not-shown = This is not shown to everyone right now.
moderation-reports = { $count ->
    [one] One report about this
   *[other] { $count } reports about this
}
moderation-report-by-person = From somebody signed in
moderation-report-by-visitor = From a visitor
moderation-report-kept = It stays
moderation-report-hidden = Hidden
moderation-keep-title = Let it stay
moderation-keep-lead = Whoever reported it is told why.
moderation-close-lead = It is already gone. Write to whoever reported it what has happened.
moderation-keep-instead = Let it stay instead
moderation-keep-words = What we write to whoever reported it
moderation-keep-words-hint = Tell why it stays. At most { $limit } characters.
moderation-keep-button = Let it stay
moderation-report-hide-title = Hide it
moderation-report-hide-lead = Nothing is deleted. Both the author and whoever reported it are told the reason.
moderation-report-hide-next = Choose ground and see the text
moderation-report-hide-button = Hide it

report-title = Report something that does not belong here
report-lead = A moderator reads your report. If it is urgent, such as a threat, we read it within a few hours on working days.
report-about-idea = You report the idea
report-about-comment = You report this comment:
report-kind = What is wrong?
report-kind-threat = It threatens somebody, calls for crime, or shows abuse or violence
report-kind-hate = It agitates against a group of people
report-kind-privacy = It tells private things about somebody
report-kind-copyright = It is somebody else’s work, shown without permission
report-kind-insulting = It insults somebody
report-kind-other = It is advertising, or does not belong here for another reason
report-reason = Why is it wrong?
report-reason-hint = Write where in the text it stands and why it should not. At most { $limit } characters.
report-email = E-mail (optional)
report-email-hint = Leave it if you want an answer. We use it for nothing else.
report-good-faith-title = Confirm
report-good-faith = I believe that what I write is true.
report-send = Send the report
report-what-happens = The author is not told who reported it.

## Messages after a decision

flash-idea-publish = The idea is published. Its author is told.
flash-idea-return = The idea is back with its author.
flash-idea-refuse = The idea is not published. Its author gets the reason.
flash-idea-hide = The idea is hidden. Its author gets the reason.
flash-idea-show = Everyone can read the idea again.
flash-comment-show = Everyone can read the comment.
flash-comment-refuse = The comment is not shown. Its author gets the reason.
flash-comment-hide = The comment is hidden. Its author gets the reason.
flash-report-keep = It stays. Whoever reported it is told why.
flash-report-hide = It is hidden. The author and whoever reported it are told why.
flash-report-received = Thank you. A moderator reads your report within two working days. If you left your e-mail, the answer goes there.

## Call or write a letter

moderation-calls = Call or write a letter: { $count ->
    [0] nobody waits
    [one] { $count } waits
   *[other] { $count } wait
}
calls-title = Call or write a letter
calls-lead = These people have no e-mail. Call or write to them, whoever has waited longest first. Then mark it as done.
calls-none = Nobody waits for a call or a letter.
calls-phone = Call
calls-letter = Write a letter
calls-phone-to = Call { $name }
calls-letter-to = Write to { $name }
calls-since = waiting since { $moment }
calls-print = Print the page. Only the address and the letter are on the paper.
calls-done-phone = I have called
calls-done-letter = I have sent the letter
calls-done-by = Done by { $name } { $moment }.
flash-call-done = Done. For 30 days it stands here who did it.

moderation-told-title = What a representative wrote
moderation-told-back = To the page that everyone reads
moderation-told-is-hidden = The text is hidden. The decisions in it are shown.
moderation-told-hide-title = Hide the text
moderation-told-hide-lead = The decisions are still shown, and nothing is deleted. Whoever wrote it is told the reason.
moderation-told-hide-next = Choose ground and see the text
moderation-told-hide-button = Hide the text
moderation-told-show-title = Show the text again
moderation-told-show-lead = Everyone can read the text again.
moderation-told-show-button = Show the text
flash-told-hide = The text is hidden. Whoever wrote it gets the reason.
flash-told-show = Everyone can read the text again.
