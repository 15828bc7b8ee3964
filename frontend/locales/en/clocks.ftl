### Promises and answers: the page of whoever carries an idea out, what its author thinks, and what groups have kept.

## Whoever carries an idea out

progress-title = How does it go?
progress-due = Tell by { $date }.
progress-choose = Choose an answer
progress-goes-on = It goes on
progress-goes-on-not-yet = There is nothing to tell just now.
progress-done = Done
progress-done-not-yet = First say that the work has begun, under It goes on. Then you can say that it is done.
progress-help = I need help
progress-help-not-yet = Whoever is responsible for carrying it out can ask the group for help here.
progress-to-desk = See everything you can do about the idea
desk-help = Ask the group for help
desk-help-help = The chair and the coordinator of the group get a mail. Only the group and the process group read it. The day by which you tell how it goes stays.
desk-help-send = Ask for help
desk-field-need = What do you need?
desk-field-need-hint = Say what is lacking and when you need it. At most 1,000 characters.
flash-desk-help = The group knows what you need.
desk-help-asked = Needs help since { $date }: { $need }
desk-needs-help = Needs help: { $need }

## When a board, a company or somebody else has been given the idea

desk-answer-forwarding = Do you take the idea on?
desk-answer-forwarding-help = If you say yes, you answer it in time. If you say no, it goes back to the group. If you sit in the group you can write down what you have heard.
desk-answer-forwarding-send = Send the answer
desk-answer-forwarding-answer = The receiver's answer
desk-answer-forwarding-reason = Why not?
desk-answer-forwarding-reason-hint = Needed if you say no. Everyone can read it.
desk-forwarding-answer-yes = Yes, we take it on
desk-forwarding-answer-no = No, it is not ours
flash-desk-answer-forwarding = Thank you. The answer is on the page of the idea.

## What the author thinks

grade-title-result = Did it become what you meant?
grade-title-answer = What do you think of the answer?
grade-lead = Your answer is counted with those of others on the page Decisions and results.
grade-closed = There is nothing to answer or change just now.
grade-until = You have answered. You can change your answer up to and including { $date }.
grade-ask-result = Did it become what you meant?
grade-ask-clear = Can you understand the answer?
grade-ask-heard = Were you listened to?
grade-yes = Yes
grade-partly = In part
grade-no = No
grade-words = Would you like to say more?
grade-words-hint = You can leave it out. At most { $limit } characters.
grade-who-reads = What you write is read only by the group that answered and by the process group. You can change your answer for 30 days.
grade-button = Send my answer
flash-graded = Thank you for your answer!
idea-grade = Say what you think of the answer
desk-says-result = The author says whether it became what was meant: { $grade }.
desk-says-result-words = The author says whether it became what was meant: { $grade }. “{ $words }”
desk-says-clear = The author says whether the decision can be understood: { $grade }.
desk-says-clear-words = The author says whether the decision can be understood: { $grade }. “{ $words }”

## What groups have promised and kept

results-kept = Do we keep what we promise?
results-kept-lead = Every step has a day. In time is what was done by the day that we promised first. What is late and not done yet counts too.
results-kept-caption = Promises that were kept or should have been kept in { $year }
results-kept-none = No promise has run out in { $year } yet.
results-group = Who
results-promised = What
results-still-late = Waits still
results-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
results-share = { $count } ({ $percent }%)
results-small = With fewer than five we show no share, because it would say more about chance. Promises are counted since we began to keep them.
results-moderators = The moderators
promise-screening = Read a new idea
promise-closed = Give a short answer
promise-with_group = Give a first answer
promise-proposal = Work out a proposal
promise-ballot = Write down the decision after a ballot
promise-accepted = Take the first step
promise-under_way = Tell how it goes
results-graded = What did the authors think?
results-graded-lead = Authors are asked when the answer has come and when the idea is carried out.
results-graded-caption = Answers from { $year }
results-graded-none = Nobody has answered in { $year } yet.
results-question = Question

## The process group and the moderators

process-talk-comments = Comments
process-talk-reports = Reports
process-late-comments = { $count ->
    [one] One comment was not read in time
   *[other] { $count } comments were not read in time
}
process-late-reports = { $count ->
    [one] One report was not decided in time
   *[other] { $count } reports were not decided in time
}
moderation-put-off = Not enough time? Give a new date and say why.

## The history

event-help_asked = The group was asked for help.
event-forwarding_accepted = { $name } took the idea on.
event-forwarding_returned = { $name } did not take the idea on. It is back with { $group }.
event-owner_reminded = { $name } was reminded to answer by { $date }.
event-forwarding_reminded = { $name } was reminded to answer by { $date }.
event-closes_soon = The author was told that the time for support ends on { $date }.
event-graded = The author said what he or she thinks.
event-owner_changed = { $name } agreed to be responsible. The first step is taken by { $date }, instead of { $old }.
event-owner_released = { $name } is no longer responsible.
