### Mejlen på lätt svenska. Korta meningar, vanliga ord, en sak i taget. Det som inte står här sägs som på vanlig svenska.
### Varje fil här har precis samma texter som filen med samma namn i mappen sv.

## Det som flera mejl delar

mail-footer-sender = { $service } drivs av { $operator }.
mail-footer-contact = Har du frågor? Svara på mejlet. Du kan också kontakta { $contact }.

mail-why-author = Du får mejlet eftersom det är du som skrev idén.
mail-why-follower = Du får mejlet eftersom du följer idén.
mail-why-lead = Du får mejlet eftersom du är med i gruppen och har en uppgift där.
mail-why-owner = Du får mejlet eftersom gruppen vill att just du gör det här.
mail-why-asked = Du får mejlet eftersom gruppen vill fråga just dig.
mail-why-elector = Du får mejlet eftersom du får rösta.
mail-why-moderator = Du får mejlet eftersom du är moderator.
mail-why-comment_author = Du får mejlet eftersom det är du som skrev inlägget.
mail-why-reporter = Du får mejlet eftersom du har sagt till om något på sidan.
mail-why-address = Du får mejlet eftersom någon skrev din adress hos oss. Var det inte du? Då behöver du inte göra något.
mail-why-draft = Du får mejlet eftersom du skrev din adress hos oss. Du har en idé som du inte har skickat.

mail-fact-idea = Idé
mail-fact-number = Nummer
mail-fact-answer_by = Svar senast
mail-fact-diary_number = Nummer hos den som har fått idén (diarienummer)
mail-fact-owner = Den som ska göra det
mail-fact-first_step = Det börjar
mail-fact-measure = Så vet vi hur det gick
mail-fact-group = Grupp

mail-open-idea = Läs idén
mail-open-desk = Öppna gruppens sida
mail-way-in = Kommer du inte in? Logga in med den här mejladressen. Du kan också öppna sidan { $url }. Skriv numret och koden på ditt kvitto.
mail-objection = Tycker du att vi har fel? Svara på mejlet. Då läser en annan person hos oss.
mail-moderator-words = Moderatorn skriver:
mail-their-reason = Därför:
mail-their-question = Frågan:
mail-their-answer = Svaret:

## Till den som skrev idén: på väg in

mail-receipt-subject = Vi har fått din idé ({ $number })
mail-receipt-first = Tack! En person hos oss läser din idé. Det är klart senast { $date }.
mail-receipt-first-soon = Tack! En person hos oss läser din idé. Sedan kan alla läsa den.
mail-receipt-next = Sedan mejlar vi dig igen. Spara numret { $number }.
mail-receipt-confirm = Är det här din mejladress? Öppna länken. Då berättar vi vad som händer, och du kan ändra idén. Om du inte öppnar den får du inga fler mejl.
mail-receipt-confirm-action = Ja, det är min adress
mail-resubmitted-subject = Vi har fått din ändrade idé ({ $number })
mail-resubmitted-first = Tack! En person hos oss läser idén igen. Det är klart senast { $date }.
mail-resubmitted-first-soon = Tack! En person hos oss läser idén igen. Sedan kan alla läsa den.
mail-published-subject = Nu kan alla läsa din idé
mail-published-first = Alla kan läsa din idé. De kan stödja den till och med { $date }.
mail-published-goal = Om { $count } personer stödjer idén måste { $group } svara. Berätta om idén för andra!
mail-returned-subject = Du behöver ändra din idé
mail-returned-first = Något i idén behöver ändras. När du har ändrat det kan alla läsa idén.
mail-returned-until = Du kan ändra till och med { $date }. Efter det stänger vi idén.
mail-returned-action = Ändra idén
mail-refused-subject = Vi visar inte din idé
mail-refused-first = Därför visar vi den inte: { $ground }.
mail-refused-appeal = Tycker du att vi har fel? Öppna länken och skriv varför. Gör det senast { $date }. Då läser en annan person idén.
mail-refused-action = Be om att en annan läser
mail-appealed-subject = En annan person läser din idé ({ $number })
mail-appealed-first = Du tyckte att vi hade fel. En annan person läser idén. Det är klart senast { $date }.
mail-appealed-first-soon = Du tyckte att vi hade fel. En annan person läser nu idén.
mail-lapsed-subject = Vi har stängt din idé ({ $number })
mail-lapsed-first = Du kunde ändra idén, men tiden är slut. Därför har vi stängt den.
mail-lapsed-again = Du kan skriva idén igen när du vill.
mail-lapsed-action = Skriv en ny idé
mail-hidden-subject = Vi visar inte din idé just nu ({ $number })
mail-hidden-first = Därför visar vi den inte: { $ground }.
mail-hidden-now = Bara du och våra moderatorer kan läsa idén nu.
mail-shown_again-subject = Vi visar din idé igen ({ $number })
mail-shown_again-first = Nu kan alla läsa din idé igen.

