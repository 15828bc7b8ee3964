### Bundled mails, and mails from representatives.

mail-unsubscribe-followed = Stop news about ideas I follow
mail-unsubscribe-ballots = Stop mails about ballots
mail-unsubscribe-comments = Stop mails about comments on my ideas
mail-unsubscribe-saved_searches = Stop mails about my saved searches
mail-unsubscribe-themes = Stop mails about themes I follow
mail-unsubscribe-seats = Stop mails from my representatives
mail-why-bundle = You get this mail because we put news together for you. You choose how often.
mail-bundle-subject-one = News about “{ $title }”
mail-bundle-subject = News about { $count } ideas
mail-bundle-first = { $count ->
    [one] This has happened to an idea that you want to hear about.
   *[other] This has happened to { $count } ideas that you want to hear about.
}
mail-bundle-line = { $what }. { $more }
mail-bundle-hit = It fits a search that you have saved.
mail-bundle-comment = Somebody has written about the idea.
mail-bundle-new = A new idea in the theme { $theme }.
mail-bundle-more = { $count ->
    [one] And one idea more. You find it on the website.
   *[other] And { $count } ideas more. You find them on the website.
}
mail-bundle-subject-mixed = { $count } pieces of news
mail-bundle-first-mixed = { $count } things have happened that you want to hear about.
mail-bundle-more-mixed = { $count ->
    [one] And one thing more. You find it on the website.
   *[other] And { $count } things more. You find them on the website.
}
mail-bundle-report = { $represents } in { $group }
mail-bundle-answer = Somebody has answered you.
mail-bundle-action = Choose how often you get mails
mail-new_comment-subject = Somebody has written about “{ $title }”
mail-new_comment-first = Read the comment on the page of the idea.
mail-ballot_closing-subject = Last day to vote: before { $date }
mail-ballot_closing-first = You have not voted yet. It takes about a minute.

told-decided = Decision: { $outcome }. { $what }
mail-why-seat = You get this mail because you follow a representative.
mail-report_back-subject = { $count ->
    [one] From { $group }: one decision
   *[other] From { $group }: { $count } decisions
}
mail-report_back-first = { $name } represents { $represents } and tells what was decided.
mail-report_back-first-for = { $name } tells { $represents } what was decided, in place of the representative.
mail-report_back-action = Read and answer
mail-report_back-answer = Answer on the page. The representative brings it to the next meeting.
mail-report_due-subject = Tell { $represents } by { $date }
mail-report_due-first = { $group } has decided. { $represents } wants to know what came of it.
mail-report_due-how = We have written a draft. Read it, change it and send it. It takes about five minutes.
mail-report_due-action = Open the draft
mail-report_late-subject = { $represents } has not been told what was decided
mail-report_late-first = The report from { $group } should have been sent by { $date }. The page now says that it was not.
told-first-step = { $owner } does it. First step: { $date }.
mail-report_late-leads-subject = { $count ->
    [one] { $represents } has not been told what was decided
   *[other] { $group }: { $count } representatives have not told what was decided
}
mail-report_late-leads-how = Ask whoever should have told. You can write it yourself too by now; the draft is on the page.
mail-report_late-leads-action = See who has told
mail-told_hidden-subject = We do not show what you wrote to { $represents }
mail-told_hidden-first = The reason is: { $ground }.
mail-told_hidden-first-plain = The text does not follow the rules of the discussion.
mail-told_hidden-kept = The decisions that you told of are still shown.
mail-told_hidden-action = See the report
mail-why-report = You get this mail because you wrote the report.
