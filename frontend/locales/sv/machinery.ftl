### Mejlens sidor: sluta få nyheter, läsa mejlen i exempelstaden, och det som driftar mejl och arbete.

mail-stop-title = Sluta få mejl
mail-stop-lead = Vill du sluta få mejl om det här?
mail-stop-do = Sluta mejla mig
mail-stop-kept = Det du följer och bevakar finns kvar, och du får fortfarande mejl om dina egna idéer.
mail-stopped-title = Vi har slutat mejla dig
mail-stopped-lead = Nu får du inga fler mejl om det här:
mail-stopped-again = Du kan ändra dig när du vill under Mina mejl.

example-mails-title = Mejlen i exempelstaden
example-mails-lead = Här läser du alla mejl som tjänsten har skrivit. De skickas inte på riktigt.
example-mails-none = Inga mejl än. Skicka en idé eller logga in med en kod, så kommer det ett.
example-mails-to = Till { $recipient }
example-mails-html = Visa mejlet som det ser ut i ett mejlprogram

machinery-jobs-title = Arbete som väntar
machinery-jobs-lead = { $ready } väntar eller pågår, { $dead } har gett upp.
machinery-oldest = Det äldsta har väntat sedan { $moment }.
machinery-jobs-dead = Har gett upp
machinery-jobs-none-dead = Inget har gett upp.
machinery-jobs-ready = Väntar eller pågår
machinery-jobs-none-ready = Inget väntar.
machinery-attempts = { $count ->
    [one] { $count } misslyckat försök
   *[other] { $count } misslyckade försök
}
machinery-next-try = Försöker { $moment }
machinery-revive = Försök igen
machinery-job-notify = Skriv mejl om en händelse
machinery-job-mail_token = Skriv mejl med kod eller länk
machinery-job-send_sms = Skicka ett sms
machinery-job-send_mail = Skicka ett mejl
machinery-mails-title = Mejl
machinery-mails-lead = Adresserna visas bara delvis, och vad som står i mejlen visas inte.
machinery-mails-states = Mejlens läge
machinery-mails-none = Inga mejl här.
machinery-mail-queued = Väntar
machinery-mail-sent = Skickade
machinery-mail-dead = Kom inte fram
machinery-mail-written = skrivet { $moment }
machinery-mail-sent-at = skickat { $moment }
machinery-server-said = Servern svarade:
flash-revived = Vi försöker igen.
