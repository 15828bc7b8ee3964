### The mails: subject, first sentence and what follows. Subject and first sentence say what has happened.

## What several mails share

mail-footer-sender = { $operator } runs { $service }.
mail-footer-contact = Questions? Reply to this mail or contact { $contact }.

mail-why-author = You get this mail because you wrote the idea.
mail-why-follower = You get this mail because you follow the idea.
mail-why-lead = You get this mail because you have a task in the group.
mail-why-owner = You get this mail because the group suggests you.
mail-why-asked = You get this mail because the group wants to ask you.
mail-why-elector = You get this mail because you may vote.
mail-why-moderator = You get this mail because you are a moderator.
mail-why-comment_author = You get this mail because you wrote the comment.
mail-why-reporter = You get this mail because you reported something on the site.
mail-why-address = You get this mail because somebody gave us this address. Was it not you? Then you need not do anything.
mail-why-draft = You get this mail because you gave the address in a draft with us.

mail-fact-idea = Idea
mail-fact-number = Number
mail-fact-answer_by = Answer by
mail-fact-diary_number = Registry number
mail-fact-owner = Responsible
mail-fact-first_step = First step
mail-fact-measure = How we measured it
mail-fact-group = Group

mail-open-idea = Open the idea
mail-open-desk = Open the group's desk
mail-way-in = Cannot get in? Sign in with this address, or open the idea with the number and the code on your receipt: { $url }
mail-objection = Do you think we are wrong? Reply to this mail, and somebody else among us will read it.
mail-moderator-words = The moderator writes:
mail-their-reason = The reason:
mail-their-question = The question:
mail-their-answer = The answer:

## To the author: on the way in

mail-receipt-subject = We have received your idea ({ $number })
mail-receipt-first = Thank you. A moderator reads your idea by { $date } at the latest.
mail-receipt-first-soon = Thank you. A moderator reads your idea before everyone can see it.
mail-receipt-next = Then you get another mail from us. Keep the number { $number }.
mail-receipt-confirm = Confirm that the address is yours. Then we mail you what happens, and you can change the idea. Otherwise you get no more mail from us.
mail-receipt-confirm-action = Confirm my address
mail-resubmitted-subject = We have received your changed idea ({ $number })
mail-resubmitted-first = Thank you. A moderator reads the idea again by { $date } at the latest.
mail-resubmitted-first-soon = Thank you. A moderator reads the idea again before everyone can see it.
mail-published-subject = Your idea is published
mail-published-first = Now everyone can read and support it, until { $date }.
mail-published-goal = When { $count } people support the idea, { $group } must answer it. You are welcome to tell others about it.
mail-returned-subject = Your idea needs a change before it can be shown
mail-returned-first = You need to change something. Then we publish.
mail-returned-until = You can change the idea until { $date }. After that we close it.
mail-returned-action = Change the idea
mail-refused-subject = We do not publish your idea
mail-refused-first = The reason is: { $ground }.
mail-refused-appeal = How to ask for a new review: open the link by { $date } and write why you think we are wrong. Another moderator then reads the idea again.
mail-refused-action = Ask for a new review
mail-appealed-subject = We are reviewing your idea again ({ $number })
mail-appealed-first = Another moderator than the first reads the idea by { $date } at the latest.
mail-appealed-first-soon = Another moderator than the first reads the idea now.
mail-lapsed-subject = We have closed your idea ({ $number })
mail-lapsed-first = The time for changing the idea is over, so we have closed it.
mail-lapsed-again = You can write the idea again at any time.
mail-lapsed-action = Write a new idea
mail-hidden-subject = We have hidden your idea ({ $number })
mail-hidden-first = The reason is: { $ground }.
mail-hidden-now = Only you and the moderators can see the idea now.
mail-shown_again-subject = Your idea is shown again ({ $number })
mail-shown_again-first = Now everyone can read your idea again.

## To the author: with the group

mail-with_group-subject = { $group } takes up your idea
mail-with_group-first = You get an answer by { $date } at the latest.
mail-closed-subject = Your idea did not get enough support in time
mail-closed-first = { $count ->
    [one] { $count } person supports the idea, and { $goal } were needed.
   *[other] { $count } people support the idea, and { $goal } were needed.
}
mail-closed-answer = { $group } still gives you a short answer, by { $date } at the latest. A group can also take up the idea later.
mail-author_asked-subject = { $group } has asked { $asked } about your idea
mail-author_asked-first = The answer is due by { $date }.
mail-author_unanswered-subject = The answer about your idea has not come
mail-author_unanswered-first = { $asked } did not answer in time, so { $group } goes on without the answer.
mail-forwarded-subject = Your idea has been sent to { $asked }
mail-forwarded-first = { $asked } is to answer by { $date }.
mail-group_changed-subject = { $group } takes over your idea
mail-group_changed-first = You get an answer by { $date } at the latest.
mail-group_changed-reason = { $group } suits the idea better. This is what the former group wrote:
mail-taken_forward-subject = { $group } wants to make your idea happen
mail-taken_forward-first = Now the group works out a proposal, and you are part of it.
mail-merged-subject = Your idea has been joined with another
mail-merged-first = It lives on in “{ $title }” ({ $number }).
mail-merged-first-number = It lives on in idea { $number }.
mail-merged-kept = Supports, comments and followers are kept. You still count as one of those who propose it.
mail-joined-subject = Another idea has been joined with yours
mail-joined-first = “{ $title }” is about the same thing, so now they are one idea.
mail-corrected-subject = We have put something right about your idea
mail-corrected-first = The process group has put right what was said about the idea, and the page shows it.

## The decision

mail-decision-subject-yes = Decision: yes to “{ $title }”
mail-decision-subject-partly = Decision: yes in part to “{ $title }”
mail-decision-subject-no = Decision: no to “{ $title }”
mail-decision-first-yes = { $group } says yes. { $owner } will do it, and the first step is { $date }.
mail-decision-first-partly = { $group } says yes to a part. { $owner } will do that part, and the first step is { $date }.
mail-decision-first-no = { $group } says no. This is the reason:
mail-decision-what = This is the decision:
mail-decision-reasons = The reasons:
mail-decision-conditions = This also holds:
mail-decision-would_change = This would change the answer:
mail-decision-instead = This is what you can do instead:
mail-decision-children = How the group has thought of children and young people:
mail-decision-dissent = Not everyone agreed:
mail-decision-ballot = The ballot: { $yes } yes, { $no } no, { $abstain } abstained.
mail-decision-recommendation = This is the group's recommendation to those who have the right to decide.

## Carrying it out

mail-started-subject = Work on your idea begins
mail-started-first = { $owner } has begun.
mail-started-first-unnamed = The work has begun.
mail-started-next = The page of the idea tells how it goes.
mail-done-subject = It is done: { $title }
mail-done-first = Your idea has become real. Did it turn out as you thought?
mail-done-answer = Open the link and say what you think. It takes about a minute.
mail-done-result = This is what came of it:
mail-stopped-subject = Work on your idea has been stopped
mail-stopped-first = { $group } has stopped the work and tells why.

## To followers

mail-news_with_group-subject = { $group } takes up “{ $title }”
mail-news_with_group-first = The idea that you follow gets an answer by { $date } at the latest.
mail-news_forwarded-subject = “{ $title }” has been sent to { $asked }
mail-news_taken_forward-subject = { $group } wants to make “{ $title }” happen
mail-news_taken_forward-first = Now the group works out a proposal.
mail-news_started-subject = Work begins: { $title }
mail-news_done-first = The idea that you follow has become real.
mail-news_stopped-subject = The work has been stopped: { $title }
mail-news_merged-subject = “{ $title }” has been joined with another idea
mail-news_withdrawn-subject = “{ $title }” has been taken back
mail-news_withdrawn-first = The author has taken the idea back.

## To moderators and groups

mail-queue-subject = { $count } wait for a moderator, the oldest { $age }
mail-queue-subject-empty = There are ideas to read
mail-queue-age = { $count ->
    [0] less than a day
    [one] { $count } day
   *[other] { $count } days
}
mail-queue-first = { $count ->
    [one] One idea waits for a moderator. Read it by { $date }.
   *[other] { $count } ideas wait for a moderator. Read the first by { $date }.
}
mail-queue-first-talk = Comments or reports wait for a moderator.
mail-queue-first-empty = New ideas have come in today.
mail-queue-action = Open the queue
mail-appeal_of_yours-subject = Your judgement of { $number } is being reviewed
mail-appeal_of_yours-first = The author has asked for a new review. Another moderator does it, so you need not do anything.
mail-group_published-subject = New idea for { $group }: { $title }
mail-group_published-first = Everyone can support it until { $date }.
mail-group_published-lift = The group can take up the idea now if you see a reason.
mail-group_task-subject = You are to answer “{ $title }”
mail-group_task-first = { $group } is to give a first answer by { $date }.
mail-group_closed-subject = A short answer is needed: { $title }
mail-group_closed-first = The idea did not get enough support in time. Give the author a short answer by { $date }.
mail-group_answered-subject = { $asked } has answered about “{ $title }”
mail-group_answered-first = Now { $group } can go on with the idea.
mail-group_unanswered-subject = { $asked } has not answered about “{ $title }”
mail-group_unanswered-first = Time is up, so { $group } can go on without the answer.
mail-group_came_back-subject = “{ $title }” is back with { $group }
mail-group_came_back-first = { $asked } has given the idea back, so now it is your turn again.
mail-hand_over_offered-subject = { $group } wants to hand an idea over to you
mail-hand_over_offered-first = Say by { $date } whether you take over “{ $title }”. Otherwise the idea stays with { $group }.
mail-hand_over_offered-action = Answer yes or no
mail-hand_over_accepted-subject = { $group } takes over “{ $title }”
mail-hand_over_accepted-first = You need not do anything more about the idea.
mail-hand_over_declined-subject = { $group } does not take over “{ $title }”
mail-hand_over_declined-first = The idea stays with you.
mail-owner_accepted-subject = { $owner } takes responsibility for “{ $title }”
mail-owner_accepted-first = Now { $group } can decide. The first step is { $date }.
mail-owner_declined-subject = { $owner } does not take responsibility for “{ $title }”
mail-owner_declined-first = Ask somebody else before { $group } says yes.
mail-ballot_closed-subject = The ballot on “{ $title }” is counted
mail-ballot_closed-first-yes = The answer is yes.
mail-ballot_closed-first-no = The answer is no.
mail-ballot_closed-first-tie = There were as many yes as no.
mail-ballot_closed-first-no_quorum = Too few voted, so the ballot gave no answer.

## To those who have something to do

mail-owner_asked-subject = Will you take responsibility for this?
mail-owner_asked-first = { $group } suggests that you make “{ $title }” happen, with a first step by { $date }.
mail-owner_asked-next = The group does not say yes to the idea before you have. You can also decline.
mail-owner_asked-next-decided = The group has said yes to the idea already and needs somebody who does it. You can also decline.
mail-owner_asked-action = Answer yes or no
mail-asked-subject = { $group } wants to ask you about an idea
mail-asked-first = Answer by { $date }, and your answer counts in the decision.
mail-asked-action = Read the idea and answer
mail-ballot-subject = One thing to vote on before { $date }
mail-ballot-first = It takes about a minute.
mail-ballot-secret = The vote is secret. The result is shown when the ballot has closed.
mail-ballot-action = Cast my vote

## The discussion

mail-question_answered-subject = { $group } has answered your question
mail-question_answered-first = This is the group's answer:
mail-question_answered-yours = You asked:
mail-comment_hidden-subject = We do not show your comment
mail-comment_hidden-first = The reason is: { $ground }.
mail-comment_hidden-first-plain = Your comment does not follow the rules of the discussion.
mail-comment_hidden-yours = You wrote:
mail-report_decided-subject = We have read your report
mail-report_decided-first-kept = We leave it as it is, because it does not break the rules.
mail-report_decided-first-hidden = We have hidden what you reported. The reason is: { $ground }.
mail-report_decided-thanks = Thank you for telling us.

## Codes and links

mail-sign_in-subject = Your code for signing in
mail-sign_in-first = Your code is { $code }.
mail-sign_in-how = Write the code on the page where you sign in, or open the link. Both work until { $time }, and only once.
mail-sign_in-action = Sign in
mail-confirm_contact-subject = Confirm your address
mail-confirm_contact-first = Confirm that the address is yours, and you can change your idea and follow what happens.
mail-confirm_contact-action = Confirm my address
mail-confirm_support-subject = Confirm your support
mail-confirm_support-first = Confirm that you support “{ $title }”, and your support counts.
mail-confirm_support-action = Confirm my support
mail-token-until = The link works until { $moment }, and only once.
mail-draft_warning-subject = We remove your draft on { $date }
mail-draft_warning-first = You have not written on the draft for a long time. Send it or go on writing before { $date } if you want to keep it.
mail-draft_warning-how = Open it in the browser you wrote it in, or sign in if you were signed in.
mail-draft_warning-action = Open the draft

## What is said on the telephone or written in a letter

call-objection = Do you think we are wrong? Tell { $contact }, and somebody else among us will read it.
call-page = Read more: { $url }
call-receipt = Read more: open { $url } with the number { $number } and the code on your receipt.
call-grade = Say what you think: { $url }
call-sender = { $service }. Questions? Ask { $contact }.
call-brief = Idea { $number }:
