### Mejlens sidor: sluta få nyheter, läsa mejlen i exempelstaden, och det som driftar mejl och arbete.

mail-stop-title = Sluta få nyheter
mail-stop-lead = Vill du sluta få mejl om idéer som du följer?
mail-stop-do = Sluta skicka nyheter
mail-stop-kept = Du följer idéerna ändå, och du får fortfarande mejl om dina egna idéer.
mail-stopped-title = Vi skickar inga fler nyheter
mail-stopped-lead = Nu får du inga fler mejl om idéer som du följer.
mail-stopped-again = Du kan sätta på dem igen på Mina sidor.

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
