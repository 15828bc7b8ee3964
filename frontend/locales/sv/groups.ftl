### Grupperna, deras bord och det som de gör med idéer.

## Grupper

groups-title = Grupper
groups-lead = Varje idé får en grupp som svarar. Här ser du vilka de är, vad de får bestämma och vilka som sitter i dem.
groups-none = Inga grupper än
groups-none-next = En administratör lägger in grupperna. Du kan läsa idéerna så länge.
groups-chair = Ordförande: { $name }
groups-seats = { $count ->
    [one] { $count } plats
   *[other] { $count } platser
}
groups-open-ideas = { $count ->
    [0] Inga idéer på bordet
    [one] { $count } idé på bordet
   *[other] { $count } idéer på bordet
}

group-kind-steering = Styrgrupp
group-kind-youth_council = Ungdomsråd
group-kind-process = Processgrupp

seat-role-chair = Ordförande
seat-role-coordinator = Samordnare
seat-role-secretary = Sekreterare
seat-role-member = Ledamot

tie-rule-chair = Blir det lika avgör ordföranden.
tie-rule-lot = Blir det lika drar vi lott.
tie-rule-no_decision = Blir det lika blir det inget beslut. Då pratar gruppen vidare.

## Förslag på grupp

routing-sure = Säkert
routing-likely = Troligt
routing-possible = Kanske
routing-how-often = { $word } – vi räknar med att få rätt { $percent } gånger av 100
routing-theme = { $group } svarar för idéer med det här temat.
routing-alike-one = En liknande idé ({ $title }) ligger hos { $group }.
routing-alike-many = Liknande idéer ({ $titles }) ligger hos { $group }.
routing-habit = Publicerade idéer med { $words } ligger oftast hos { $group }.
routing-words-theme = Texten har ord som brukar höra till temat: { $words }.
routing-words-name = Gruppens namn har samma ord: { $words }.
routing-words-mandate = Det som gruppen får bestämma om har samma ord: { $words }.
routing-words-network = Nätverket som gruppen bygger på har samma ord: { $words }.
routing-area = Någon i gruppen talar för den delen av området.
routing-less-to-do = En annan grupp passar lika bra, men den här har mindre på bordet ({ $count }).
routing-elsewhere = Orden i texten passar bättre på { $group }. Läs en gång till innan du väljer.
routing-unsure-title = Osäker – ingen grupp föreslås
routing-unsure-choose = Läs idén och välj grupp själv. Ditt val hjälper oss att föreslå rätt nästa gång.
routing-unsure-no-groups = Det finns ingen grupp som kan svara än. Be en administratör lägga in en grupp innan du publicerar.
routing-unsure-nothing = Varken orden i texten eller liknande idéer pekar på någon grupp.
routing-unsure-little = Det som pekar på en grupp är för lite: vi skulle gissa fel oftare än rätt.
routing-unsure-several = Flera grupper passar ungefär lika bra: { $groups }.

# Ord som brukar höra till ett tema. De hjälper moderatorn att hitta rätt grupp, och visas bara där.
theme-words-arbete = arbete jobb sommarjobb praktik praktikplats lön anställning anställa arbetslös arbetsgivare företag yrke lärling cv intervju karriär arbetsträning arbetssökande
theme-words-trygghet = trygg trygghet otrygg lampor lampa belysning ljus mörkt mörker rädd säker säkerhet väktare polis kamera trapphus brott nattvandring farthinder hastighet trafik buskar överfart skadegörelse
theme-words-utbildning = skola skolgård elev lärare läxor läxhjälp läsa läsning bok böcker bibliotek språk svenska förskola fritids kurs studera studier utbildning gymnasium rektor undervisning rast modersmål
theme-words-fritid = fritid lek lekplats bygglekplats sport idrott fotboll fotbollshall fotbollsplan gym träna träning simma simskola simhall dans dansa musik teater konsert bio spel park gungor utegym cykla skog lov sommarlov höstlov läger aktiviteter fritidsgård kultur
theme-words-samverkan = samverkan samarbete samarbeta förening föreningar föreningsråd nätverk överenskommelse avtal lokaler katalog årshjul medborgardialog dialog möte bidrag ungdomsråd styrgrupp pott

