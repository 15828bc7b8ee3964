### Mejlen om dagar som någon har lovat: påminnelser, och det som sägs när en dag har gått.

mail-why-ower = Du får mejlet för att nästa steg är ditt.
mail-why-process = Du får mejlet för att du är med i processgruppen.
mail-open-process = Öppna processgruppens sida

## Till den som skrev idén

mail-returned_reminder-subject = Din idé väntar på att du ändrar den
mail-returned_reminder-first = Du kan ändra idén och skicka den igen till och med { $date }. Därefter stänger vi den.
mail-late-subject = Vi är sena med svaret på din idé
mail-late-first = Du skulle ha fått svar senast { $date }. Vi ber om ursäkt.
mail-late-first-moderators = En moderator skulle ha läst din idé senast { $date }. Vi ber om ursäkt.
mail-late-first-owner = Det första steget skulle ha tagits senast { $date }. Vi ber om ursäkt.
mail-late-first-note = Du skulle ha fått veta hur det går senast { $date }. Vi ber om ursäkt.
mail-late-new_day = Nytt datum
mail-late-no_day = Det finns inget ännu.
mail-late-reason = Skälet
mail-late-no_reason = Vi har inte fått något ännu.
mail-late-told = Den som ska svara vet att det är försenat.
mail-late-told-group = Gruppen vet att det är försenat.
mail-late-next = Får vi inget svar och inget nytt datum säger vi till någon över dem { $date }.
mail-late-next-now = Får vi inget svar och inget nytt datum säger vi till någon över dem nästa arbetsdag.
mail-late-nothing-to-do = Du behöver inte göra något. Vi hör av oss när du får ett nytt datum eller ett svar.
mail-late_again-subject = Vi är fortfarande sena med din idé
mail-late_again-first-moderators = Det har gått { $days } dagar sedan { $date }, då en moderator skulle ha läst din idé. Vi ber om ursäkt.
mail-late_again-first-group = Det har gått { $days } dagar sedan { $date }, då du skulle ha fått svar. Vi ber om ursäkt.
mail-late_again-first-owner = Det har gått { $days } dagar sedan { $date }, då det första steget skulle ha tagits. Vi ber om ursäkt.
mail-late_again-first-note = Det har gått { $days } dagar sedan { $date }, då du skulle ha fått veta hur det går. Vi ber om ursäkt.
mail-late_again-who = Den som är sen
mail-late_again-who-moderators = Moderatorerna
mail-late_again-who-group = { $group }
mail-late_again-who-owner = Den som har lovat { $group } att göra det
mail-late_again-who-note = Den som har lovat { $group } att göra det
mail-late_again-with = Den som har frågan nu
mail-late_again-with-late = De som är sena. De vet att det är försenat.
mail-late_again-with-chair = Ordföranden i { $group }, som ska se till att något händer.
mail-late_again-with-process = Processgruppen, som ser till att alla får svar.
mail-late_again-next = Har inget hänt om en månad skriver vi igen.
mail-postponed-subject = Nytt datum för svaret på din idé
mail-postponed-first = Du skulle få svar senast { $old }. Nytt datum är { $new }.
mail-postponed-first-late = Du skulle ha fått svar senast { $old }. Nytt datum är { $new }. Vi ber om ursäkt.
mail-news_postponed-subject = Nytt datum: ”{ $title }”
mail-news_postponed-first = Nästa besked skulle komma senast { $old }. Nytt datum är { $new }.

## Till den som ska göra något

