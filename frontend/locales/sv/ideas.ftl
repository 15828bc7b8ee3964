### En idé: läge, stöd, samtal, beslut, historik, och att skriva och ändra en egen.

## Vem som är vem när namnet saknas

the-group = Styrgruppen
the-asked = Den tillfrågade
the-owner = Den som ansvarar
the-author = Den som skrev idén
the-moderators = Moderatorerna
another-idea = en annan idé
role-author = förslagsställare
breadcrumbs-label = Du är här
breadcrumbs-home = Start

## Läget

status-title = Läget
status-late = Skulle varit klart { $date }. Ansvarig: { $who }. Nytt datum saknas.
status-pause = Sommaruppehåll till och med { $date }. De dagarna räknas inte.
status-postponed = Nytt datum: { $new }. Det skulle ha varit klart { $old }. Skälet:
status-ground = Skäl: { $ground }. { $words }
status-contact = Kontakt: { $name }, samordnare i { $group }. { $contact }
status-contact-town = Kontakt: { $contact }
in-days-today = i dag
in-days = { $count ->
    [one] om { $count } dag
   *[other] om { $count } dagar
}

now-hidden = En moderator har dolt idén. Bara du som skrev den och de som granskar kan se den.
now-draft = Idén är inte skickad än.
now-screening = En moderator läser idén. Sedan kan alla se den.
now-returned = Idén behöver ändras. Sedan publicerar vi den.
now-refused = Vi publicerar inte idén.
now-open = { $missing ->
    [0] Tillräckligt många stödjer idén. { $group } ska svara.
    [one] Alla kan stödja och diskutera idén. { $missing } till behövs, sedan ska { $group } svara.
   *[other] Alla kan stödja och diskutera idén. { $missing } till behövs, sedan ska { $group } svara.
}
now-closed = Tiden gick ut innan tillräckligt många stödde idén. { $group } ger ändå ett kort svar.
now-with_group = { $group } läser idén och ger ett första svar.
now-awaiting_answer = { $group } har frågat { $name } och väntar på svar.
now-forwarded = { $group } har skickat idén till { $name }, som kan bestämma om den.
now-proposal = { $group } arbetar fram ett förslag tillsammans med dem som skrev idén.
now-ballot = Omröstning pågår. Resultatet visas när den stänger.
now-counted = Omröstningen är räknad. Gruppen ska skriva ner beslutet.
now-accepted = { $group } har sagt ja. { $owner } gör det.
now-nobody = { $group } har sagt ja, men ingen har tagit på sig att göra det just nu. Gruppen frågar någon.
now-partly_accepted = { $group } har sagt ja till en del. { $owner } gör den delen.
now-declined = { $group } har sagt nej. Skälen står under beslutet.
now-under_way = { $owner } arbetar med att göra idén till verklighet.
now-done = Idén är genomförd.
now-stopped = { $group } har avbrutit arbetet.
now-merged = Idén lever vidare tillsammans med en annan idé.
now-withdrawn = Den som skrev idén har tagit tillbaka den.

deadline-draft = Skicka senast
deadline-screening = En moderator läser den senast
deadline-returned = Ändra och skicka igen senast
deadline-refused = Begär ny prövning senast
deadline-open = Sista dag att stödja
deadline-closed = Svar senast
deadline-with_group = Svar senast
deadline-awaiting_answer = Svar väntas senast
deadline-forwarded = Svar väntas senast
deadline-proposal = Förslaget är klart senast
deadline-ballot = Omröstningen stänger
deadline-counted = Beslutet skrivs ner senast
deadline-accepted = Första steget senast
deadline-partly_accepted = Första steget senast
deadline-declined = Nästa datum
deadline-under_way = Nästa besked om hur det går senast
deadline-done = Nästa datum
deadline-stopped = Nästa datum
deadline-merged = Nästa datum
deadline-withdrawn = Nästa datum

## Idéns sida

