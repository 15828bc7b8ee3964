### Mejlen om dagar som någon har lovat, på lätt svenska.

mail-why-ower = Du får mejlet eftersom du ska göra nästa sak.
mail-why-process = Du får mejlet eftersom du är med i processgruppen.
mail-open-process = Öppna processgruppens sida

## Till den som skrev idén

mail-returned_reminder-subject = Du behöver ändra din idé snart
mail-returned_reminder-first = Ändra idén och skicka den igen. Du kan göra det till och med { $date }. Efter det stänger vi idén.
mail-late-subject = Vi är sena med svaret på din idé
mail-late-first = Du skulle ha fått svar senast { $date }. Förlåt.
mail-late-first-moderators = Någon hos oss skulle ha läst din idé senast { $date }. Förlåt.
mail-late-first-owner = Arbetet skulle ha börjat senast { $date }. Förlåt.
mail-late-first-note = Du skulle ha fått veta hur det går senast { $date }. Förlåt.
mail-late-new_day = Ny dag
mail-late-no_day = Det finns ingen ny dag än.
mail-late-reason = Därför är vi sena
mail-late-no_reason = Vi vet inte än.
mail-late-told = Den som ska svara vet att svaret är sent.
mail-late-told-group = Gruppen vet att det är sent.
mail-late-next = Kommer det inget svar? Då säger vi till dem som leder arbetet { $date }.
mail-late-next-now = Kommer det inget svar? Då säger vi till dem som leder arbetet nästa arbetsdag.
mail-late-nothing-to-do = Du behöver inte göra något. Vi mejlar när det finns ett svar eller en ny dag.
mail-late_again-subject = Vi är fortfarande sena med din idé
mail-late_again-first-moderators = Någon hos oss skulle ha läst din idé senast { $date }. Det är { $days } dagar sedan. Förlåt.
mail-late_again-first-group = Du skulle ha fått svar senast { $date }. Det är { $days } dagar sedan. Förlåt.
mail-late_again-first-owner = Arbetet skulle ha börjat senast { $date }. Det är { $days } dagar sedan. Förlåt.
mail-late_again-first-note = Du skulle ha fått veta hur det går senast { $date }. Det är { $days } dagar sedan. Förlåt.
mail-late_again-who = Den som är sen
mail-late_again-who-moderators = Moderatorerna, de som läser alla idéer först
mail-late_again-who-group = { $group }
mail-late_again-who-owner = Den som har lovat { $group } att göra det
mail-late_again-who-note = Den som har lovat { $group } att göra det
mail-late_again-with = Den som ska göra något nu
mail-late_again-with-late = De som är sena. De vet om det.
mail-late_again-with-chair = Ordföranden i { $group }. Det är den som leder gruppen.
mail-late_again-with-process = Processgruppen. De ser till att alla får svar.
mail-late_again-next = Vi skriver igen om en månad om inget har hänt.
mail-postponed-subject = Ny dag för svaret på din idé
mail-postponed-first = Du skulle få svar senast { $old }. Nu får du svar senast { $new }.
mail-postponed-first-late = Du skulle ha fått svar senast { $old }. Nu får du svar senast { $new }. Förlåt.
mail-news_postponed-subject = Ny dag: ”{ $title }”
mail-news_postponed-first = Vi skulle ha berättat mer senast { $old }. Nu berättar vi senast { $new }.

## Till den som ska göra något

mail-owed-closed = { $group } ska skriva ett kort svar. Det ska vara klart senast { $date }.
mail-owed-with_group = { $group } ska svara första gången senast { $date }.
mail-owed-proposal = { $group } ska skriva ett förslag. Det ska vara klart senast { $date }.
mail-owed-ballot = Alla röster är räknade. { $group } ska skriva vad ni har bestämt. Gör det senast { $date }.
mail-owed-accepted = Du ska börja senast { $date }. { $group } litar på dig.
mail-owed-partly_accepted = Du ska börja senast { $date }. { $group } litar på dig.
mail-owed-under_way = Berätta hur det går senast { $date }. { $group } litar på dig.
mail-owed-awaiting_answer = { $group } behöver ditt svar senast { $date }.
mail-owed-forwarded = { $group } behöver ert svar senast { $date }.
mail-missing-closed = { $group } har inte skrivit sitt korta svar.
mail-missing-with_group = { $group } har inte svarat första gången.
mail-missing-proposal = { $group } har inte skrivit klart sitt förslag.
mail-missing-ballot = Alla röster är räknade. { $group } har inte skrivit sitt beslut.
mail-missing-accepted = Ingen har börjat med det.
mail-missing-partly_accepted = Ingen har börjat med det.
mail-missing-under_way = Ingen har berättat hur det går.
mail-missing-awaiting_answer = { $group } har inte fått svar.
mail-missing-forwarded = { $group } har inte fått svar.
mail-late_owed-nobody = Ingen har lovat att göra det. Fråga någon på gruppens sida.
mail-climbed_chair-others = Fråga hur det går. Ni kan också fråga en annan person på gruppens sida.
mail-fact-ower = Ansvarig
mail-open-progress = Berätta hur det går
mail-reminder-subject = Kom ihåg: ”{ $title }” senast { $date }
mail-late_owed-subject = Du är sen: ”{ $title }”
mail-late_owed-first = Det skulle ha varit klart { $date }. Den som skrev idén vet att det är sent.
mail-late_owed-new_day = Hinner ni inte nu? Välj en ny dag och säg varför. Då får den som skrev idén veta det.
mail-climbed_chair-subject = { $group } är sen: ”{ $title }”
mail-climbed_chair-first = Det skulle ha varit klart { $date }. Inget har hänt. Du leder gruppen. Nu behöver du göra något.
mail-climbed_process-subject = Sent: idé { $number }
mail-climbed_process-first = { $group } skulle ha svarat senast { $date }. Inget har hänt. Nu behöver ni göra något.
mail-climbed_process-first-moderators = Moderatorerna skulle ha läst idén senast { $date }. Inget har hänt. Nu behöver ni göra något.
mail-climbed_process-first-owner = { $group } har valt en person som ska göra det. Personen skulle ha berättat senast { $date }. Inget har hänt. Nu behöver ni göra något.
mail-owner_silent-subject = Ingen gör ”{ $title }” nu
mail-owner_silent-first = { $owner } har inte svarat eller har slutat. { $group } behöver fråga igen eller fråga en annan person.

## Till den som skrev idén: tiden för stöd slutar snart

mail-closes_soon-subject = Alla kan stödja din idé till och med { $date }
mail-closes_soon-first = { $count ->
    [0] Ingen stödjer din idé än.
    [one] { $count } person stödjer din idé nu.
   *[other] { $count } personer stödjer din idé nu.
}
mail-closes_soon-missing = { $count ->
    [one] En till behövs senast { $date }. Då måste gruppen svara.
   *[other] { $count } till behövs senast { $date }. Då måste gruppen svara.
}
mail-closes_soon-share = Berätta om idén för andra: grannar, vänner och föreningar. Du får ett kort svar även om det blir för få.

## När en idé är skickad till någon utanför

mail-forwarded_to_you-subject = { $group } skickar en idé till er
mail-forwarded_to_you-first = Vill ni ta hand om idén? Svara senast { $date }. Annars får gruppen tillbaka den.
mail-forwarded_to_you-answer = Om ni säger ja väntar den som skrev idén på ert svar. Det ska komma senast { $date }.
mail-forwarded_to_you-action = Svara ja eller nej
mail-forwarding-declined = { $asked } vill inte ta hand om idén.
mail-forwarding-silent = { $asked } har inte svarat, och tiden är slut.
mail-forwarding_returned-subject = { $group } har fått tillbaka din idé
mail-forwarding_returned-next = Nu är det gruppen som ska svara. Du får svar senast { $date }.
mail-group_forwarding_returned-subject = { $asked } har inte tagit hand om ”{ $title }”
mail-group_forwarding_returned-next = { $group } har fått tillbaka idén. Skicka den till en annan, eller svara själva.
mail-process_forwarding_returned-subject = Ingen har tagit hand om idé { $number }
mail-process_forwarding_returned-first = { $group } skickade idén till en annan, men har fått tillbaka den.

## Till den som genomför en idé, och till gruppen

mail-help_asked-subject = { $owner } behöver hjälp med ”{ $title }”
mail-help_asked-first = { $owner } arbetar med idén och ber gruppen om hjälp.
mail-help_asked-need = De behöver det här:
mail-still_late-subject = Du är fortfarande sen: ”{ $title }”
mail-still_late-first = Du skulle ha berättat hur det går senast { $date }.
mail-still_late-told = Nu vet de som leder arbetet att det är sent.
mail-still_late-ways = Berätta hur det går, säg att det är klart eller be om hjälp. Det tar ungefär en minut.
mail-done-action = Svara om det blev som du ville
mail-done-idea = Du hittar idén här: { $url }
mail-decision-grade = Förstår du svaret? Lyssnade vi på dig? Svara här: { $url }
mail-owner_reminded-subject = Kom ihåg att svara: kan du göra det här?
mail-owner_reminded-first = { $group } behöver ditt svar senast { $date }. Annars frågar gruppen en annan person.
mail-forwarding_reminded-subject = Kom ihåg att svara: { $group } har skickat en idé till er
