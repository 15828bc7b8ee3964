### Mails about things that go another way than they did: an answer that came, somebody else responsible, another group.

## Whose turn it is

mail-turn = Answer by { $date }.
mail-turn-late = It should have been done by { $date }, so it is urgent now.
mail-forwarding_returned-late = Now it is the group's turn again. You should have had an answer by { $date }. We are sorry.
mail-open-ballot = Open the ballot

## To the one who wrote the idea, and to whoever follows it

mail-author_answered-subject = { $asked } has answered about your idea
mail-author_answered-first = { $asked } has given { $group } an answer.
mail-back_to_proposal-subject = The ballot about your idea gave no answer
mail-back_to_proposal-next = { $group } goes on working on the proposal. You hear from the group by { $date }.
mail-new_owner-subject = { $owner } is now responsible for your idea
mail-news_new_owner-subject = { $owner } is now responsible for “{ $title }”
mail-new_owner-first = { $group } has asked { $owner } to see the idea carried out, and the answer is yes.
mail-new_owner-day = The first step was to be taken by { $old }. The new date is { $new }.
mail-new_owner-day-late = The first step should have been taken by { $old }. The new date is { $new }. We are sorry.

## To the one who was to do something, and to the group

mail-owner_released-subject = You are no longer responsible for “{ $title }”
mail-owner_released-first = { $group } sees to it in another way. You need not do anything more.
mail-owner_released-first-ended = The group does not carry the idea out now. You need not do anything more.
mail-owner_accepted-first-decided = The first step is to be taken by { $date }.
mail-group_done-first = Whoever carries the idea out for { $group } says that it is done.
mail-group_relieved-first = The process group has moved the idea from you.
mail-hand_over_declined-first-silent = { $group } has not answered in time. The idea is still with you.
mail-reminder-subject-today = Today: “{ $title }”
mail-climbed_process-subject-again = Late still: idea { $number }
mail-owed-ballot-unanswered = The ballot gave no answer. { $group } says how it goes on by { $date }.
mail-missing-ballot-unanswered = The ballot gave no answer. What is missing is how { $group } goes on.
mail-late-first_step = The first step should have been taken by { $date }.
mail-queue-first-late = { $count ->
    [one] One idea waits for a moderator. It should have been read by { $date }.
   *[other] { $count } ideas wait for a moderator. The first should have been read by { $date }.
}