idea-why = Varför
idea-facts = Om idén
idea-number = Nummer
idea-author = Skriven av
idea-place = Plats
idea-theme = Tema
idea-need = Behov den svarar på
idea-source = Kommer från
idea-who-does-it = Vem gör det
idea-result = Det här blev av
idea-asked = Frågor till andra
asked-answer = Svar från { $name }
idea-timeline = Det här har hänt
idea-versions = Läs tidigare versioner
idea-joined-into = Idén är ihopslagen med en annan. Läs vidare här:
idea-joined-here = Idéer som är ihopslagna med den här
idea-own = Din idé
idea-edit = Ändra eller lägg till
idea-change-and-send = Ändra och skicka igen
idea-appeal = Begär ny prövning
refused-appeal = Tycker du att vi har fel? Begär ny prövning och skriv varför. En annan moderator läser då idén på nytt.
refused-final = En annan moderator har prövat idén på nytt. Beslutet gäller.
refused-too-late = Tiden för att begära ny prövning är slut. Beslutet gäller.
idea-withdraw = Ta tillbaka idén
idea-work = Ditt uppdrag
idea-desk = Till gruppens bord
idea-screen = Granska idén
idea-visibility = Dölj eller visa idén
idea-more = Mer om idén
idea-share = Dela
idea-share-number = Idén har nummer { $number }. Det går att söka på numret.
copy-link = Kopiera länk
copy-done = Länken är kopierad.
copy-failed = Kopiera länken själv:
report-idea = Anmäl idén
report-comment = Anmäl
idea-supports = { $count ->
    [one] { $count } stöder
   *[other] { $count } stöder
}
idea-comments = { $count ->
    [one] { $count } inlägg
   *[other] { $count } inlägg
}

## Stöd

support-title = Stöd idén
support-count = { $count ->
    [one] person stöder idén.
   *[other] stöder idén.
}
support-missing = { $count ->
    [0] Målet är nått.
    [one] { $count } till behövs, senast { $date }.
   *[other] { $count } till behövs, senast { $date }.
}
support-over = Tiden för stöd är slut.
support-give = Jag stödjer idén
support-take-back = Ta tillbaka mitt stöd
support-given = Du stödjer idén. Du kan ta tillbaka ditt stöd så länge tiden för stöd pågår.
support-secret = Ingen ser att just du stöder den.
support-email = E-post
support-email-hint = Vi skickar ett mejl. Tryck på knappen där, så räknas ditt stöd.

idea-follow-title = Följ idén
follow-begin = Följ
follow-end = Sluta följa
follow-hint = Du får mejl när läget ändras eller när någon svarar.
follow-sign-in = Logga in för att följa med mejl
follow-feed = Beslut som flöde

## Samtalet

idea-discussion = { $count ->
    [0] Samtal
    [one] Samtal ({ $count } inlägg)
   *[other] Samtal ({ $count } inlägg)
}
comments-for = För
comments-against = Emot
comments-for-none = Ingen har skrivit för än.
comments-against-none = Ingen har skrivit emot än.
comments-questions = Frågor
comments-additions = Tillägg
comments-more = Visa fler inlägg
comment-hidden = En moderator har dolt det här inlägget. Skäl: { $ground }.
comment-waits = Bara du ser inlägget än. En moderator läser det först.
comment-answer-from = Svar från { $group }
comment-answer = Svara på frågan
comment-answer-label = Svar, högst 1 000 tecken
comment-title = Skriv ett inlägg
comment-kind = Vad vill du skriva?
comment-kind-for = Något som talar för
comment-kind-against = Något som talar emot
comment-kind-question = En fråga
comment-kind-addition = Ett tillägg
comment-body = Ditt inlägg
comment-body-hint = Högst { $limit } tecken. Skriv inga namn på privatpersoner.
comment-reviewed = Ditt inlägg visas när en moderator har läst det, oftast samma dag.
comment-send = Skicka inlägget
comment-sign-in = Logga in för att skriva ett inlägg. Du får en kod i ett mejl.
keep-personal-data = Uppgifterna är mina egna eller ska vara offentliga. De ska stå kvar.

## Beslut och omröstning

outcome-yes = ja
outcome-partly = delvis ja
outcome-no = nej
decision-title = Beslut: { $outcome }
decision-by = { $group } bestämde det { $date }.
decision-recommendation = Det här är gruppens rekommendation till den som bestämmer.
decision-who-title = Vem gör det?
decision-who = { $owner }
decision-who-when = { $owner }. Första steget: { $date }.
decision-conditions = På de här villkoren
decision-reasons = Varför?
decision-would-change = Vad kan ändra svaret?
decision-instead = Det här kan du göra i stället
decision-children = Vad tyckte barnen?
decision-dissent = Den som tyckte annorlunda
ballot-title = Omröstning
ballot-open-until = Omröstningen är hemlig och stänger { $moment }. Resultatet visas då.
ballot-go = Till omröstningen
ballot-closed = { $voted } av { $roll } lämnade sin röst. Resultat: { $result }.
ballot-table = Så blev rösterna
ballot-choice = Svar
ballot-votes = Röster
ballot-choice-yes = Ja
ballot-choice-no = Nej
ballot-choice-abstain = Avstår
ballot-result-yes = ja
ballot-result-no = nej
ballot-result-tie = lika många för ja och nej
ballot-result-no_quorum = för få lämnade sin röst

## Det här har hänt

event-submitted = { $author } skickade in idén.
event-imported = Idén hämtades från ett annat system och publicerades.
event-resubmitted = Den som skrev idén ändrade den och skickade den igen.
event-published = En moderator publicerade idén. { $group } svarar för den.
event-returned = En moderator bad om en ändring. Skäl: { $ground }.
event-refused = En moderator bestämde att inte publicera idén. Skäl: { $ground }.
event-appealed = Den som skrev idén begärde ny prövning.
event-return_lapsed = Tiden för att ändra idén tog slut.
event-edited = Den som skrev idén ändrade texten.
event-added = Den som skrev idén gjorde ett tillägg.
event-goal_reached = { $supports } personer stödjer idén. Därför ska { $group } svara.
event-lifted = { $by } tog upp idén utan att vänta på fler stöd.
event-came_to_group = Idén kom till { $group }. Svar senast { $date }.
event-closed_unsupported = Tiden för stöd tog slut innan målet var nått.
event-asked = { $group } frågade { $name }.
event-answer_came = { $name } svarade.
event-answer_missing = { $name } svarade inte i tid. { $group } går vidare ändå.
event-forwarded = { $group } skickade idén vidare till { $name }.
event-came_back = Idén kom tillbaka från { $name }.
event-hand_over_offered = { $from } frågade om { $to } vill ta över idén.
event-hand_over_accepted = { $to } tog över idén från { $from }. Svar senast { $date }.
event-hand_over_declined = { $to } tackade nej till att ta över. Idén är kvar hos { $from }.
event-taken_forward = { $group } vill göra idén till verklighet och arbetar fram ett förslag.
event-owner_asked = { $group } frågade om { $name } vill ansvara.
event-owner_accepted = { $name } tackade ja till att ansvara.
event-owner_declined = { $name } tackade nej till att ansvara.
event-owner_lapsed = { $name } svarade inte i tid eller har slutat. Gruppen frågar någon annan.
event-ballot_opened = En hemlig omröstning öppnade.
event-ballot_closing = De som inte har röstat blev påminda.
event-ballot_closed = Omröstningen stängde. Resultat: { $result }.
event-decided = { $group } beslutade: { $outcome }.
event-started = { $owner } började.
event-progress_reported = { $owner } berättade hur det går.
event-completed = Idén blev genomförd.
event-stopped = { $group } avbröt arbetet.
event-merged = Idén slogs ihop med ”{ $title }”.
event-merged_here = ”{ $title }” slogs ihop med den här idén.
event-withdrawn = Den som skrev idén tog tillbaka den.
event-corrected = Processgruppen rättade läget från ”{ $was }” till ”{ $becomes }”.
event-reminded = Den som har nästa steg fick en påminnelse om { $date }.
event-late = Det skulle ha varit klart { $date }. Det är försenat.
event-climbed_to_chair = Ordföranden i { $group } fick veta att det är försenat.
event-climbed_to_process = Processgruppen fick veta att det är försenat.
event-late_again = Fortfarande inget besked, { $days } dagar efter { $date }. { $with }
late-with-late = Den som är sen vet om det.
late-with-chair = Ordföranden har frågan.
late-with-process = Processgruppen har frågan.
event-postponed = Nytt datum: { $date }. Tidigare var det { $old }.
event-hidden = En moderator dolde idén. Skäl: { $ground }.
event-shown_again = En moderator visade idén igen.
event-comment_written = Någon skrev ett inlägg.
event-comment_shown = Ett inlägg visades.
event-comment_hidden = En moderator dolde ett inlägg.
event-question_answered = { $group } svarade på en fråga.
event-reported = Någon anmälde något på sidan.
event-report_decided = En moderator tog ställning till en anmälan.

