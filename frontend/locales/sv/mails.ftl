### Mejlen: ämne, första mening och det som följer. Ämnet och första meningen säger vad som har hänt.

## Det som flera mejl delar

mail-footer-sender = { $operator } driver { $service }.
mail-footer-contact = Frågor? Svara på det här mejlet eller kontakta { $contact }.

mail-why-author = Du får mejlet för att du har skrivit idén.
mail-why-follower = Du får mejlet för att du följer idén.
mail-why-lead = Du får mejlet för att du har ett uppdrag i gruppen.
mail-why-owner = Du får mejlet för att gruppen föreslår just dig.
mail-why-asked = Du får mejlet för att gruppen vill fråga just dig.
mail-why-elector = Du får mejlet för att du får rösta.
mail-why-moderator = Du får mejlet för att du är moderator.
mail-why-comment_author = Du får mejlet för att du har skrivit inlägget.
mail-why-reporter = Du får mejlet för att du har anmält något på sidan.
mail-why-address = Du får mejlet för att någon skrev den här adressen hos oss. Var det inte du? Då behöver du inte göra något.
mail-why-draft = Du får mejlet för att du skrev adressen i ett utkast hos oss.

mail-fact-idea = Idé
mail-fact-number = Nummer
mail-fact-answer_by = Svar senast
mail-fact-diary_number = Diarienummer
mail-fact-owner = Ansvarig
mail-fact-first_step = Första steget
mail-fact-measure = Så här har vi mätt
mail-fact-group = Grupp

mail-open-idea = Öppna idén
mail-open-desk = Öppna gruppens bord
mail-way-in = Kommer du inte in? Logga in med den här adressen, eller öppna idén med numret och koden på ditt kvitto: { $url }
mail-objection = Tycker du att vi har fel? Svara på mejlet, så läser någon annan hos oss.
mail-moderator-words = Moderatorn skriver:
mail-their-reason = Skälet:
mail-their-question = Frågan:
mail-their-answer = Svaret:

## Till den som skrev idén: på väg in

mail-receipt-subject = Vi har tagit emot din idé ({ $number })
mail-receipt-first = Tack. En moderator läser din idé senast { $date }.
mail-receipt-first-soon = Tack. En moderator läser din idé innan alla kan se den.
mail-receipt-next = Sedan får du ett nytt mejl från oss. Spara numret { $number }.
mail-receipt-confirm = Bekräfta att adressen är din. Då mejlar vi dig vad som händer, och du kan ändra idén. Annars får du inga fler mejl från oss.
mail-receipt-confirm-action = Bekräfta min adress
mail-resubmitted-subject = Vi har fått din ändrade idé ({ $number })
mail-resubmitted-first = Tack. En moderator läser idén igen senast { $date }.
mail-resubmitted-first-soon = Tack. En moderator läser idén igen innan alla kan se den.
mail-published-subject = Din idé är publicerad
mail-published-first = Nu kan alla läsa och stödja den, fram till { $date }.
mail-published-goal = När { $count } personer stödjer idén ska { $group } svara på den. Berätta gärna om den för andra.
mail-returned-subject = Din idé behöver ändras innan den kan visas
mail-returned-first = Du behöver ändra något. Sedan publicerar vi.
mail-returned-until = Du kan ändra idén till och med { $date }. Därefter stänger vi den.
mail-returned-action = Ändra idén
mail-refused-subject = Vi publicerar inte din idé
mail-refused-first = Skälet är: { $ground }.
mail-refused-appeal = Så här kan du begära ny prövning: öppna länken senast { $date } och skriv varför du tycker att vi har fel. En annan moderator läser då idén på nytt.
mail-refused-action = Begär ny prövning
mail-appealed-subject = Vi prövar din idé igen ({ $number })
mail-appealed-first = En annan moderator än den första läser idén senast { $date }.
mail-appealed-first-soon = En annan moderator än den första läser nu idén.
mail-lapsed-subject = Vi har stängt din idé ({ $number })
mail-lapsed-first = Tiden för att ändra idén är slut, så vi har stängt den.
mail-lapsed-again = Du kan när som helst skriva idén på nytt.
mail-lapsed-action = Skriv en ny idé
mail-hidden-subject = Vi har dolt din idé ({ $number })
mail-hidden-first = Skälet är: { $ground }.
mail-hidden-now = Bara du och moderatorerna kan se idén nu.
mail-shown_again-subject = Din idé visas igen ({ $number })
mail-shown_again-first = Nu kan alla läsa din idé igen.

## Till den som skrev idén: hos gruppen

mail-with_group-subject = { $group } tar upp din idé
mail-with_group-first = Du får svar senast { $date }.
mail-closed-subject = Din idé fick inte tillräckligt stöd i tid
mail-closed-first = { $count ->
    [one] { $count } person stödjer idén, och { $goal } behövdes.
   *[other] { $count } personer stödjer idén, och { $goal } behövdes.
}
mail-closed-answer = { $group } ger dig ändå ett kort svar, senast { $date }. En grupp kan också ta upp idén längre fram.
mail-author_asked-subject = { $group } har frågat { $asked } om din idé
mail-author_asked-first = Svaret ska komma senast { $date }.
mail-author_unanswered-subject = Svaret om din idé har inte kommit
mail-author_unanswered-first = { $asked } svarade inte i tid, så { $group } går vidare utan svaret.
mail-forwarded-subject = Din idé är skickad till { $asked }
mail-forwarded-first = { $asked } ska svara senast { $date }.
mail-group_changed-subject = { $group } tar över din idé
mail-group_changed-first = Du får svar senast { $date }.
mail-group_changed-reason = { $group } passar bättre för idén. Så här skrev den förra gruppen:
mail-taken_forward-subject = { $group } vill göra verklighet av din idé
mail-taken_forward-first = Nu arbetar gruppen fram ett förslag, och du är med.
mail-merged-subject = Din idé är ihopslagen med en annan
mail-merged-first = Den lever vidare i ”{ $title }” ({ $number }).
mail-merged-first-number = Den lever vidare i idé { $number }.
mail-merged-kept = Stöd, inlägg och följare är kvar. Du räknas fortfarande som en av dem som föreslår.
mail-joined-subject = En annan idé är ihopslagen med din
mail-joined-first = ”{ $title }” handlar om samma sak, så nu är de en idé.
mail-corrected-subject = Vi har rättat något om din idé
mail-corrected-first = Processgruppen har rättat vad som stod om idén, och det syns på sidan.

## Beslutet

mail-decision-subject-yes = Beslut: ja till ”{ $title }”
mail-decision-subject-partly = Beslut: delvis ja till ”{ $title }”
mail-decision-subject-no = Beslut: nej till ”{ $title }”
mail-decision-first-yes = { $group } säger ja. { $owner } gör det, och första steget är { $date }.
mail-decision-first-partly = { $group } säger ja till en del. { $owner } gör den, och första steget är { $date }.
mail-decision-first-no = { $group } säger nej. Skälet är det här:
mail-decision-what = Det här är beslutet:
mail-decision-reasons = Skälen:
mail-decision-conditions = Det här gäller också:
mail-decision-would_change = Det här skulle ändra svaret:
mail-decision-instead = Det här kan du göra i stället:
mail-decision-children = Så har gruppen tänkt på barn och unga:
mail-decision-dissent = Alla tyckte inte lika:
mail-decision-ballot = Så gick omröstningen: { $yes } ja, { $no } nej, { $abstain } avstod.
mail-decision-recommendation = Det här är gruppens rekommendation till den som har rätt att bestämma.

## Genomförandet

