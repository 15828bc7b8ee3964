### Pages about mails: stopping news, reading the mails of the example town, and looking after mails and jobs.

mail-stop-title = Stop mails
mail-stop-lead = Do you want to stop getting mails about this?
mail-stop-do = Stop mailing me
mail-stop-kept = What you follow and have saved stays, and you still get mails about your own ideas.
mail-stopped-title = We have stopped mailing you
mail-stopped-lead = You get no more mails about this:
mail-stopped-again = You can change your mind at any time under My mails.

example-mails-title = The mails of the example town
example-mails-lead = Here you read every mail that the service has written. They are not really sent.
example-mails-none = No mails yet. Send an idea or sign in with a code, and there will be one.
example-mails-to = To { $recipient }
example-mails-html = Show the mail as a mail program shows it

machinery-jobs-title = Work that waits
machinery-jobs-lead = { $ready } wait or run, { $dead } have been given up.
machinery-oldest = The oldest has waited since { $moment }.
machinery-jobs-dead = Given up
machinery-jobs-none-dead = Nothing has been given up.
machinery-jobs-ready = Waiting or running
machinery-jobs-none-ready = Nothing waits.
machinery-attempts = { $count ->
    [one] { $count } failed try
   *[other] { $count } failed tries
}
machinery-next-try = Tries { $moment }
machinery-revive = Try again
machinery-job-notify = Write mails about an event
machinery-job-mail_token = Write a mail with a code or link
machinery-job-send_sms = Send a text message
machinery-job-send_mail = Send a mail
machinery-mails-title = Mails
machinery-mails-lead = Addresses are only hinted at, and what the mails say is not shown.
machinery-mails-states = State of the mails
machinery-mails-none = No mails here.
machinery-mail-queued = Waiting
machinery-mail-sent = Sent
machinery-mail-dead = Not delivered
machinery-mail-written = written { $moment }
machinery-mail-sent-at = sent { $moment }
machinery-server-said = The server answered:
flash-revived = We are trying again.