## En grupps sida

group-kind = Sorts grupp
group-meets = Möten
group-builds-on = Bygger på
group-votes = Omröstningar
group-quorum = Minst { $percent } procent av dem som får rösta behöver göra det.
group-seats = De som sitter i gruppen
group-seats-none = Ingen sitter i gruppen just nu.
group-represents = Talar för: { $whom }
group-seat-until = till { $date }
group-before = På gruppens bord
group-before-none = Inget ligger på bordet just nu.
group-to-desk = Till bordet
group-decided = Så har gruppen beslutat
group-decided-none = Gruppen har inte beslutat om någon idé än.
group-decided-on = Beslut: { $outcome }, { $date }

## Bordet

desk-title = Bordet
desk-empty = Inget väntar på dig
desk-empty-next = Du har ingen plats i en grupp och ingen har frågat dig om något.
desk-waiting = Väntar på svar från dig
desk-asked-to-own = Tar du ansvar för detta? Första steget senast { $date }.
desk-asked-question = Fråga till dig, svara senast { $date }: { $question }
desk-asked-forwarding = Skickad till dig, svara senast { $date }: { $question }
desk-asked-handover = Tar { $group } över idén? { $reason }
desk-asked-vote = Din röst väntar. Rösta senast { $moment }. { $question }
desk-report = Berätta för { $represents } vad { $group } har beslutat
desk-report-late = Det skulle ha gjorts senast { $date }.
desk-report-due = Gör det senast { $date }.
desk-ballot = Låt gruppen rösta
desk-ballot-help = Rösterna är hemliga. Ingen ser resultatet förrän omröstningen är slut.
desk-ballot-open = Öppna en omröstning
desk-ideas = Idéer på bordet
desk-ideas-of = Det som brådskar mest står först. Dina grupper:
desk-ideas-none = Inget ligger på bordet just nu.
desk-pages = Sidor
desk-due = senast { $date }
desk-late = { $count ->
    [one] Skulle varit klart { $date }, för { $count } dag sedan. Ansvarig: { $group }. Nytt datum saknas.
   *[other] Skulle varit klart { $date }, för { $count } dagar sedan. Ansvarig: { $group }. Nytt datum saknas.
}

## En idé på bordet

desk-idea-title = På bordet: { $title }
desk-here = På bordet
desk-to-idea = Till idéns sida
desk-read-idea = Läs idén
desk-own-idea = Du har skrivit idén själv. Därför tar någon annan i gruppen ställning till den.
desk-young-author = Den som skrev idén är under 18 år. Skriv så att ett barn förstår, och berätta hur barn har fått säga sin mening.
desk-waits-question = { $name } har fått en fråga och svarar senast { $date }: { $question }
desk-waits-forwarding = Idén är skickad till { $name }, som svarar senast { $date }. { $question }
desk-waits-offer = { $from } har frågat om { $to } tar över idén. { $reason }
desk-nothing-to-do = Du behöver inte göra något nu
desk-nothing-to-do-next = Någon annan har bollen. På idéns sida ser du vem, och när nästa svar kommer.
desk-late-watch = Dagen har gått. Ring eller skriv till den som ansvarar, och kom överens om ett nytt datum. Den som ansvarar ger det, med skälet, på sidan.
desk-ways-on = Vägar vidare
desk-ways-on-help = Välj en. Skriv en mening om varför – alla kan läsa den.
desk-more = Mer du kan göra
desk-fact-group = Ansvarig grupp
desk-fact-due = Nästa steg senast
desk-fact-supports = Stöd
desk-fact-supports-of = { $count } av { $goal }
desk-fact-comments = Inlägg
desk-fact-since = I det här läget sedan
desk-fact-owner = Ansvarig för genomförandet
desk-owner-is-asked = { $name }, { $organisation }, är tillfrågad. Första steget: { $date }.
desk-owner-is-accepted = { $name }, { $organisation }, har tackat ja. Första steget: { $date }.
desk-owner-said-no = { $name } har tackat nej.
desk-owner-is-declined = { $name } har tackat nej: { $reason }