mail-started-subject = Nu börjar arbetet med din idé
mail-started-first = { $owner } har börjat.
mail-started-first-unnamed = Arbetet har börjat.
mail-started-next = På idéns sida kan du läsa hur det går.
mail-done-subject = Nu är det klart: { $title }
mail-done-first = Din idé har blivit verklighet. Blev det som du tänkte?
mail-done-answer = Öppna länken och säg vad du tycker. Det tar ungefär en minut.
mail-done-result = Det här blev av:
mail-stopped-subject = Arbetet med din idé är avbrutet
mail-stopped-first = { $group } har avbrutit arbetet och berättar varför.

## Till den som följer en idé

mail-news_with_group-subject = { $group } tar upp ”{ $title }”
mail-news_with_group-first = Idén som du följer får svar senast { $date }.
mail-news_forwarded-subject = ”{ $title }” är skickad till { $asked }
mail-news_taken_forward-subject = { $group } vill göra verklighet av ”{ $title }”
mail-news_taken_forward-first = Nu arbetar gruppen fram ett förslag.
mail-news_started-subject = Nu börjar arbetet: { $title }
mail-news_done-first = Idén som du följer har blivit verklighet.
mail-news_stopped-subject = Arbetet är avbrutet: { $title }
mail-news_merged-subject = ”{ $title }” är ihopslagen med en annan idé
mail-news_withdrawn-subject = ”{ $title }” är tillbakatagen
mail-news_withdrawn-first = Den som skrev idén har tagit tillbaka den.

## Till moderatorer och grupper

mail-queue-subject = { $count } väntar på en moderator, äldst { $age }
mail-queue-subject-empty = Det finns idéer att läsa
mail-queue-age = { $count ->
    [0] mindre än en dag
    [one] { $count } dag
   *[other] { $count } dagar
}
mail-queue-first = { $count ->
    [one] En idé väntar på en moderator. Läs den senast { $date }.
   *[other] { $count } idéer väntar på en moderator. Läs den första senast { $date }.
}
mail-queue-first-talk = Inlägg eller anmälningar väntar på en moderator.
mail-queue-first-empty = Nya idéer har kommit in i dag.
mail-queue-action = Öppna kön
mail-appeal_of_yours-subject = Din bedömning av { $number } prövas igen
mail-appeal_of_yours-first = Den som skrev idén har begärt ny prövning. En annan moderator gör den, så du behöver inte göra något.
mail-group_published-subject = Ny idé för { $group }: { $title }
mail-group_published-first = Alla kan stödja den fram till { $date }.
mail-group_published-lift = Gruppen kan ta upp idén redan nu, om ni ser ett skäl.
mail-group_task-subject = Ni ska svara på ”{ $title }”
mail-group_task-first = { $group } ska ge ett första svar senast { $date }.
mail-group_closed-subject = Ett kort svar behövs: { $title }
mail-group_closed-first = Idén fick inte tillräckligt stöd i tid. Ge den som skrev den ett kort svar senast { $date }.
mail-group_answered-subject = { $asked } har svarat om ”{ $title }”
mail-group_answered-first = Nu kan { $group } gå vidare med idén.
mail-group_unanswered-subject = { $asked } har inte svarat om ”{ $title }”
mail-group_unanswered-first = Tiden är ute, så { $group } kan gå vidare utan svaret.
mail-group_came_back-subject = ”{ $title }” är tillbaka hos { $group }
mail-group_came_back-first = { $asked } har lämnat tillbaka idén, så nu är det er tur igen.
mail-hand_over_offered-subject = { $group } vill lämna över en idé till er
mail-hand_over_offered-first = Säg senast { $date } om ni vill ta över ”{ $title }”. Annars stannar idén hos { $group }.
mail-hand_over_offered-action = Svara ja eller nej
mail-hand_over_accepted-subject = { $group } tar över ”{ $title }”
mail-hand_over_accepted-first = Ni behöver inte göra något mer med idén.
mail-hand_over_declined-subject = { $group } tar inte över ”{ $title }”
mail-hand_over_declined-first = Idén är kvar hos er.
mail-owner_accepted-subject = { $owner } tar ansvar för ”{ $title }”
mail-owner_accepted-first = Nu kan { $group } besluta. Första steget är { $date }.
mail-owner_declined-subject = { $owner } tar inte ansvar för ”{ $title }”
mail-owner_declined-first = Fråga någon annan innan { $group } säger ja.
mail-ballot_closed-subject = Omröstningen om ”{ $title }” är klar
mail-ballot_closed-first-yes = Det blev ja.
mail-ballot_closed-first-no = Det blev nej.
mail-ballot_closed-first-tie = Det blev lika många ja som nej.
mail-ballot_closed-first-no_quorum = För få röstade, så omröstningen gav inget svar.

