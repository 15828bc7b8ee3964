### Secret ballots. The word is vote; support is something else.

## The page of a ballot

ballot-page-title = Ballot: { $title }
ballot-proposal = What it is about
ballot-read-all = Read the whole proposal
ballot-rules = How it works
ballot-rule-closes = Closes
ballot-rule-roll = Who votes
ballot-rule-roll-is = { $count } people on the roll. It has been fixed since the ballot opened.
ballot-rule-quorum = How many need to vote
ballot-rule-quorum-is = At least { $quorum } of { $roll }. Abstaining counts as voting.
ballot-rule-majority = A yes needs
ballot-majority-simple = More yes than no
ballot-majority-two_thirds = At least two thirds yes among those who say yes or no
ballot-rule-tie = If it is a tie
ballot-tie-chair = The chair decides.
ballot-tie-lot = We draw lots.
ballot-tie-no_decision = The question goes back to the group.
ballot-rule-secret = Secrecy
ballot-rule-secret-is = We store that you have voted, but not how. Nobody sees how it is going until the ballot closes.

## Voting

ballot-vote-title = Your vote
ballot-vote-hint = You cannot change your vote afterwards, because nobody can see which one is yours.
ballot-vote-send = Cast my vote
ballot-voted-title = Your vote has been cast.
ballot-voted-text = Nobody can see how you voted. The result is shown here when the ballot closes.
ballot-shared-phone = Do you share a phone or computer with somebody?
ballot-sign-out = Sign out
ballot-not-on-roll = Only the people on the roll can vote. The result is shown here when the ballot closes.
ballot-sign-in = Are you on the roll? Sign in.
ballot-counting = The ballot is closed. We are counting the votes; it takes a minute.
ballot-cancelled = The ballot was called off because the author took the idea back. The votes were not counted.

## The result

ballot-answer-yes = The answer is yes
ballot-answer-no = The answer is no
ballot-answer-tie = It was a tie
ballot-answer-no_quorum = Too few voted
ballot-result-cancelled = called off
ballot-turnout = { $voted } of the { $roll } people on the roll voted.
ballot-part = Share
ballot-percent = { $percent } per cent
ballot-lot = It was a tie, so we drew lots. An even first number in the checksum (SHA-256) of this code means yes:
ballot-next-binds = The group is bound by the answer. It now writes down its decision and the reasons.
ballot-next-chair = The chair decides, or takes the question back to the group.
ballot-next-open = The ballot gave no answer. The group continues to work on the proposal.
ballot-back-hint = The ballot gave no answer that binds the group. You can take the proposal back to the group.
ballot-back = Take the proposal back to the group
ballot-desk = To the idea's desk
flash-voted-before = You had already voted. The first vote stands.
flash-back-to-proposal = The group continues to work on the proposal.
event-back_to_proposal = The ballot gave no answer. { $group } continues to work on the proposal.

## Opening a ballot

ballot-new-title = Open a secret ballot
ballot-new-question = What shall they answer yes or no to?
ballot-new-question-hint = One question, at most { $limit } characters. For example: Shall we close the street to cars in July?
ballot-new-body = Who shall vote?
ballot-new-body-hint = Everyone with a seat in the group today is put on the roll. At least three are needed for the votes to be secret.
ballot-new-majority = What does a yes need?
ballot-new-close = On which day does the ballot close?
ballot-new-close-hint = It closes at 20.00 Swedish time. Write a day from { $first } to { $last }.
ballot-new-locked = While the ballot is open the proposal is locked. Everyone on the roll gets a mail.
ballot-new-send = Open the ballot
flash-ballot-opened = The ballot is open. Everyone on the roll gets a mail.
