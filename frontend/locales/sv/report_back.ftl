### Den som sitter i en grupp berättar för dem som hen representerar (återkoppling).

seat-title = { $represents } i { $group }
seat-held = { $name } representerar { $represents } i { $group }.
seat-was-held = { $name } representerade { $represents } till och med { $date }.
seat-explained = Efter ett beslut har representanten { $days } dagar på sig att berätta vad som hänt. Du kan läsa det här, eller få det som mejl.
seat-nothing-owed = Det finns inget nytt att berätta.
seat-owed = Berättar senast { $date }.
seat-late = Inte skickat. Skulle ha skickats { $date }.
seat-last = Skickat { $date }
seat-more = Återkoppling från { $represents }
seat-follow = Få mejl när representanten berättar
seat-follows = Du får mejl när representanten berättar.
seat-end-follow = Sluta få mejl
seat-sign-in = Logga in för att få mejl
seat-write = Skriv återkopplingen
seat-reports = Det som är skickat
seat-reports-none = Inget är skickat än.
flash-seat-followed = Nu får du mejl när representanten berättar.
flash-seat-follow-ended = Du får inte mejl från representanten längre.

told-title = Från { $group } till { $represents }
told-sent = { $name } skickade det här { $date }.
told-words-hidden = En moderator har dolt det som stod här.
told-visibility = Dölj eller visa texten
told-own-words = Du skrev:
told-decisions = Det här har beslutats
told-decisions-none = Det som stod här visas inte längre.
told-outcome = Beslut: { $outcome }

told-write-title = Berätta för { $represents }
told-write-lead = { $count ->
    [one] Ett beslut är inte berättat än. Det följer med under din text.
   *[other] { $count } beslut är inte berättade än. De följer med under din text.
}
told-write-words = Din text
told-write-hint = Säg vad som är viktigast för dem som du representerar, och vad de kan göra nu. Högst { $limit } tecken.
told-draft = Det här har { $group } beslutat sedan sist. Svara gärna på sidan, så tar jag med det till nästa möte.
told-write-send = Skicka till alla som följer
told-write-nothing = Det finns inga nya beslut att berätta om.
told-write-public = Alla kan läsa det du skickar. De som följer får det som mejl.
told-since-last = Svar på det du skrev sist
flash-report-sent = Skickat. Tack för att du berättar!

reply-title = Svara
reply-lead = { $name } och de som leder gruppen läser ditt svar före nästa möte. Andra ser det inte.
reply-words = Ditt svar
reply-hint = Högst { $limit } tecken.
reply-send = Skicka svaret
reply-sign-in = Logga in för att svara
reply-yours = Dina svar
reply-all = Svar
reply-none = Ingen har svarat än.
reply-by = { $name }, { $date }
reply-delete = Ta bort mitt svar
reply-remove = Ta bort svaret
reply-removed = Borttaget { $date }. De som leder gruppen kan läsa det.
told-object = Står här något som inte borde stå här? Skriv till { $contact }.
flash-reply-sent = Ditt svar är skickat.
flash-reply-deleted = Svaret är borttaget.

mail-kind-report_back = Återkoppling till den som följer en representant
mail-kind-report_due = Påminnelse om återkoppling
mail-kind-report_late = Återkopplingen är sen
mail-kind-reports_late = Flera återkopplingar är sena
mail-kind-told_hidden = Till den som skrev: texten visas inte