## Till den som behöver göra något

mail-owner_asked-subject = Tar du ansvar för detta?
mail-owner_asked-first = { $group } föreslår att du ser till att ”{ $title }” blir av, med ett första steg senast { $date }.
mail-owner_asked-next = Gruppen säger inte ja till idén förrän du har gjort det. Du kan också tacka nej.
mail-owner_asked-next-decided = Gruppen har redan sagt ja till idén och behöver någon som gör det. Du kan också tacka nej.
mail-owner_asked-action = Svara ja eller nej
mail-asked-subject = { $group } vill fråga dig om en idé
mail-asked-first = Svara senast { $date }, så kommer svaret med i beslutet.
mail-asked-action = Läs idén och svara
mail-ballot-subject = En sak att rösta om före { $date }
mail-ballot-first = Det tar ungefär en minut.
mail-ballot-secret = Rösten är hemlig. Resultatet visas när omröstningen har stängt.
mail-ballot-action = Lämna min röst

## Samtalet

mail-question_answered-subject = { $group } har svarat på din fråga
mail-question_answered-first = Så här svarar gruppen:
mail-question_answered-yours = Du frågade:
mail-comment_hidden-subject = Vi visar inte ditt inlägg
mail-comment_hidden-first = Skälet är: { $ground }.
mail-comment_hidden-first-plain = Ditt inlägg följer inte reglerna för samtalet.
mail-comment_hidden-yours = Du skrev:
mail-report_decided-subject = Vi har läst din anmälan
mail-report_decided-first-kept = Vi låter det stå kvar, för det bryter inte mot reglerna.
mail-report_decided-first-hidden = Vi har dolt det som du anmälde. Skälet är: { $ground }.
mail-report_decided-thanks = Tack för att du sade till.

## Koder och länkar

mail-sign_in-subject = Din kod för att logga in
mail-sign_in-first = Din kod är { $code }.
mail-sign_in-how = Skriv koden på sidan där du loggar in, eller öppna länken. Båda gäller till { $time }, och bara en gång.
mail-sign_in-action = Logga in
mail-confirm_contact-subject = Bekräfta din adress
mail-confirm_contact-first = Bekräfta att adressen är din, så kan du ändra din idé och följa vad som händer.
mail-confirm_contact-action = Bekräfta min adress
mail-confirm_support-subject = Bekräfta ditt stöd
mail-confirm_support-first = Bekräfta att du stödjer ”{ $title }”, så räknas ditt stöd.
mail-confirm_support-action = Bekräfta mitt stöd
mail-token-until = Länken gäller till { $moment }, och bara en gång.
mail-draft_warning-subject = Vi tar bort ditt utkast { $date }
mail-draft_warning-first = Du har inte skrivit på utkastet på länge. Skicka det eller skriv vidare före { $date } om du vill ha det kvar.
mail-draft_warning-how = Öppna det i samma webbläsare som du skrev i, eller logga in om du var inloggad.
mail-draft_warning-action = Öppna utkastet

## Det som sägs i telefon eller skrivs i ett brev

call-objection = Tycker du att vi har fel? Hör av dig till { $contact }, så läser någon annan hos oss.
call-page = Läs mer: { $url }
call-receipt = Läs mer: öppna { $url } med numret { $number } och koden på ditt kvitto.
call-grade = Säg vad du tycker: { $url }
call-sender = { $service }. Frågor? Hör av dig till { $contact }.
call-brief = Idé { $number }:
