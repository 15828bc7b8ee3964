### Mails about days that somebody has promised: reminders, and what is said when a day has passed.

mail-why-ower = You get this mail because the next step is yours.
mail-why-process = You get this mail because you are in the process group.
mail-open-process = Open the page of the process group

## To the one who wrote the idea

mail-returned_reminder-subject = Your idea waits for you to change it
mail-returned_reminder-first = You can change the idea and send it again up to and including { $date }. Then we close it.
mail-late-subject = We are late with the answer to your idea
mail-late-first = You should have had an answer by { $date }. We are sorry.
mail-late-first-moderators = A moderator should have read your idea by { $date }. We are sorry.
mail-late-first-owner = The first step should have been taken by { $date }. We are sorry.
mail-late-first-note = You should have heard how it goes by { $date }. We are sorry.
mail-late-new_day = New date
mail-late-no_day = There is none yet.
mail-late-reason = The reason
mail-late-no_reason = We have not been given one yet.
mail-late-told = Whoever owes the answer knows that it is late.
mail-late-told-group = The group knows that it is late.
mail-late-next = Without an answer or a new date we tell somebody above them on { $date }.
mail-late-next-now = Without an answer or a new date we tell somebody above them on the next working day.
mail-late-nothing-to-do = You need not do anything. You hear from us when you get a new date or an answer.
mail-late_again-subject = We are still late with your idea
mail-late_again-first-moderators = It is { $days } days since { $date }, when a moderator should have read your idea. We are sorry.
mail-late_again-first-group = It is { $days } days since { $date }, when you should have had an answer. We are sorry.
mail-late_again-first-owner = It is { $days } days since { $date }, when the first step should have been taken. We are sorry.
mail-late_again-first-note = It is { $days } days since { $date }, when you should have heard how it goes. We are sorry.
mail-late_again-who = Who is late
mail-late_again-who-moderators = The moderators
mail-late_again-who-group = { $group }
mail-late_again-who-owner = Whoever has promised { $group } to do it
mail-late_again-who-note = Whoever has promised { $group } to do it
mail-late_again-with = Who has the matter now
mail-late_again-with-late = Those who are late. They know that it is late.
mail-late_again-with-chair = The chair of { $group }, who has to see that something happens.
mail-late_again-with-process = The process group, which sees that everybody gets an answer.
mail-late_again-next = If nothing has happened in a month we write again.
mail-postponed-subject = A new date for the answer to your idea
mail-postponed-first = You were to have an answer by { $old }. The new date is { $new }.
mail-postponed-first-late = You should have had an answer by { $old }. The new date is { $new }. We are sorry.
mail-news_postponed-subject = New date: “{ $title }”
mail-news_postponed-first = The next news was to come by { $old }. The new date is { $new }.

## To the one who has something to do

mail-owed-closed = { $group } gives the idea a short answer by { $date }.
mail-owed-with_group = { $group } gives a first answer by { $date }.
mail-owed-proposal = { $group } has a proposal ready by { $date }.
mail-owed-ballot = The ballot is counted. { $group } writes down the decision by { $date }.
mail-owed-accepted = The first step is taken by { $date }. { $group } counts on you.
mail-owed-partly_accepted = The first step is taken by { $date }. { $group } counts on you.
mail-owed-under_way = You tell how it goes by { $date }. { $group } counts on you.
mail-owed-awaiting_answer = { $group } needs your answer by { $date }.
mail-owed-forwarded = { $group } needs your answer by { $date }.
mail-missing-closed = What is missing is a short answer from { $group }.
mail-missing-with_group = What is missing is a first answer from { $group }.
mail-missing-proposal = What is missing is a finished proposal from { $group }.
mail-missing-ballot = The ballot is counted. What is missing is the decision of { $group }.
mail-missing-accepted = What is missing is the first step.
mail-missing-partly_accepted = What is missing is the first step.
mail-missing-under_way = What is missing is word of how it goes.
mail-missing-awaiting_answer = What is missing is the answer to { $group }.
mail-missing-forwarded = What is missing is the answer to { $group }.
mail-late_owed-nobody = Nobody has taken it on. Ask somebody on the group's desk.
mail-climbed_chair-others = Ask how it goes. If it comes to nothing you can ask somebody else, on the group's desk.
mail-fact-ower = Responsible
mail-open-progress = Say how it goes
mail-reminder-subject = Reminder: “{ $title }” by { $date }
mail-late_owed-subject = Late: “{ $title }”
mail-late_owed-first = The day has passed: it should have been done by { $date }. The author knows that it is late.
mail-late_owed-new_day = Not enough time now? Give a new date and say why. The author is told.
mail-climbed_chair-subject = Late with { $group }: “{ $title }”
mail-climbed_chair-first = It should have been done by { $date } and nothing has happened. You are the chair, so now it is for you to see that something does.
mail-climbed_process-subject = Late: idea { $number }
mail-climbed_process-first = { $group } should have answered by { $date }. Nothing has happened, so now it is yours.
mail-climbed_process-first-moderators = The moderators should have read the idea by { $date }. Nothing has happened, so now it is yours.
mail-climbed_process-first-owner = Whoever { $group } has named should have been heard from by { $date }. Nothing has happened, so now it is yours.
mail-owner_silent-subject = Nobody is responsible for “{ $title }”
mail-owner_silent-first = { $owner } has not answered in time, or has left. { $group } needs to ask somebody else, or the same person again.

## To the author: the time for support ends soon

mail-closes_soon-subject = Your idea can be supported up to and including { $date }
mail-closes_soon-first = { $count ->
    [0] Nobody supports your idea yet.
    [one] { $count } person supports your idea just now.
   *[other] { $count } people support your idea just now.
}
mail-closes_soon-missing = { $count ->
    [one] One more is needed by { $date } for the group to answer it.
   *[other] { $count } more are needed by { $date } for the group to answer it.
}
mail-closes_soon-share = Tell neighbours, friends and associations about it. If too few support it you get a short answer all the same.

## When an idea is handed on to somebody outside

mail-forwarded_to_you-subject = { $group } hands an idea on to you
mail-forwarded_to_you-first = Say by { $date } whether you take it on. Otherwise it goes back to the group.
mail-forwarded_to_you-answer = If you take it on, its author needs your answer by { $date }.
mail-forwarded_to_you-action = Say whether you take the idea on
mail-forwarding-declined = { $asked } does not take the idea on.
mail-forwarding-silent = { $asked } has not said whether they take the idea on, and the time is up.
mail-forwarding_returned-subject = Your idea is back with { $group }
mail-forwarding_returned-next = Now it is the group's turn again. You get an answer by { $date }.
mail-group_forwarding_returned-subject = { $asked } has not taken “{ $title }” on
mail-group_forwarding_returned-next = The idea is back with { $group }. Hand it on to the right receiver, or answer it yourselves.
mail-process_forwarding_returned-subject = Nobody has taken idea { $number } on
mail-process_forwarding_returned-first = { $group } handed the idea on, and it has come back.

## To whoever carries an idea out, and to the group

mail-help_asked-subject = { $owner } needs help with “{ $title }”
mail-help_asked-first = { $owner } carries the idea out and asks the group for help.
mail-help_asked-need = This is needed:
mail-still_late-subject = Late still: “{ $title }”
mail-still_late-first = You should have told how it goes by { $date }.
mail-still_late-told = Those above you in the matter now know that it is late.
mail-still_late-ways = Tell how it goes, say that it is done or ask for help. It takes about a minute.
mail-done-action = Say whether it became what you meant
mail-done-idea = The idea is at { $url }
mail-decision-grade = Can you understand the answer, and were you listened to? Answer here: { $url }
mail-owner_reminded-subject = Reminder: will you take this on?
mail-owner_reminded-first = { $group } needs your answer by { $date }. Otherwise the group asks somebody else.
mail-forwarding_reminded-subject = Reminder: { $group } has sent you an idea
