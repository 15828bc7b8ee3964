### Supporting, following and talking.

## Support by mail

support-confirm-title = Do you support this idea?
support-confirm-follow = Tell me when something happens
support-confirm-follow-hint = You get a mail when the state changes. You can stop whenever you like.
support-confirm-secret = We do not store who supports what, only a mark that makes you count once.
support-confirmed-title = Thank you! Your support counts.
support-confirmed-standing = { $count ->
    [one] { $count } person supports the idea now. The goal is { $goal }.
   *[other] { $count } support the idea now. The goal is { $goal }.
}
support-confirmed-go = To the idea
support-confirmed-later = You can take your support back as long as the time for support lasts. Sign in with the same e-mail if you change your mind later.
support-ended-title = You have taken your support back
support-ended-again = If you change your mind you can support the idea again on its page.
support-expired-title = The link cannot be used
support-expired-lead = The link is used or too old. If you have pressed the button before, your support counts. Otherwise you can ask for a new mail on the page of the idea.
support-expired-go = To the ideas
flash-support-given = Thank you! Your support counts.
flash-support-taken-back = You have taken your support back.
flash-support-mailed = We have sent you a mail. Open it and confirm, and your support counts.

## Following

flash-followed = You follow the idea. We write when the state changes.
flash-follow-ended = You no longer follow the idea.

## Comments and answers

flash-comment-shown = Thank you! Your comment is shown now.
flash-comment-waits = Thank you! Your comment is shown when a moderator has read it, mostly the same day.
flash-question-answered = The answer is shown now, and whoever asked gets a mail.
answer-title = Answer a question
answer-body = The group's answer
answer-hint = At most { $limit } characters. Everyone can read the answer.
answer-send = Send the answer