desk-choose-group = Välj grupp
desk-owner-somebody-else = Någon annan, som jag skriver här nedanför

desk-field-reason = Varför?
desk-field-reason-hint = Högst 1 000 tecken. Alla kan läsa det.
desk-field-owner = Vem ska ansvara för att det blir av?
desk-field-owner_email = E-post till någon annan
desk-field-owner_email-hint = Vi mejlar frågan till personen.
desk-field-owner_name = Namn på någon annan
desk-field-organisation = Organisation
desk-field-organisation-hint = Lämna tomt om personen talar för samma som i gruppen.
desk-field-first_step_on = Första steget klart senast
desk-field-first_step_on-hint = Till exempel 2027-03-01.
desk-field-asked_name = Vem frågar ni?
desk-field-asked_name-hint = En person, en roll eller en förvaltning. Alla kan läsa det.
desk-field-asked_email = E-post till den ni frågar
desk-field-asked_email-hint = Då mejlar vi frågan. Annars frågar ni själva och skriver in svaret.
desk-field-question = Vad vill ni veta?
desk-field-question-hint = Högst 1 000 tecken. Alla kan läsa det.
desk-field-due_on = Svar senast
desk-field-due_on-hint = Till exempel 2027-03-01.
desk-field-receiver = Vem skickar ni idén till?
desk-field-receiver-hint = Till exempel en nämnd eller ett bolag.
desk-field-receiver_email = E-post dit
desk-field-receiver_email-hint = Då mejlar vi idén och er fråga.
desk-field-diary_number = Diarienummer
desk-field-group = Grupp
desk-field-into = Vilken idé ska den slås ihop med?
desk-field-into-hint = Numret på idén som ska leva vidare, till exempel 2026-0412.
desk-field-outcome = Vad svarar gruppen?
desk-field-kind = Vems beslut är det?
desk-field-what = Vad ska hända?
desk-field-what-hint = Behövs för ja och delvis ja. Högst 600 tecken: vad, vem och när.
desk-field-conditions = Vad säger ni inte ja till?
desk-field-conditions-hint = Behövs för delvis ja. Skriv villkor eller det som inte blir av.
desk-field-reasons = Varför svarar ni så?
desk-field-reasons-hint = Högst 1 000 tecken. Skriv kort och så att alla förstår.
desk-field-would_change = Vad skulle kunna ändra svaret?
desk-field-would_change-hint = Behövs för nej.
desk-field-instead = Vad kan den som skrev idén göra i stället?
desk-field-instead-hint = Behövs för nej. Ge gärna en person eller en plats att vända sig till.
desk-field-concerns_children = Rör det barn?
desk-field-children = Vad tyckte barnen, och hur vägde ni det?
desk-field-children-hint = Behövs om det rör barn, eller om ett barn har skrivit idén.
desk-field-dissent = Vem tyckte annorlunda, och vad?
desk-field-note = Hur går det?
desk-field-note-hint = En eller ett par meningar. Alla kan läsa dem.
desk-field-result = Vad blev det?
desk-field-result-hint = En mening, till exempel: Bygglekplatsen har öppet varje lov.
desk-field-measure = En siffra som visar det
desk-field-measure-hint = Till exempel: 8 unga fick arbete.
desk-field-not_measured = Vi har inte mätt det
desk-field-answer = Svar

desk-answer-ownership = Tar du ansvar för detta?
desk-answer-ownership-help = Du svarar på om du ser till att det blir av. Säger du nej frågar gruppen någon annan.
desk-answer-ownership-send = Skicka mitt svar
desk-answer-ownership-answer = Ditt svar
desk-answer-ownership-first_step_on = Din dag för första steget
desk-answer-ownership-first_step_on-hint = Behövs om du svarar ”ja, men senare”. Till exempel 2027-03-01.
desk-answer-ownership-reason = Varför inte?
desk-answer-ownership-reason-hint = Behövs om du svarar nej. Gruppen läser det.
desk-ownership-answer-yes = Ja
desk-ownership-answer-later = Ja, men senare
desk-ownership-answer-no = Nej, därför att …

