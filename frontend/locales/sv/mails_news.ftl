### Samlade mejl, och mejlen från den som representerar någon.

mail-unsubscribe-followed = Sluta få nyheter om idéer jag följer
mail-unsubscribe-ballots = Sluta få mejl om omröstningar
mail-unsubscribe-comments = Sluta få mejl om inlägg om mina idéer
mail-unsubscribe-saved_searches = Sluta få mejl om mina bevakade sökningar
mail-unsubscribe-themes = Sluta få mejl om teman jag följer
mail-unsubscribe-seats = Sluta få mejl från mina representanter
mail-why-bundle = Du får mejlet för att vi samlar nyheter åt dig. Du väljer själv hur ofta.
mail-bundle-subject-one = Nytt om ”{ $title }”
mail-bundle-subject = Nytt om { $count } idéer
mail-bundle-first = { $count ->
    [one] Det här har hänt med en idé som du vill höra om.
   *[other] Det här har hänt med { $count } idéer som du vill höra om.
}
mail-bundle-line = { $what }. { $more }
mail-bundle-hit = Den passar en sökning som du bevakar.
mail-bundle-comment = Någon har skrivit om idén.
mail-bundle-new = Ny idé i temat { $theme }.
mail-bundle-more = { $count ->
    [one] Och en idé till. Du ser den på webbplatsen.
   *[other] Och { $count } idéer till. Du ser dem på webbplatsen.
}
mail-bundle-subject-mixed = Nytt om { $count } saker
mail-bundle-first-mixed = Det här har hänt med { $count } saker som du vill höra om.
mail-bundle-more-mixed = { $count ->
    [one] Och en sak till. Du ser den på webbplatsen.
   *[other] Och { $count } saker till. Du ser dem på webbplatsen.
}
mail-bundle-report = { $represents } i { $group }
mail-bundle-answer = Någon har svarat dig.
mail-bundle-action = Välj hur ofta du får mejl
mail-new_comment-subject = Någon har skrivit om ”{ $title }”
mail-new_comment-first = Läs inlägget på idéns sida.
mail-ballot_closing-subject = Sista dagen att rösta: före { $date }
mail-ballot_closing-first = Du har inte röstat än. Det tar ungefär en minut.

told-decided = Beslut: { $outcome }. { $what }
mail-why-seat = Du får mejlet för att du följer en representant.
mail-report_back-subject = { $count ->
    [one] Från { $group }: ett beslut
   *[other] Från { $group }: { $count } beslut
}
mail-report_back-first = { $name } representerar { $represents } och berättar vad som har beslutats.
mail-report_back-first-for = { $name } berättar för { $represents } vad som har beslutats, i stället för representanten.
mail-report_back-action = Läs och svara
mail-report_back-answer = Svara på sidan. Då tar representanten med ditt svar till nästa möte.
mail-report_due-subject = Berätta för { $represents } senast { $date }
mail-report_due-first = { $group } har fattat beslut. { $represents } vill veta vad det blev.
mail-report_due-how = Vi har skrivit ett utkast. Läs, ändra och skicka. Det tar ungefär fem minuter.
mail-report_due-action = Öppna utkastet
mail-report_late-subject = { $represents } har inte fått veta vad som beslutats
mail-report_late-first = Återkopplingen från { $group } skulle ha skickats senast { $date }. På sidan står nu att den inte är skickad.
told-first-step = { $owner } gör det. Första steget: { $date }.
mail-report_late-leads-subject = { $count ->
    [one] { $represents } har inte fått veta vad som beslutats
   *[other] { $group }: { $count } representanter har inte berättat vad som beslutats
}
mail-report_late-leads-how = Hör med den som skulle ha berättat. Du kan också skriva själv nu; utkastet finns på sidan.
mail-report_late-leads-action = Se vem som har berättat
mail-told_hidden-subject = Vi visar inte det du skrev till { $represents }
mail-told_hidden-first = Skälet är: { $ground }.
mail-told_hidden-first-plain = Texten följer inte reglerna för samtalet.
mail-told_hidden-kept = Besluten som du berättade om visas fortfarande.
mail-told_hidden-action = Se rapporten
mail-why-report = Du får mejlet för att du har skrivit rapporten.
