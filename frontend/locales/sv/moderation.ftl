### Moderatorernas sidor, och formuläret för att anmäla något.

## Kön

moderation-title = Granska
moderation-none = Inget väntar just nu.
moderation-waiting-today = { $count } väntar, äldst sedan i dag.
moderation-waiting = { $count } väntar, äldst { $days ->
    [one] { $days } dag
   *[other] { $days } dagar
}.
moderation-empty-title = Allt är läst
moderation-empty = När någon skickar en idé, skriver ett inlägg eller anmäler något står det här.
moderation-more = { $count ->
    [one] En till väntar. Den visas här när du är klar med dem ovanför.
   *[other] { $count } till väntar. De visas här när du är klar med dem ovanför.
}
moderation-item-idea = Idé
moderation-item-appeal = Begäran om ny prövning
moderation-item-comment = Inlägg
moderation-item-report = { $count ->
    [one] Anmälan
   *[other] { $count } anmälningar
}
moderation-came = Kom in { $date }
moderation-due = Senast { $when }
moderation-was-due = Skulle ha varit klart { $when }
moderation-time-urgent = Genast
moderation-time-short = Bråttom
moderation-time-late = Försenad
moderation-barred-own = Din egen – lämnas till en annan.
moderation-barred-first = Du fattade det första beslutet – lämnas till en annan.

## En idé

moderation-back = Till kön
moderation-back-to-idea = Till idén
moderation-not-waiting = Idén väntar inte på granskning. Läge: { $state }.
moderation-open-page = Öppna idéns sida
moderation-to-visibility = Dölj eller visa idén
moderation-appeal-title = Begäran om ny prövning
moderation-appeal-lead = En annan moderator sade nej. Den som skrev idén vill att någon annan läser den:
moderation-earlier-title = Tidigare besked
moderation-flags = Titta extra på
moderation-flag-identity-number = Det finns ett personnummer i texten.
moderation-flag-telephone = Det finns ett telefonnummer i texten.
moderation-flag-email = Det finns en e-postadress i texten.
moderation-flag-link = Det finns en länk i texten.
moderation-flag-other-language = Texten är inte på svenska.
moderation-flag-very-short = Texten är mycket kort.
moderation-language-sv = på svenska
moderation-language-en = på engelska
moderation-language-fi = på finska
moderation-language-ar = på arabiska
moderation-language-so = på somaliska
moderation-language-fa = på persiska
moderation-language-bs = på bosniska, kroatiska eller serbiska
moderation-language-tr = på turkiska
moderation-language-es = på spanska
moderation-language-de = på tyska
moderation-language-fr = på franska
moderation-language-pl = på polska
moderation-language-ru = på ryska
moderation-language-uk = på ukrainska
moderation-origin-own = skickad här
moderation-origin-assisted = inlämnad med hjälp
moderation-origin-dialogue = från en dialog
moderation-origin-import = hämtad från ett annat system
moderation-author-title = Vem som skrev
moderation-author-young = Under 18 år
moderation-author-unknown = Har inte lämnat någon kontakt. Beskedet syns med kvittokoden.
moderation-author-sent = { $count ->
    [one] Har skickat { $count } idé
   *[other] Har skickat { $count } idéer
}
moderation-author-published = { $count ->
    [0] Ingen är publicerad
    [one] { $count } är publicerad
   *[other] { $count } är publicerade
}
moderation-author-refused = { $count ->
    [0] Ingen har fått nej
    [one] { $count } har fått nej
   *[other] { $count } har fått nej
}
moderation-author-comments = { $count ->
    [0] Inga inlägg visas
    [one] { $count } inlägg visas
   *[other] { $count } inlägg visas
}
moderation-author-hidden = { $count ->
    [0] Inga inlägg är dolda
    [one] { $count } inlägg är dolt
   *[other] { $count } inlägg är dolda
}
moderation-alike-title = Liknande idéer
moderation-alike-none = Vi hittar ingen idé som liknar den här.
moderation-publish-title = Publicera
moderation-suggestion = Vi föreslår { $group }.
moderation-suggestion-also = Nära efter kommer { $group }.
moderation-theme = Tema
moderation-choose-theme = Välj tema
moderation-group = Grupp som svarar
moderation-group-hint = Gruppen syns på idén från början och svarar när tillräckligt många stödjer den.
moderation-choose-group = Välj grupp
moderation-publish-button = Publicera idén

moderation-idea-return-title = Skicka tillbaka
moderation-idea-return-lead = Den som skrev får veta vad som behöver ändras och kan skicka idén igen.
moderation-idea-return-next = Välj skäl och se texten
moderation-idea-return-button = Skicka tillbaka idén
moderation-idea-refuse-title = Publicera inte
moderation-idea-refuse-lead = Den som skrev får skälet och kan begära att en annan moderator prövar det. De flesta skäl går att välja först när idén har skickats tillbaka en gång.
moderation-idea-refuse-next = Välj skäl och se texten
moderation-idea-refuse-button = Publicera inte idén

## Skäl och egna ord

moderation-ground = Skäl
moderation-chosen-ground = Skäl:
moderation-other-ground = Välj ett annat skäl
moderation-words = Så skriver vi till den som skrev
moderation-words-hint = Ändra texten så att den passar. Högst { $limit } tecken.
moderation-words-language = Den som skrev läser på språket: { $language }.

ground-not-shown-R1 = Vi publicerar inte texten, för varken området eller kommunen kan bestämma om det som den handlar om.
ground-not-shown-R2 = Vi visar inte texten, för den handlar om en enskild persons ärende. Kontakta den som har hand om ärendet.
ground-not-shown-R3 = Vi visar inte texten, för den innehåller uppgifter om någon annan. Den personen har rätt att slippa synas här.
ground-not-shown-R4 = Vi visar inte texten, för den strider mot lagen. Det gäller:
ground-not-shown-R5 = Vi visar inte texten, för den kränker, hotar eller diskriminerar andra.
ground-not-shown-R6 = Vi publicerar inte texten, för den innehåller flera idéer. Skriv gärna en idé för varje sak.
ground-not-shown-R7 = Vi publicerar inte texten, för samma idé finns redan eller fick ett beslut under det senaste året. Stöd gärna den i stället.
ground-not-shown-R8 = Vi publicerar inte texten, för den är en felanmälan eller ett klagomål. Vi har lämnat den vidare till dem som kan åtgärda det.
ground-not-shown-R9 = Vi visar inte texten, för den är reklam.
ground-not-shown-R10 = Vi publicerar inte texten, för vi förstår inte vad du vill ska hända. Kom gärna förbi eller ring, så hjälper vi dig att skriva.
ground-not-shown-R11 = Vi publicerar inte texten, för samma sak prövas redan på ett annat ställe. Där kan du säga vad du tycker.

## Ett inlägg

moderation-comment-title = Inlägg
moderation-comment-on = Inlägg om
moderation-comment-waiting = Inlägget väntar på granskning.
moderation-comment-visible = Inlägget visas för alla.
moderation-comment-hidden = Inlägget är dolt.
moderation-comment-refused = Inlägget visades aldrig.
moderation-comment-show-title = Visa
moderation-comment-show-button = Visa inlägget
moderation-comment-refuse-title = Visa inte
moderation-comment-refuse-lead = Bara den som skrev inlägget ser det och får veta skälet.
moderation-comment-refuse-next = Välj skäl och se texten
moderation-comment-refuse-button = Visa inte inlägget
moderation-comment-hide-title = Dölj
moderation-comment-hide-lead = Platsen finns kvar med skälet. Den som skrev inlägget får veta varför.
moderation-comment-hide-next = Välj skäl och se texten
moderation-comment-hide-button = Dölj inlägget

## Dölja en idé

moderation-visibility-title = Dölj eller visa
moderation-is-hidden = Idén är dold. Bara den som skrev den och de som granskar kan se den.
moderation-hidden-at = Dold { $moment }
moderation-not-public = Idén är inte publicerad, så det finns inget att dölja.
moderation-visibility-hide-title = Dölj idén
moderation-visibility-hide-lead = Idén försvinner ur listor, sökning och flöden, men inget tas bort. Den som skrev idén får veta skälet.
moderation-visibility-hide-next = Välj skäl och se texten
moderation-visibility-hide-button = Dölj idén
moderation-show-again-title = Visa idén igen
moderation-show-again-lead = Alla kan läsa idén igen, med allt stöd och alla inlägg kvar.
moderation-show-again-button = Visa idén

## En anmälan

moderation-report-title = Anmälan
moderation-report-on = Anmälan på sidan
moderation-reported-idea = Den anmälda idén
moderation-reported-comment = Det anmälda inlägget
moderation-reported-not-shown = Det här visas inte för alla just nu.
moderation-reports = { $count ->
    [one] En anmälan om det här
   *[other] { $count } anmälningar om det här
}
moderation-report-by-person = Från en inloggad person
moderation-report-by-visitor = Från en besökare
moderation-report-kept = Får stå kvar
moderation-report-hidden = Dolt
moderation-keep-title = Låt det stå kvar
moderation-keep-lead = Den som anmälde får veta varför.
moderation-close-lead = Det är redan borta. Skriv till den som anmälde vad som hänt.
moderation-keep-instead = Låt det stå kvar i stället
moderation-keep-words = Så skriver vi till den som anmälde
moderation-keep-words-hint = Berätta varför det får stå kvar. Högst { $limit } tecken.
moderation-keep-button = Låt det stå kvar
moderation-report-hide-title = Dölj det
moderation-report-hide-lead = Inget tas bort. Både den som skrev och den som anmälde får veta skälet.
moderation-report-hide-next = Välj skäl och se texten
moderation-report-hide-button = Dölj det

report-title = Anmäl något som inte hör hemma här
report-lead = En moderator läser din anmälan. Är det bråttom, till exempel ett hot, läser vi den inom några timmar på vardagar.
report-about-idea = Du anmäler idén
report-about-comment = Du anmäler det här inlägget:
report-kind = Vad är fel?
report-kind-threat = Det hotar någon, uppmanar till brott eller visar övergrepp eller våld
report-kind-hate = Det hetsar mot en grupp människor
report-kind-privacy = Det lämnar ut uppgifter om någon
report-kind-copyright = Det är någon annans verk och visas utan lov
report-kind-insulting = Det kränker någon
report-kind-other = Det är reklam eller hör inte hit av ett annat skäl
report-reason = Varför är det fel?
report-reason-hint = Skriv var i texten det står och varför det inte ska stå där. Högst { $limit } tecken.
report-email = E-post (frivilligt)
report-email-hint = Lämna den om du vill ha svar. Vi använder den bara till det.
report-good-faith-title = Intyga
report-good-faith = Jag tror att det jag skriver är sant.
report-send = Skicka anmälan
report-what-happens = Den som skrev får inte veta vem som anmälde.

## Meddelanden efter ett beslut

flash-idea-publish = Idén är publicerad. Den som skrev den får veta det.
flash-idea-return = Idén är tillbaka hos den som skrev den.
flash-idea-refuse = Idén publiceras inte. Den som skrev den får skälet.
flash-idea-hide = Idén är dold. Den som skrev den får skälet.
flash-idea-show = Alla kan läsa idén igen.
flash-comment-show = Alla kan läsa inlägget.
flash-comment-refuse = Inlägget visas inte. Den som skrev det får skälet.
flash-comment-hide = Inlägget är dolt. Den som skrev det får skälet.
flash-report-keep = Det får stå kvar. Den som anmälde får veta varför.
flash-report-hide = Det är dolt. Den som skrev och den som anmälde får veta varför.
flash-report-received = Tack. En moderator läser din anmälan, senast inom två arbetsdagar. Lämnade du din e-post får du svar dit.

## Ring eller skriv brev

moderation-calls = Ring eller skriv brev: { $count ->
    [0] ingen väntar
    [one] { $count } väntar
   *[other] { $count } väntar
}
calls-title = Ring eller skriv brev
calls-lead = De här personerna har ingen e-post. Ring eller skriv till dem, den som har väntat längst först. Markera sedan att det är gjort.
calls-none = Ingen väntar på att bli uppringd eller få ett brev.
calls-phone = Ring
calls-letter = Skriv brev
calls-phone-to = Ring { $name }
calls-letter-to = Skriv till { $name }
calls-since = väntar sedan { $moment }
calls-print = Skriv ut sidan. På papperet står bara adressen och brevet.
calls-done-phone = Jag har ringt
calls-done-letter = Jag har skickat brevet
calls-done-by = Gjort av { $name } { $moment }.
flash-call-done = Klart. Det står kvar i 30 dagar vem som gjorde det.

moderation-told-title = Det en representant har skrivit
moderation-told-back = Till sidan som alla läser
moderation-told-is-hidden = Texten är dold. Besluten i den visas.
moderation-told-hide-title = Dölj texten
moderation-told-hide-lead = Besluten visas fortfarande, och inget tas bort. Den som skrev får veta skälet.
moderation-told-hide-next = Välj skäl och se texten
moderation-told-hide-button = Dölj texten
moderation-told-show-title = Visa texten igen
moderation-told-show-lead = Alla kan läsa texten igen.
moderation-told-show-button = Visa texten
flash-told-hide = Texten är dold. Den som skrev får skälet.
flash-told-show = Alla kan läsa texten igen.