desk-answer-inquiry = Skriv svaret
desk-answer-inquiry-help = Sitter du i gruppen kan du skriva in ett svar som ni har fått på annat sätt. Idén kommer sedan tillbaka till gruppen.
desk-answer-inquiry-send = Skicka svaret
desk-answer-inquiry-answer-hint = Högst 1 000 tecken. Alla kan läsa det.

desk-answer-handover = Tar er grupp över idén?
desk-answer-handover-help = Säger ni ja svarar er grupp för idén från och med nu. Säger ni nej stannar den där den är.
desk-answer-handover-send = Skicka svaret
desk-answer-handover-answer = Gruppens svar
desk-answer-handover-reason = Varför inte?
desk-answer-handover-reason-hint = Behövs om ni säger nej. Alla kan läsa det.
desk-handover-answer-yes = Ja, vi tar över den
desk-handover-answer-no = Nej

desk-lift = Lyft idén
desk-lift-help = Gruppen som svarar för idén ska då ta upp den, utan att vänta på fler stöd.
desk-lift-send = Lyft idén

desk-proposal = Ta vidare
desk-proposal-help = Gruppen vill att det blir av. Ni frågar någon som kan ansvara, och arbetar fram ett förslag.
desk-proposal-send = Ta idén vidare

desk-inquiry = Utred: fråga någon
desk-inquiry-help = Ni frågar någon ni nämner vid namn, med en dag för svaret. Kommer inget svar går ni vidare ändå.
desk-inquiry-send = Ställ frågan

desk-forwarding = Skicka till någon som bestämmer
desk-forwarding-help = När en nämnd, ett bolag eller någon annan utanför bestämmer om saken. Ni skriver sedan in vad de svarade.
desk-forwarding-send = Skicka idén
desk-forwarding-reason = Varför, och vad tycker gruppen själv?

desk-handover = Lämna över till en annan grupp
desk-handover-help = Den andra gruppen behöver säga ja. Tills dess är idén kvar hos er.
desk-handover-send = Fråga gruppen
desk-handover-group = Vilken grupp passar bättre?

desk-merge = Slå ihop med en annan idé
desk-merge-help = Texten, namnet, stöden och inläggen finns kvar. Idén lever vidare i den andra, och den som stöder båda räknas en gång. Det går inte att ångra.
desk-merge-targets = De här idéerna liknar den mest:
desk-merge-send = Slå ihop idéerna

desk-decision = Skriv beslutet
desk-decision-help = Ett ja kan ges när någon har tackat ja till att ansvara. Ett nej behöver skäl och vad som skulle kunna ändra det.
desk-decision-send = Fatta beslutet
desk-outcome-yes = Ja
desk-outcome-partly = Delvis ja
desk-outcome-no = Nej
desk-decision-kind-own = Gruppens eget beslut
desk-decision-kind-recommendation = En rekommendation till den som bestämmer
desk-children-yes = Ja
desk-children-no = Nej

desk-ownership = Fråga någon om att ansvara
desk-ownership-help = Den som var tillfrågad eller ansvarig förut behöver då inte göra något mer.
desk-ownership-send = Fråga

desk-start = Börja
desk-start-help = Nu är arbetet i gång. Alla som följer idén får veta det.
desk-start-send = Vi har börjat
desk-start-note = Vad händer först?

desk-progress = Berätta hur det går
desk-progress-help = Skriv också när något är försenat eller har ändrats.
desk-progress-send = Spara

desk-completion = Det är klart
desk-completion-help = Berätta vad det blev. Alla som följer idén får veta det.
desk-completion-send = Det är klart

desk-stop = Avbryt
desk-stop-help = Arbetet slutar och ingen ansvarar längre. Alla kan läsa varför.
desk-stop-send = Avbryt arbetet

desk-correction = Rätta läget
desk-correction-help = Processgruppen ger idén till en grupp, som får en ny dag att svara. Alla kan läsa varför.
desk-correction-send = Rätta läget
desk-correction-group = Vilken grupp ska ha idén?

flash-desk-answer-ownership = Tack. Gruppen får ditt svar.
flash-desk-answer-inquiry = Tack. Svaret finns på idéns sida och gruppen går vidare.
flash-desk-answer-handover = Tack. Den andra gruppen får veta ert svar.
flash-desk-lift = Idén är lyft. Gruppen ska nu svara.
flash-desk-proposal = Idén går vidare. Vi har frågat den som ska ansvara.
flash-desk-inquiry = Frågan är ställd.
flash-desk-forwarding = Idén är skickad. Skriv in svaret här när det kommer.
flash-desk-handover = Den andra gruppen har fått frågan.
flash-desk-merge = Idéerna är ihopslagna. Båda som skrev dem får veta det.
flash-desk-decision = Beslutet är fattat. Den som skrev idén och de som följer den får veta det.
flash-desk-ownership = Vi har frågat den du valde.
flash-desk-start = Arbetet är i gång.
flash-desk-progress = Tack. Det står på idéns sida.
flash-desk-completion = Idén är genomförd. Tack!
flash-desk-stop = Arbetet är avbrutet.
flash-desk-correction = Läget är rättat. Gruppen får veta det.

## Frågan till den som ska ansvara

desk-ownership-title = Tar du ansvar för detta?
desk-ownership-lead = { $group } föreslår att du ser till att det blir av.
desk-ownership-idea = Idén
desk-ownership-why = Därför vill gruppen
desk-ownership-next = Se vad du kan göra nu
desk-owner-accepted = Du har tackat ja. Tack! Vi påminner när det är dags att berätta hur det går.
desk-owner-declined = Du har tackat nej. Du behöver inte göra något mer.

## Processgruppen

process-title = Processgruppen
process-lead = Det som har fastnat, det värsta först.
process-late = Försenat
process-untold = De som inte har berättat vad som beslutats
process-late-none = Inget är försenat.
process-author-call = Den som skrev idén har ingen e-post – ring eller skriv brev
process-author-unconfirmed = Den som skrev idén har inte bekräftat sin adress och får inga mejl
process-author-returned = Mejl till den som skrev idén kommer inte fram
process-author-nowhere = Den som skrev idén har inga kontaktuppgifter kvar
process-unshown = Visas inte för alla
process-unanswered = Utan svar
process-unanswered-none = Alla som har fått en fråga har svarat, eller har tid kvar.
process-owner = { $count ->
    [one] { $name }, { $organisation }, har inte svarat på om hen ansvarar. Frågan är { $count } dag gammal.
   *[other] { $name }, { $organisation }, har inte svarat på om hen ansvarar. Frågan är { $count } dagar gammal.
}
process-offer = { $count ->
    [0] { $from } frågade { $to } i dag om att ta över.
    [one] { $from } frågade { $to } för { $count } dag sedan om att ta över.
   *[other] { $from } frågade { $to } för { $count } dagar sedan om att ta över.
}
process-disputed = Vems är den?
process-disputed-none = Ingen idé bollas mellan grupper.
process-declined = { $from } ville lämna över till { $to }, som sade nej: { $reason }
process-declined-silently = { $from } ville lämna över till { $to }, som inte svarade i tid.
process-vacant = Grupper som saknar någon
process-vacant-none = Alla grupper har ordförande och samordnare.
process-vacant-both = Gruppen saknar ordförande och samordnare.
process-vacant-chair = Gruppen saknar ordförande.
process-vacant-coordinator = Gruppen saknar samordnare.

desk-postponement = Ge ett nytt datum
desk-postponement-help = Den som skrev idén får ett mejl med det nya datumet och ditt skäl. Alla kan läsa dem på idéns sida.
desk-postponement-send = Ge nytt datum
desk-postponement-due_on = Nytt datum
desk-postponement-due_on-hint = Högst 90 dagar fram.
desk-postponement-reason = Varför blir det senare?
flash-desk-postponement = Det nya datumet är sparat. Den som skrev idén får ett mejl.