## Skriva en idé

write-steps = Steg
write-step-title = Idé
write-step-why = Varför
write-step-place = Plats
write-step-contact = Du
write-step-check = Läs igenom
write-step-done = Klart
write-step-here = Steg { $number } av { $all }
write-saved = Vi sparar det du skriver i 30 dagar i den här webbläsaren. Du behöver inget konto.
write-title-question = Vad vill du ska hända?
write-title-lead = Börja med en mening. Sedan följer tre korta frågor.
write-title-label = Din idé i en mening
write-title-hint = Högst { $limit } tecken. Till exempel: Sätt upp lampor längs gångvägen bakom skolan.
write-why-question = Varför? Vem blir det bättre för?
write-why-label = Berätta
write-why-hint = Minst en mening, högst { $limit } tecken. Skriv på det språk du vill. Skriv inga namn på privatpersoner.
write-place-question = Var?
write-language = Språk
write-language-hint = Det språk som texten verkar vara på. Ändra om det är fel, så hittar fler idén.
write-place-label = Plats
write-place-hint = Välj det hela området om det inte gäller en särskild plats.
write-contact-question = Vem är du, och hur når vi dig?
write-name = Namn som visas
write-name-label = Namn som visas med idén
write-name-hint = Ditt namn, bara förnamnet eller ett påhittat namn. Du väljer.
write-email = E-post
write-email-none = Ingen. Du får en kod i stället.
write-contact-label = Hur når vi dig? (frivilligt)
write-contact-hint = Bara vi som svarar ser det. Utan svar här får du en kod som visar hur det går.
write-contact-short = Så når vi dig
write-contact-email = Med e-post
write-contact-phone = Med telefon
write-contact-letter = Med brev
write-contact-none = Inte alls. Ge mig en kod.
write-reach-phone = Telefon: { $value }
write-reach-letter = Brev: { $value }
write-phone-label = Telefonnummer
write-phone-hint = Vi ringer när det händer något med din idé. Till exempel 070-123 45 67.
write-address-label = Namn och postadress
write-address-hint = Så som det ska stå på kuvertet. Vi skriver när det händer något med din idé.
write-email-label = E-postadress
write-email-hint = Då mejlar vi dig svaret, när du har bekräftat adressen. Ingen annan ser adressen.
write-email-known = Du är inloggad, så vi mejlar dig svaret.
write-young = Under 18 år
write-young-question = Är du under 18 år?
write-young-hint = Vi frågar för att skydda dig. Du behöver ingen vuxens tillåtelse.
write-young-label = Ja, jag är under 18 år
write-young-protected = Ja. Sökmotorer ombeds att inte visa din idé.
write-check-title = Läs igenom och skicka
write-personal-title = Ska det här stå kvar?
write-personal-words = Texten innehåller telefonnummer eller e-postadresser. Alla kommer att kunna läsa dem:
write-public = När du skickar blir idén en allmän handling. Ditt namn visas som: { $name }.
write-privacy = Så använder vi dina uppgifter
write-send = Skicka idén
similar-title = Liknar din idé någon av de här?
similar-found = Liknande idéer: { "{n}" }
similar-count = { $count ->
    [one] Det finns en liknande idé
   *[other] Det finns { $count } liknande idéer
}
similar-lead = Du skrev: ”{ $title }”. Det betyder mer att många stödjer samma idé än att den finns flera gånger.
similar-reason = Båda handlar om: { $words }
similar-reason-place = Båda handlar om: { $words }. Båda gäller { $place }.
similar-support = Stöd den
similar-read = Läs vad som hände
similar-check = Är någon av dem samma idé som din? Stöd eller följ den i så fall. Annars skickar du din egen.
similar-mine-is-different = Min idé är annorlunda
thanks-title = Tack! Vi har tagit emot din idé.
thanks-number = Den har nummer
thanks-read-by = En moderator läser den senast { $date }. Sedan kan alla se den.
thanks-code-title = Din kod
thanks-code-words = Spara koden. Med numret { $number } och de fyra orden ser du hur det går, även utan e-post.
thanks-print = Skriv ut sidan eller skriv av orden. Sidan går att visa igen i en timme.
thanks-see = Se din idé
thanks-receipt = Här skriver du in koden senare
thanks-others = Läs andras idéer
receipt-title = Se hur det går för din idé
receipt-lead = Skriv numret och de fyra orden som du fick när du skickade idén.
receipt-number = Idéns nummer
receipt-number-hint = Till exempel 2026-0412
receipt-code = De fyra orden
receipt-code-hint = Till exempel båt måne grus sex. Stora och små bokstäver spelar ingen roll.
receipt-open = Visa min idé

## Ändra en egen idé

addition-label = Tillägg { $date }.
edit-rewrite-title = Ändra din idé
edit-rewrite-lead = Alla kan läsa tidigare versioner på idéns sida när idén är publicerad.
edit-rewrite-button = Spara ändringen
edit-send-again-title = Ändra och skicka igen
edit-send-again-lead = Ändra det som moderatorn bad om. När du skickar läser en moderator idén igen.
edit-send-again-button = Skicka igen
edit-add-title = Lägg till något i din idé
edit-add-lead = Många stödjer redan idén som den är skriven, eller så arbetar en grupp med den. Därför går det bara att lägga till. Tillägget står under texten med dagens datum.
edit-add-button = Spara tillägget
edit-locked-title = Texten är låst
edit-locked-lead = Idén har gått vidare, så texten går inte att ändra just nu. Spara dina ord om du vill använda dem senare.
edit-text-now = Så står det i dag
edit-addition = Tillägg
edit-addition-hint = Högst { $limit } tecken. Skriv inga namn på privatpersoner.
versions-title = Versioner av texten
versions-lead = Nyast först. Det som lades till är understruket, det som togs bort är överstruket.
version-text = Version { $number }
version-addition = Version { $number }: tillägg
version-first = Den första texten som alla kan läsa.
version-removed = borttaget:
version-added = tillagt:
versions-back = Till idén
withdrawal-title = Ta tillbaka idén
withdrawal-lead = Idén och det andra har skrivit finns kvar, men ingen arbetar vidare med den. Det går inte att ångra.
withdrawal-reason = Varför tar du tillbaka den?
withdrawal-reason-hint = En rad som alla kan läsa. Skriv inga namn på privatpersoner.
withdrawal-button = Ta tillbaka idén
withdrawal-keep = Behåll idén
appeal-title = Begär ny prövning
appeal-lead = En annan moderator läser idén och det du skriver här. Du kan göra det en gång.
appeal-reason = Varför ska idén publiceras?
appeal-reason-hint = Minst 5 och högst { $limit } tecken. Bara moderatorerna läser det.
appeal-button = Begär ny prövning
flash-idea-changed = Vi har sparat ändringen.
flash-idea-withdrawn = Du har tagit tillbaka idén.
flash-idea-appealed = En annan moderator läser idén. Vi hör av oss.
