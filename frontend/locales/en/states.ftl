### The states of an idea, themes, areas and the grounds that a moderator can give.

## States

state-draft = Draft
state-screening = Being read
state-returned = Needs changes
state-refused = Not published
state-open = Open for support and discussion
state-closed = Did not get enough support
state-with_group = With the steering group
state-awaiting_answer = Waiting for an answer
state-forwarded = Sent on
state-proposal = Proposal in the making
state-ballot = Ballot open
state-accepted = Decided: yes
state-partly_accepted = Decided: yes in part
state-declined = Decided: no
state-under_way = Under way
state-done = Done
state-stopped = Stopped
state-merged = Merged
state-withdrawn = Withdrawn

state-explained-draft = The idea has not been sent yet, and only the person writing it can see it.
state-explained-screening = A moderator reads the idea before everyone can see it.
state-explained-returned = The author needs to change something before we can publish the idea.
state-explained-refused = A moderator has decided not to publish the idea and has said why.
state-explained-open = Everyone can read, support and discuss the idea.
state-explained-closed = Time ran out before enough people supported the idea, but a group can still take it up.
state-explained-with_group = The steering group reads the idea and gives a first answer.
state-explained-awaiting_answer = The steering group has asked somebody a question and waits for the answer.
state-explained-forwarded = The steering group has sent the idea to somebody else who can decide about it.
state-explained-proposal = The steering group and the authors are shaping a proposal.
state-explained-ballot = Those who may vote on the proposal do so now, and the result is shown when the ballot closes.
state-explained-accepted = The group has said yes, and somebody is responsible for making it happen.
state-explained-partly_accepted = The group has said yes to a part, and somebody is responsible for making that part happen.
state-explained-declined = The group has said no and tells why.
state-explained-under_way = Somebody is working to make the idea real.
state-explained-done = The idea has become real.
state-explained-stopped = The work ended before it was finished, and the group tells why.
state-explained-merged = The idea lives on together with another idea.
state-explained-withdrawn = The author has taken the idea back.

## Themes

theme-arbete = Work
theme-trygghet = Safety
theme-utbildning = Education
theme-fritid = Leisure
theme-samverkan = Working together

## Areas

area-norra = Norra Biskopsgården
area-sodra = Södra Biskopsgården
area-lansmansgarden = Länsmansgården
area-svartedalen = Svartedalen
area-varvaderstorget = Vårväderstorget
area-hela = All of Biskopsgården

## Grounds for not publishing as it is

ground-R1 = Cannot be decided here
ground-R2 = About a single person's case
ground-R3 = Holds other people's personal data
ground-R4 = Against the law
ground-R5 = Insults, threatens or discriminates
ground-R6 = Several ideas in one
ground-R7 = The same idea is already here
ground-R8 = Fault report or complaint
ground-R9 = Advertising
ground-R10 = Cannot be understood yet
ground-R11 = Already being decided elsewhere

ground-help-R1 = Neither the area nor the municipality can decide about this. You are welcome to rewrite the idea into something that can be done here, and we will read it again.
ground-help-R2 = Your text is about one person's own case, and we cannot show that in public. Contact those who handle the case. If many people have the same need, you can write an idea about it without naming anyone.
ground-help-R3 = Remove names, addresses, phone numbers and anything else that shows who somebody else is. Then send the idea again and we will publish it.
ground-help-R4 = We are not allowed to publish the text because it is against the law. The reason is given below. You can rewrite the idea, or ask somebody else among us to review it.
ground-help-R5 = Remove what insults or threatens others. Write what you want to change and why instead. Then send the idea again.
ground-help-R6 = You have several good ideas in one text. Write one idea for each thing, so that others can support them one by one.
ground-help-R7 = This idea is already here, or was decided during the last year. See the link below. There you can support it or add what is new.
ground-help-R8 = This is a fault report or a complaint, and another way is faster for that. We pass it on to those who can put it right.
ground-help-R9 = We do not publish advertising. Remove what sells something and write what the idea would give those who live here.
ground-help-R10 = We do not quite understand what you want to happen. Write one sentence about what should be done and one about why. We are glad to help you in person or on the phone.
ground-help-R11 = The same matter is already being decided in another place, and you can say what you think there. See the link below.
