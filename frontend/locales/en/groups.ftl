### The groups, their desks and what they do with ideas.

## Groups

groups-title = Groups
groups-lead = Every idea gets a group that answers. Here you see which they are, what they may decide and who sits in them.
groups-none = No groups yet
groups-none-next = An administrator adds the groups. Meanwhile you can read the ideas.
groups-chair = Chair: { $name }
groups-seats = { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}
groups-open-ideas = { $count ->
    [0] No ideas on the desk
    [one] { $count } idea on the desk
   *[other] { $count } ideas on the desk
}

group-kind-steering = Steering group
group-kind-youth_council = Youth council
group-kind-process = Process group

seat-role-chair = Chair
seat-role-coordinator = Coordinator
seat-role-secretary = Secretary
seat-role-member = Member

tie-rule-chair = If the votes are equal, the chair decides.
tie-rule-lot = If the votes are equal, we draw lots.
tie-rule-no_decision = If the votes are equal, nothing is decided. The group then discusses again.

## Suggesting a group

routing-sure = Sure
routing-likely = Likely
routing-possible = Possible
routing-how-often = { $word } – we expect to be right { $percent } times in 100
routing-theme = { $group } answers for ideas with this theme.
routing-alike-one = An idea like it ({ $title }) lies with { $group }.
routing-alike-many = Ideas like it ({ $titles }) lie with { $group }.
routing-habit = Published ideas with { $words } mostly lie with { $group }.
routing-words-theme = The text has words that usually belong to the theme: { $words }.
routing-words-name = The group's name has the same words: { $words }.
routing-words-mandate = What the group may decide about has the same words: { $words }.
routing-words-network = The network that the group builds on has the same words: { $words }.
routing-area = Somebody in the group speaks for that part of the area.
routing-less-to-do = Another group fits equally well, but this one has less on its desk ({ $count }).
routing-elsewhere = The words of the text fit { $group } better. Read once more before you choose.
routing-unsure-title = Unsure – no group is suggested
routing-unsure-choose = Read the idea and choose a group yourself. Your choice helps us to suggest the right one next time.
routing-unsure-no-groups = There is no group that can answer yet. Ask an administrator to add a group before you publish.
routing-unsure-nothing = Neither the words of the text nor ideas like it point to any group.
routing-unsure-little = Too little points to a group: we would guess wrong more often than right.
routing-unsure-several = Several groups fit about equally well: { $groups }.

# Words that usually belong to a theme. They help the moderator to find the right group and are shown only there.
theme-words-arbete = work job jobs internship trainee wage employment employer unemployed company profession apprentice interview career
theme-words-trygghet = safe safety unsafe lamp lamps light lighting dark darkness afraid security guard police camera stairwell crime speed traffic bushes crossing vandalism
theme-words-utbildning = school pupil student teacher homework read reading book books library language swedish preschool course study education headmaster teaching
theme-words-fritid = leisure play playground sport sports football hall gym training swim swimming dance music theatre concert cinema game park swings cycling forest holiday camp activities youth culture
theme-words-samverkan = cooperation collaborate association associations network agreement premises catalogue dialogue meeting grant council steering

## The page of a group

group-kind = Kind of group
group-meets = Meetings
group-builds-on = Builds on
group-votes = Ballots
group-quorum = At least { $percent } per cent of those who may vote need to do so.
group-seats = Who sits in the group
group-seats-none = Nobody sits in the group just now.
group-represents = Speaks for: { $whom }
group-seat-until = until { $date }
group-before = On the group's desk
group-before-none = Nothing is on the desk just now.
group-to-desk = To the desk
group-decided = What the group has decided
group-decided-none = The group has not decided about any idea yet.
group-decided-on = Decision: { $outcome }, { $date }

## The desk

desk-title = The desk
desk-empty = Nothing waits for you
desk-empty-next = You have no seat in a group, and nobody has asked you anything.
desk-waiting = Waiting for your answer
desk-asked-to-own = Will you take responsibility for this? First step by { $date }.
desk-asked-question = A question to you, answer by { $date }: { $question }
desk-asked-forwarding = Sent to you, answer by { $date }: { $question }
desk-asked-handover = Does { $group } take the idea over? { $reason }
desk-asked-vote = Your vote is waiting. Vote by { $moment }. { $question }
desk-report = Tell { $represents } what { $group } has decided
desk-report-late = It was to be done by { $date }.
desk-report-due = Do it by { $date }.
desk-ballot = Let the group vote
desk-ballot-help = Votes are secret. Nobody sees the result until the ballot is closed.
desk-ballot-open = Open a ballot
desk-ideas = Ideas on the desk
desk-ideas-of = The most urgent come first. Your groups:
desk-ideas-none = Nothing is on the desk just now.
desk-pages = Pages
desk-due = by { $date }
desk-late = { $count ->
    [one] Should have been ready { $date }, { $count } day ago. Responsible: { $group }. There is no new date.
   *[other] Should have been ready { $date }, { $count } days ago. Responsible: { $group }. There is no new date.
}

## An idea on the desk

desk-idea-title = On the desk: { $title }
desk-here = On the desk
desk-to-idea = To the page of the idea
desk-read-idea = Read the idea
desk-own-idea = You wrote the idea yourself. That is why somebody else in the group decides about it.
desk-young-author = The author is under 18. Write so that a child understands, and tell how children have had their say.
desk-waits-question = { $name } has been asked and answers by { $date }: { $question }
desk-waits-forwarding = The idea has been sent to { $name }, who answers by { $date }. { $question }
desk-waits-offer = { $from } has asked whether { $to } takes the idea over. { $reason }
desk-nothing-to-do = You do not need to do anything now
desk-nothing-to-do-next = It is somebody else's turn. The page of the idea says whose, and when the next answer comes.
desk-late-watch = The day has passed. Ring or write to whoever is responsible, and agree on a new date. The one responsible gives it, with the reason, on the page.
desk-ways-on = Ways on
desk-ways-on-help = Choose one. Write a sentence about why – everyone can read it.
desk-more = More that you can do
desk-fact-group = Responsible group
desk-fact-due = Next step by
desk-fact-supports = Supports
desk-fact-supports-of = { $count } of { $goal }
desk-fact-comments = Contributions
desk-fact-since = So since
desk-fact-owner = Responsible for carrying it out
desk-owner-is-asked = { $name }, { $organisation }, has been asked. First step: { $date }.
desk-owner-is-accepted = { $name }, { $organisation }, has said yes. First step: { $date }.
desk-owner-said-no = { $name } has said no.
desk-owner-is-declined = { $name } has said no: { $reason }

desk-choose-group = Choose a group
desk-owner-somebody-else = Somebody else, whom I name below

desk-field-reason = Why?
desk-field-reason-hint = At most 1,000 characters. Everyone can read it.
desk-field-owner = Who will be responsible for making it happen?
desk-field-owner_email = E-mail of somebody else
desk-field-owner_email-hint = We mail the question to that person.
desk-field-owner_name = Name of somebody else
desk-field-organisation = Organisation
desk-field-organisation-hint = Leave it empty if the person speaks for the same as in the group.
desk-field-first_step_on = First step ready by
desk-field-first_step_on-hint = For example 2027-03-01.
desk-field-asked_name = Whom do you ask?
desk-field-asked_name-hint = A person, a role or an administration. Everyone can read it.
desk-field-asked_email = E-mail of whom you ask
desk-field-asked_email-hint = Then we mail the question. Otherwise you ask yourselves and write down the answer.
desk-field-question = What do you want to know?
desk-field-question-hint = At most 1,000 characters. Everyone can read it.
desk-field-due_on = Answer by
desk-field-due_on-hint = For example 2027-03-01.
desk-field-receiver = To whom do you send the idea?
desk-field-receiver-hint = For example a board or a company.
desk-field-receiver_email = E-mail there
desk-field-receiver_email-hint = Then we mail the idea and your question.
desk-field-diary_number = Reference number
desk-field-group = Group
desk-field-into = Which idea shall it be joined with?
desk-field-into-hint = The number of the idea that lives on, for example 2026-0412.
desk-field-outcome = What does the group answer?
desk-field-kind = Whose decision is it?
desk-field-what = What will happen?
desk-field-what-hint = Needed for yes and partly yes. At most 600 characters: what, who and when.
desk-field-conditions = What do you not say yes to?
desk-field-conditions-hint = Needed for partly yes. Write conditions, or what will not happen.
desk-field-reasons = Why do you answer so?
desk-field-reasons-hint = At most 1,000 characters. Be brief, and write so that everyone understands.
desk-field-would_change = What could change the answer?
desk-field-would_change-hint = Needed for no.
desk-field-instead = What can the author do instead?
desk-field-instead-hint = Needed for no. Name a person or a place to turn to, if you can.
desk-field-concerns_children = Does it concern children?
desk-field-children = What did the children think, and how did you weigh it?
desk-field-children-hint = Needed if it concerns children, or if a child wrote the idea.
desk-field-dissent = Who thought otherwise, and what?
desk-field-note = How is it going?
desk-field-note-hint = One or two sentences. Everyone can read them.
desk-field-result = What came of it?
desk-field-result-hint = One sentence, for example: The adventure playground is open every school holiday.
desk-field-measure = A figure that shows it
desk-field-measure-hint = For example: 8 young people got work.
desk-field-not_measured = We have not measured it
desk-field-answer = Answer

desk-answer-ownership = Will you take responsibility for this?
desk-answer-ownership-help = You answer whether you will see to it that it happens. If you say no, the group asks somebody else.
desk-answer-ownership-send = Send my answer
desk-answer-ownership-answer = Your answer
desk-answer-ownership-first_step_on = Your day for the first step
desk-answer-ownership-first_step_on-hint = Needed if you answer “yes, but later”. For example 2027-03-01.
desk-answer-ownership-reason = Why not?
desk-answer-ownership-reason-hint = Needed if you answer no. The group reads it.
desk-ownership-answer-yes = Yes
desk-ownership-answer-later = Yes, but later
desk-ownership-answer-no = No, because …

desk-answer-inquiry = Write the answer
desk-answer-inquiry-help = If you sit in the group, you can write down an answer that came in another way. The idea then comes back to the group.
desk-answer-inquiry-send = Send the answer
desk-answer-inquiry-answer-hint = At most 1,000 characters. Everyone can read it.

desk-answer-handover = Does your group take the idea over?
desk-answer-handover-help = If you say yes, your group answers for the idea from now on. If you say no, it stays where it is.
desk-answer-handover-send = Send the answer
desk-answer-handover-answer = The group's answer
desk-answer-handover-reason = Why not?
desk-answer-handover-reason-hint = Needed if you say no. Everyone can read it.
desk-handover-answer-yes = Yes, we take it over
desk-handover-answer-no = No

desk-lift = Lift the idea
desk-lift-help = The group that answers for the idea then takes it up without waiting for more supports.
desk-lift-send = Lift the idea

desk-proposal = Take forward
desk-proposal-help = The group wants it to happen. You ask somebody who can be responsible, and work out a proposal.
desk-proposal-send = Take the idea forward

desk-inquiry = Look into it: ask somebody
desk-inquiry-help = You ask somebody you name, with a day for the answer. If none comes, you go on without.
desk-inquiry-send = Ask the question

desk-forwarding = Send to somebody who decides
desk-forwarding-help = When a board, a company or somebody else outside decides about it. You then write down what they answered.
desk-forwarding-send = Send the idea
desk-forwarding-reason = Why, and what does the group itself think?

desk-handover = Hand over to another group
desk-handover-help = The other group has to say yes. Until then the idea stays with you.
desk-handover-send = Ask the group
desk-handover-group = Which group fits better?

desk-merge = Join with another idea
desk-merge-help = The text, the name, the supports and the contributions stay. The idea lives on in the other, and whoever supports both counts once. It cannot be undone.
desk-merge-targets = These ideas are the most like it:
desk-merge-send = Join the ideas

desk-decision = Write the decision
desk-decision-help = A yes can be given when somebody has agreed to be responsible. A no needs reasons and what could change it.
desk-decision-send = Decide
desk-outcome-yes = Yes
desk-outcome-partly = Partly yes
desk-outcome-no = No
desk-decision-kind-own = The group's own decision
desk-decision-kind-recommendation = A recommendation to whoever decides
desk-children-yes = Yes
desk-children-no = No

desk-ownership = Ask somebody to be responsible
desk-ownership-help = Whoever was asked or responsible before then does not need to do anything more.
desk-ownership-send = Ask

desk-start = Begin
desk-start-help = The work has begun. Everyone who follows the idea is told.
desk-start-send = We have begun
desk-start-note = What happens first?

desk-progress = Tell how it is going
desk-progress-help = Write also when something is late or has changed.
desk-progress-send = Save

desk-completion = It is done
desk-completion-help = Tell what came of it. Everyone who follows the idea is told.
desk-completion-send = It is done

desk-stop = Stop
desk-stop-help = The work ends and nobody is responsible any more. Everyone can read why.
desk-stop-send = Stop the work

desk-correction = Put it right
desk-correction-help = The process group gives the idea to a group, which gets a new day to answer. Everyone can read why.
desk-correction-send = Put it right
desk-correction-group = Which group shall have the idea?

flash-desk-answer-ownership = Thank you. The group gets your answer.
flash-desk-answer-inquiry = Thank you. The answer is on the page of the idea, and the group goes on.
flash-desk-answer-handover = Thank you. The other group is told your answer.
flash-desk-lift = The idea is lifted. The group now has to answer.
flash-desk-proposal = The idea goes forward. We have asked the one who will be responsible.
flash-desk-inquiry = The question is asked.
flash-desk-forwarding = The idea is sent. Write down the answer here when it comes.
flash-desk-handover = The other group has been asked.
flash-desk-merge = The ideas are joined. Both authors are told.
flash-desk-decision = It is decided. The author and those who follow the idea are told.
flash-desk-ownership = We have asked the one you chose.
flash-desk-start = The work has begun.
flash-desk-progress = Thank you. It is on the page of the idea.
flash-desk-completion = The idea is carried out. Thank you!
flash-desk-stop = The work is stopped.
flash-desk-correction = It is put right. The group is told.

## The question to the one who will be responsible

desk-ownership-title = Will you take responsibility for this?
desk-ownership-lead = { $group } proposes that you see to it that it happens.
desk-ownership-idea = The idea
desk-ownership-why = Why the group wants it
desk-ownership-next = See what you can do now
desk-owner-accepted = You have said yes. Thank you! We remind you when it is time to tell how it goes.
desk-owner-declined = You have said no. You do not need to do anything more.

## The process group

process-title = The process group
process-lead = What has got stuck, the worst first.
process-late = Late
process-untold = Those who have not told what was decided
process-late-none = Nothing is late.
process-author-call = The author has no e-mail – call or write a letter
process-author-unconfirmed = The author has not confirmed the address and gets no mails
process-author-returned = Mails to the author do not arrive
process-author-nowhere = The author has left no way to be reached
process-unshown = Not shown to everyone
process-unanswered = Unanswered
process-unanswered-none = Everyone who was asked has answered, or still has time.
process-owner = { $count ->
    [one] { $name }, { $organisation }, has not said whether to be responsible. The question is { $count } day old.
   *[other] { $name }, { $organisation }, has not said whether to be responsible. The question is { $count } days old.
}
process-offer = { $count ->
    [0] { $from } asked { $to } today to take over.
    [one] { $from } asked { $to } { $count } day ago to take over.
   *[other] { $from } asked { $to } { $count } days ago to take over.
}
process-disputed = Whose is it?
process-disputed-none = No idea is passed back and forth between groups.
process-declined = { $from } wanted to hand over to { $to }, which said no: { $reason }
process-declined-silently = { $from } wanted to hand over to { $to }, which did not answer in time.
process-vacant = Groups that lack somebody
process-vacant-none = Every group has a chair and a coordinator.
process-vacant-both = The group lacks a chair and a coordinator.
process-vacant-chair = The group lacks a chair.
process-vacant-coordinator = The group lacks a coordinator.

desk-postponement = Give a new date
desk-postponement-help = The author gets a mail with the new date and your reason. Everyone can read them on the page of the idea.
desk-postponement-send = Give the new date
desk-postponement-due_on = New date
desk-postponement-due_on-hint = At most 90 days ahead.
desk-postponement-reason = Why is it later?
flash-desk-postponement = The new date is saved. The author gets a mail.
