### Idéns lägen, teman, områden och de skäl som en moderator kan ange.

## Lägen

state-draft = Utkast
state-screening = Granskas
state-returned = Behöver ändras
state-refused = Publiceras inte
state-open = Öppen för stöd och samtal
state-closed = Fick inte tillräckligt stöd
state-with_group = Hos styrgruppen
state-awaiting_answer = Väntar på svar
state-forwarded = Skickad vidare
state-proposal = Förslag under arbete
state-ballot = Omröstning pågår
state-accepted = Beslutad: ja
state-partly_accepted = Beslutad: delvis ja
state-declined = Beslutad: nej
state-under_way = Genomförs
state-done = Genomförd
state-stopped = Avbruten
state-merged = Ihopslagen
state-withdrawn = Återkallad

state-explained-draft = Idén är inte skickad än, och bara den som skriver kan se den.
state-explained-screening = En moderator läser idén innan alla kan se den.
state-explained-returned = Den som skrev idén behöver ändra något innan vi kan publicera den.
state-explained-refused = En moderator har bestämt att inte publicera idén och har sagt varför.
state-explained-open = Alla kan läsa, stödja och samtala om idén.
state-explained-closed = Tiden tog slut innan tillräckligt många stödde idén, men en grupp kan fortfarande ta upp den.
state-explained-with_group = Styrgruppen läser idén och ger ett första svar.
state-explained-awaiting_answer = Styrgruppen har ställt en fråga till någon och väntar på svar.
state-explained-forwarded = Styrgruppen har skickat idén till någon annan som kan bestämma om den.
state-explained-proposal = Styrgruppen och de som skrev idén arbetar fram ett förslag.
state-explained-ballot = De som får rösta om förslaget gör det nu, och resultatet visas när omröstningen stänger.
state-explained-accepted = Gruppen har sagt ja, och någon ansvarar för att det blir av.
state-explained-partly_accepted = Gruppen har sagt ja till en del, och någon ansvarar för att den delen blir av.
state-explained-declined = Gruppen har sagt nej och berättar varför.
state-explained-under_way = Någon arbetar med att göra idén till verklighet.
state-explained-done = Idén har blivit verklighet.
state-explained-stopped = Arbetet slutade innan det var klart, och gruppen berättar varför.
state-explained-merged = Idén lever vidare tillsammans med en annan idé.
state-explained-withdrawn = Den som skrev idén har tagit tillbaka den.

## Teman

theme-arbete = Arbete
theme-trygghet = Trygghet
theme-utbildning = Utbildning
theme-fritid = Fritid
theme-samverkan = Samverkan

## Områden

area-norra = Norra Biskopsgården
area-sodra = Södra Biskopsgården
area-lansmansgarden = Länsmansgården
area-svartedalen = Svartedalen
area-varvaderstorget = Vårväderstorget
area-hela = Hela Biskopsgården

## Skäl för att inte publicera som det är

ground-R1 = Går inte att bestämma om här
ground-R2 = Handlar om en enskild persons ärende
ground-R3 = Innehåller andras personuppgifter
ground-R4 = Strider mot lagen
ground-R5 = Kränker, hotar eller diskriminerar
ground-R6 = Flera idéer i en
ground-R7 = Samma idé finns redan
ground-R8 = Felanmälan eller klagomål
ground-R9 = Reklam
ground-R10 = Går inte att förstå än
ground-R11 = Prövas redan på annat håll

ground-help-R1 = Det här kan varken området eller kommunen bestämma om. Skriv gärna om idén till något som går att göra här, så läser vi den igen.
ground-help-R2 = Din text handlar om en persons eget ärende, och sådant kan vi inte visa öppet. Kontakta den som har hand om ärendet. Om många har samma behov kan du skriva en idé om det, utan att nämna någon.
ground-help-R3 = Ta bort namn, adresser, telefonnummer och annat som visar vem någon annan är. Skicka sedan idén igen, så publicerar vi den.
ground-help-R4 = Vi får inte publicera texten, för den strider mot lagen. Skälet står här nedanför. Du kan skriva om idén, eller be någon annan hos oss att pröva den igen.
ground-help-R5 = Ta bort det som kränker eller hotar andra. Skriv i stället vad du vill ändra och varför. Skicka sedan idén igen.
ground-help-R6 = Du har flera bra idéer i samma text. Skriv en idé för varje sak, så kan andra stödja dem var för sig.
ground-help-R7 = Den här idén finns redan, eller fick ett beslut under det senaste året. Se länken här nedanför. Där kan du stödja den eller lägga till det som är nytt.
ground-help-R8 = Det här är en felanmälan eller ett klagomål, och då går det fortare en annan väg. Vi lämnar det vidare till dem som kan åtgärda det.
ground-help-R9 = Vi publicerar inte reklam. Ta bort det som säljer något och skriv vad idén skulle ge dem som bor här.
ground-help-R10 = Vi förstår inte riktigt vad du vill ska hända. Skriv en mening om vad som ska göras och en om varför. Vi hjälper gärna till på plats eller på telefon.
ground-help-R11 = Samma sak prövas redan på ett annat ställe, och där kan du säga vad du tycker. Se länken här nedanför.