mail-owed-closed = { $group } ska ge idén ett kort svar senast { $date }.
mail-owed-with_group = { $group } ska ge ett första svar senast { $date }.
mail-owed-proposal = { $group } ska ha ett förslag klart senast { $date }.
mail-owed-ballot = Omröstningen är räknad. { $group } ska skriva ner beslutet senast { $date }.
mail-owed-accepted = Det första steget ska tas senast { $date }. { $group } räknar med dig.
mail-owed-partly_accepted = Det första steget ska tas senast { $date }. { $group } räknar med dig.
mail-owed-under_way = Du ska berätta hur det går senast { $date }. { $group } räknar med dig.
mail-owed-awaiting_answer = { $group } behöver ditt svar senast { $date }.
mail-owed-forwarded = { $group } behöver ert svar senast { $date }.
mail-missing-closed = Det som saknas är ett kort svar från { $group }.
mail-missing-with_group = Det som saknas är ett första svar från { $group }.
mail-missing-proposal = Det som saknas är ett färdigt förslag från { $group }.
mail-missing-ballot = Omröstningen är räknad. Det som saknas är beslutet från { $group }.
mail-missing-accepted = Det som saknas är det första steget.
mail-missing-partly_accepted = Det som saknas är det första steget.
mail-missing-under_way = Det som saknas är besked om hur det går.
mail-missing-awaiting_answer = Det som saknas är svaret till { $group }.
mail-missing-forwarded = Det som saknas är svaret till { $group }.
mail-late_owed-nobody = Ingen har tagit på sig att göra det. Fråga någon på gruppens bord.
mail-climbed_chair-others = Hör efter hur det går. Blir det inte av kan ni fråga någon annan, på gruppens bord.
mail-fact-ower = Ansvarig
mail-open-progress = Säg hur det går
mail-reminder-subject = Påminnelse: ”{ $title }” senast { $date }
mail-late_owed-subject = Försenat: ”{ $title }”
mail-late_owed-first = Dagen har gått: det skulle ha varit klart { $date }. Den som skrev idén vet att det är försenat.
mail-late_owed-new_day = Hinner ni inte nu? Ge ett nytt datum och säg varför. Då får den som skrev idén veta det.
mail-climbed_chair-subject = Försenat hos { $group }: ”{ $title }”
mail-climbed_chair-first = Det skulle ha varit klart { $date } och inget har hänt. Du är ordförande, så nu behöver du se till att något händer.
mail-climbed_process-subject = Försenat: idé { $number }
mail-climbed_process-first = { $group } skulle ha svarat senast { $date }. Inget har hänt, så nu är det ert.
mail-climbed_process-first-moderators = Moderatorerna skulle ha läst idén senast { $date }. Inget har hänt, så nu är det ert.
mail-climbed_process-first-owner = Den som { $group } har utsett skulle ha hört av sig senast { $date }. Inget har hänt, så nu är det ert.
mail-owner_silent-subject = Ingen ansvarar för ”{ $title }”
mail-owner_silent-first = { $owner } har inte svarat i tid, eller har slutat. { $group } behöver fråga någon annan, eller samma person igen.

## Till den som skrev idén: tiden för stöd slutar snart

mail-closes_soon-subject = Din idé kan få stöd till och med { $date }
mail-closes_soon-first = { $count ->
    [0] Ingen stödjer din idé än.
    [one] { $count } person stödjer din idé just nu.
   *[other] { $count } personer stödjer din idé just nu.
}
mail-closes_soon-missing = { $count ->
    [one] En till behövs senast { $date } för att gruppen ska svara på den.
   *[other] { $count } till behövs senast { $date } för att gruppen ska svara på den.
}
mail-closes_soon-share = Berätta gärna om idén för grannar, vänner och föreningar. Blir stöden för få får du ändå ett kort svar.

## När en idé är skickad till någon utanför

mail-forwarded_to_you-subject = { $group } skickar en idé till er
mail-forwarded_to_you-first = Säg senast { $date } om ni tar emot den. Annars går den tillbaka till gruppen.
mail-forwarded_to_you-answer = Tar ni emot den behöver den som skrev idén ert svar senast { $date }.
mail-forwarded_to_you-action = Säg om ni tar emot idén
mail-forwarding-declined = { $asked } tar inte emot idén.
mail-forwarding-silent = { $asked } har inte sagt om de tar emot idén, och tiden är ute.
mail-forwarding_returned-subject = Din idé är tillbaka hos { $group }
mail-forwarding_returned-next = Nu är det gruppens tur igen. Du får svar senast { $date }.
mail-group_forwarding_returned-subject = { $asked } har inte tagit emot ”{ $title }”
mail-group_forwarding_returned-next = Idén är tillbaka hos { $group }. Skicka den till rätt mottagare, eller svara själva.
mail-process_forwarding_returned-subject = Ingen har tagit emot idé { $number }
mail-process_forwarding_returned-first = { $group } skickade idén vidare, och den har kommit tillbaka.

## Till den som genomför en idé, och till gruppen

mail-help_asked-subject = { $owner } behöver hjälp med ”{ $title }”
mail-help_asked-first = { $owner } genomför idén och ber gruppen om hjälp.
mail-help_asked-need = Det här behövs:
mail-still_late-subject = Fortfarande försenat: ”{ $title }”
mail-still_late-first = Du skulle ha berättat senast { $date }.
mail-still_late-told = Nu vet de som står över dig i ärendet att det är försenat.
mail-still_late-ways = Berätta hur det går, säg att det är klart eller be om hjälp. Det tar ungefär en minut.
mail-done-action = Säg om det blev som du tänkt
mail-done-idea = Idén finns på { $url }
mail-decision-grade = Är svaret begripligt, och blev du lyssnad på? Svara här: { $url }
mail-owner_reminded-subject = Påminnelse: tar du ansvar för detta?
mail-owner_reminded-first = { $group } behöver ditt svar senast { $date }. Annars frågar gruppen någon annan.
mail-forwarding_reminded-subject = Påminnelse: { $group } har skickat en idé till er
