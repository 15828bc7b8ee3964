### Mejl med flera nyheter, och mejl från den som talar för andra. På lätt svenska.

mail-unsubscribe-followed = Jag vill inte ha mejl om idéer som jag följer
mail-unsubscribe-ballots = Jag vill inte ha mejl om att rösta
mail-unsubscribe-comments = Jag vill inte ha mejl när någon skriver om min idé
mail-unsubscribe-saved_searches = Jag vill inte ha mejl om det jag söker efter
mail-unsubscribe-themes = Jag vill inte ha mejl om ämnen som jag följer
mail-unsubscribe-seats = Jag vill inte ha mejl från den som talar för mig
mail-why-bundle = Du får mejlet eftersom vi samlar nyheter åt dig. Du bestämmer själv hur ofta.
mail-bundle-subject-one = Det här har hänt med ”{ $title }”
mail-bundle-subject = Det har hänt något med { $count } idéer
mail-bundle-first = { $count ->
    [one] Det har hänt något med en idé. Du ville veta det.
   *[other] Det har hänt något med { $count } idéer. Du ville veta det.
}
mail-bundle-line = { $what }. { $more }
mail-bundle-hit = Den handlar om något som du söker efter.
mail-bundle-comment = Någon har skrivit om idén.
mail-bundle-new = En ny idé om { $theme }.
mail-bundle-more = { $count ->
    [one] Det finns en idé till. Du kan läsa den på webbplatsen.
   *[other] Det finns { $count } idéer till. Du kan läsa dem på webbplatsen.
}
mail-bundle-subject-mixed = Det har hänt { $count } saker
mail-bundle-first-mixed = Det har hänt { $count } saker. Du ville veta det.
mail-bundle-more-mixed = { $count ->
    [one] Det finns en sak till. Du kan läsa den på webbplatsen.
   *[other] Det finns { $count } saker till. Du kan läsa dem på webbplatsen.
}
mail-bundle-report = { $represents } i { $group }
mail-bundle-answer = Någon har svarat dig.
mail-bundle-action = Bestäm hur ofta du får mejl
mail-new_comment-subject = Någon har skrivit om ”{ $title }”
mail-new_comment-first = Läs på idéns sida.
mail-ballot_closing-subject = Rösta före { $date }
mail-ballot_closing-first = Du har inte röstat än. Det går snabbt, ungefär en minut.

told-decided = Gruppen sa: { $outcome }. { $what }
mail-why-seat = Du får mejlet eftersom du följer den som talar för dig.
mail-report_back-subject = { $count ->
    [one] { $group } har bestämt en sak
   *[other] { $group } har bestämt { $count } saker
}
mail-report_back-first = { $name } talar för { $represents }. Här står vad gruppen har bestämt.
mail-report_back-first-for = { $name } skriver i stället för den som talar för { $represents }. Här står vad gruppen har bestämt.
mail-report_back-action = Läs och svara
mail-report_back-answer = Du kan svara på sidan. Svaret kommer med till nästa möte.
mail-report_due-subject = Berätta för { $represents } senast { $date }
mail-report_due-first = { $group } har bestämt saker. { $represents } vill veta vad det blev.
mail-report_due-how = Vi har börjat skriva åt dig. Läs texten. Ändra det du vill. Skicka sedan. Det tar ungefär fem minuter.
mail-report_due-action = Öppna texten
mail-report_late-subject = { $represents } vet inte vad gruppen har bestämt
mail-report_late-first = { $group } skulle berätta senast { $date }. Nu är det för sent. Det står på sidan.
told-first-step = { $owner } gör det. Början: { $date }.
mail-report_late-leads-subject = { $count ->
    [one] { $represents } vet inte vad gruppen har bestämt
   *[other] { $group }: { $count } personer har inte berättat vad gruppen har bestämt
}
mail-report_late-leads-how = Prata med den som skulle berätta. Du kan också skriva själv. Vi har börjat på en text.
mail-report_late-leads-action = Se vem som har berättat
mail-told_hidden-subject = Vi visar inte det du skrev till { $represents }
mail-told_hidden-first = Därför visar vi det inte: { $ground }.
mail-told_hidden-first-plain = Det du skrev följer inte våra regler.
mail-told_hidden-kept = Alla kan fortfarande läsa vad gruppen har bestämt.
mail-told_hidden-action = Se rapporten
mail-why-report = Du får mejlet eftersom det är du som skrev rapporten.