## Till den som skrev idén: hos gruppen

mail-with_group-subject = { $group } ska svara på din idé
mail-with_group-first = Du får svar senast { $date }.
mail-closed-subject = För få stödjer din idé
mail-closed-first = { $count ->
    [one] { $count } person stödjer idén. Det skulle vara { $goal }.
   *[other] { $count } personer stödjer idén. Det skulle vara { $goal }.
}
mail-closed-answer = Du får ändå ett kort svar från { $group }. Det kommer senast { $date }. En grupp kan också välja idén senare.
mail-author_asked-subject = { $group } har frågat { $asked } om din idé
mail-author_asked-first = Svaret ska komma senast { $date }.
mail-author_unanswered-subject = Vi fick inget svar om din idé
mail-author_unanswered-first = { $asked } svarade inte i tid. { $group } fortsätter utan svaret.
mail-forwarded-subject = Vi har skickat din idé till { $asked }
mail-forwarded-first = { $asked } ska svara senast { $date }.
mail-group_changed-subject = Nu har { $group } din idé
mail-group_changed-first = Du får svar senast { $date }.
mail-group_changed-reason = Idén passar bättre hos { $group }. Den andra gruppen skrev så här:
mail-taken_forward-subject = { $group } gillar din idé och arbetar vidare
mail-taken_forward-first = Gruppen skriver ett förslag. Du är med i arbetet.
mail-merged-subject = Din idé och en annan idé är nu samma
mail-merged-first = Nu finns din idé i ”{ $title }” ({ $number }).
mail-merged-first-number = Nu finns din idé i idé { $number }.
mail-merged-kept = Allt är kvar: de som stödjer, det som andra har skrivit och de som följer. Du är fortfarande en av dem som föreslår.
mail-joined-subject = En annan idé är nu samma som din
mail-joined-first = ”{ $title }” handlar om samma sak. Därför är de nu en idé.
mail-corrected-subject = Vi skrev fel om din idé och har ändrat
mail-corrected-first = Det stod fel om din idé. Vi har ändrat det, och det syns på sidan.

## Beslutet

mail-decision-subject-yes = Beslut: ja till ”{ $title }”
mail-decision-subject-partly = Beslut: ja till en del av ”{ $title }”
mail-decision-subject-no = Beslut: nej till ”{ $title }”
mail-decision-first-yes = { $group } säger ja. { $owner } ska göra det. Det börjar { $date }.
mail-decision-first-partly = { $group } säger ja till en del av idén. { $owner } ska göra den delen. Det börjar { $date }.
mail-decision-first-no = { $group } säger nej. Därför blev det nej:
mail-decision-what = Det här har gruppen bestämt:
mail-decision-reasons = Därför:
mail-decision-conditions = Det här måste också bli så:
mail-decision-would_change = Då kan svaret bli ett annat:
mail-decision-instead = Det här kan du göra i stället:
mail-decision-children = Så har gruppen tänkt på barn och unga:
mail-decision-dissent = Några tyckte något annat:
mail-decision-ballot = Så röstade de: { $yes } röstade ja, { $no } röstade nej. { $abstain } ville inte välja.
mail-decision-recommendation = Gruppen kan inte bestämma själv. Det här är vad gruppen tycker. En annan bestämmer.

## Genomförandet

mail-started-subject = Nu börjar arbetet med din idé
mail-started-first = { $owner } har börjat.
mail-started-first-unnamed = Arbetet har börjat.
mail-started-next = Du kan läsa hur det går på idéns sida.
mail-done-subject = Nu är det klart: { $title }
mail-done-first = Din idé har blivit verklighet! Blev det som du ville?
mail-done-answer = Öppna länken och svara. Det tar ungefär en minut.
mail-done-result = Det här är klart:
mail-stopped-subject = Arbetet med din idé har slutat
mail-stopped-first = { $group } har slutat arbeta med idén. Här står varför.

## Till den som följer en idé

mail-news_with_group-subject = { $group } ska svara på ”{ $title }”
mail-news_with_group-first = Du följer den här idén. Svaret kommer senast { $date }.
mail-news_forwarded-subject = ”{ $title }” finns nu hos { $asked }
mail-news_taken_forward-subject = { $group } arbetar vidare med ”{ $title }”
mail-news_taken_forward-first = Gruppen skriver nu ett förslag.
mail-news_started-subject = Nu börjar arbetet: { $title }
mail-news_done-first = Du följer den här idén. Nu är den verklighet.
mail-news_stopped-subject = Arbetet har slutat: { $title }
mail-news_merged-subject = ”{ $title }” och en annan idé är nu samma
mail-news_withdrawn-subject = ”{ $title }” finns inte mer
mail-news_withdrawn-first = Den som skrev idén har tagit bort den.

## Till moderatorer och grupper

mail-queue-subject = { $count } väntar på en moderator. Den äldsta: { $age }
mail-queue-subject-empty = Det finns idéer att läsa
mail-queue-age = { $count ->
    [0] mindre än en dag
    [one] { $count } dag
   *[other] { $count } dagar
}
mail-queue-first = { $count ->
    [one] En idé väntar på dig. Läs den senast { $date }.
   *[other] { $count } idéer väntar på dig. Läs den första senast { $date }.
}
mail-queue-first-talk = Någon har skrivit något som en moderator behöver läsa.
mail-queue-first-empty = Det kom nya idéer i dag.
mail-queue-action = Läs idéerna
mail-appeal_of_yours-subject = En annan moderator läser { $number }
mail-appeal_of_yours-first = Du sade nej till idén. Den som skrev den tycker att det var fel. En annan moderator läser nu. Du behöver inte göra något.
mail-group_published-subject = Ny idé för { $group }: { $title }
mail-group_published-first = Alla kan stödja den till och med { $date }.
mail-group_published-lift = Gruppen kan svara redan nu om ni vill.
mail-group_task-subject = Ni ska svara på ”{ $title }”
mail-group_task-first = { $group } ska svara första gången senast { $date }.
mail-group_closed-subject = Skriv ett kort svar: { $title }
mail-group_closed-first = För få stödjer idén. Den som skrev den ska ändå få ett kort svar. Skriv det senast { $date }.
mail-group_answered-subject = { $asked } har svarat om ”{ $title }”
mail-group_answered-first = Nu kan { $group } fortsätta med idén.
mail-group_unanswered-subject = { $asked } har inte svarat om ”{ $title }”
mail-group_unanswered-first = Tiden är slut. { $group } kan fortsätta utan svaret.
mail-group_came_back-subject = { $group } har fått tillbaka ”{ $title }”
mail-group_came_back-first = { $asked } har lämnat tillbaka idén. Nu är det ni som ska göra något.
mail-hand_over_offered-subject = { $group } vill ge er en idé
mail-hand_over_offered-first = Vill ni ta hand om ”{ $title }”? Svara ja eller nej senast { $date }. Annars har { $group } kvar idén.
mail-hand_over_offered-action = Svara ja eller nej
mail-hand_over_accepted-subject = { $group } tar hand om ”{ $title }”
mail-hand_over_accepted-first = Ni behöver inte göra något mer med idén.
mail-hand_over_declined-subject = { $group } tar inte hand om ”{ $title }”
mail-hand_over_declined-first = Ni har kvar idén.
mail-owner_accepted-subject = { $owner } vill göra ”{ $title }”
mail-owner_accepted-first = Nu kan { $group } bestämma. Det börjar { $date }.
mail-owner_declined-subject = { $owner } vill inte göra ”{ $title }”
mail-owner_declined-first = Fråga en annan person. Sedan kan { $group } säga ja.
mail-ballot_closed-subject = Alla har röstat klart om ”{ $title }”
mail-ballot_closed-first-yes = Det blev ja.
mail-ballot_closed-first-no = Det blev nej.
mail-ballot_closed-first-tie = Lika många röstade ja och nej.
mail-ballot_closed-first-no_quorum = För få röstade. Därför blev det inget svar.

## Till den som behöver göra något

mail-owner_asked-subject = Kan du göra det här?
mail-owner_asked-first = { $group } vill att du gör ”{ $title }”. Du ska börja senast { $date }.
mail-owner_asked-next = Gruppen väntar på ditt svar. Du kan säga ja eller nej.
mail-owner_asked-next-decided = Gruppen har sagt ja till idén. Nu behövs en person som gör det. Du kan säga ja eller nej.
mail-owner_asked-action = Svara ja eller nej
mail-asked-subject = { $group } vill fråga dig om en idé
mail-asked-first = Svara senast { $date }. Då läser gruppen ditt svar innan de bestämmer.
mail-asked-action = Läs idén och svara
mail-ballot-subject = Rösta före { $date }
mail-ballot-first = Det tar ungefär en minut.
mail-ballot-secret = Ingen kan se hur du röstar. Vi visar hur det gick när alla har röstat klart.
mail-ballot-action = Rösta

## Samtalet

mail-question_answered-subject = { $group } har svarat på din fråga
mail-question_answered-first = Gruppen svarar:
mail-question_answered-yours = Du frågade:
mail-comment_hidden-subject = Vi visar inte det du skrev
mail-comment_hidden-first = Därför visar vi det inte: { $ground }.
mail-comment_hidden-first-plain = Det du skrev följer inte våra regler.
mail-comment_hidden-yours = Du skrev:
mail-report_decided-subject = Du sade till om något. Nu har vi läst
mail-report_decided-first-kept = Det följer våra regler. Därför tar vi inte bort det.
mail-report_decided-first-hidden = Vi visar det inte mer. Därför: { $ground }.
mail-report_decided-thanks = Tack för att du sade till.

## Koder och länkar

mail-sign_in-subject = Din kod för att logga in
mail-sign_in-first = Din kod är { $code }.
mail-sign_in-how = Skriv koden på sidan där du loggar in. Du kan också öppna länken. Det går till klockan { $time }, och bara en gång.
mail-sign_in-action = Logga in
mail-confirm_contact-subject = Är det här din adress?
mail-confirm_contact-first = Öppna länken om det här är din mejladress. Då kan du ändra din idé och se vad som händer.
mail-confirm_contact-action = Ja, det är min adress
mail-confirm_support-subject = Tryck här så räknas ditt stöd
mail-confirm_support-first = Du vill stödja ”{ $title }”. Öppna länken. Då räknas du med.
mail-confirm_support-action = Jag stödjer idén
mail-token-until = Länken går att använda till { $moment }. Den går bara att använda en gång.
mail-draft_warning-subject = Vi tar bort din text { $date }
mail-draft_warning-first = Du har börjat skriva en idé men inte skickat den. Vill du ha den kvar? Skicka den eller skriv mer före { $date }.
mail-draft_warning-how = Öppna den i samma webbläsare som du skrev i. Var du inloggad? Logga då in igen.
mail-draft_warning-action = Öppna min text

## Det som sägs i telefon eller skrivs i ett brev

call-objection = Tycker du att vi har fel? Kontakta { $contact }. Då läser en annan person hos oss.
call-page = Läs mer: { $url }
call-receipt = Läs mer på { $url }. Skriv numret { $number } och koden på ditt kvitto.
call-grade = Säg vad du tycker: { $url }
call-sender = { $service }. Har du frågor? Kontakta { $contact }.
call-brief = Idé { $number }:
