### Löften och svar: sidan för den som genomför en idé, vad den som skrev den tycker, och vad grupperna har hållit.

## Den som genomför en idé

progress-title = Hur går det?
progress-due = Berätta senast { $date }.
progress-choose = Välj ett svar
progress-goes-on = Pågår
progress-goes-on-not-yet = Det finns inget att berätta just nu.
progress-done = Klar
progress-done-not-yet = Säg först att arbetet är i gång, under Pågår. Sedan kan du säga att det är klart.
progress-help = Behöver hjälp
progress-help-not-yet = Den som ansvarar för genomförandet kan be gruppen om hjälp här.
progress-to-desk = Se allt du kan göra med idén
desk-help = Be gruppen om hjälp
desk-help-help = Gruppens ordförande och samordnare får ett mejl. Bara gruppen och processgruppen läser det. Dagen då du ska berätta ändras inte.
desk-help-send = Be om hjälp
desk-field-need = Vad behöver du?
desk-field-need-hint = Skriv vad som saknas och när du behöver det. Högst 1 000 tecken.
flash-desk-help = Gruppen har fått veta vad du behöver.
desk-help-asked = Behöver hjälp sedan { $date }: { $need }
desk-needs-help = Behöver hjälp: { $need }

## När en nämnd, ett bolag eller någon annan har fått idén

desk-answer-forwarding = Tar ni emot idén?
desk-answer-forwarding-help = Säger ni ja svarar ni på den i tid. Säger ni nej går den tillbaka till gruppen. Sitter du i gruppen kan du skriva in vad ni har fått höra.
desk-answer-forwarding-send = Skicka svaret
desk-answer-forwarding-answer = Mottagarens svar
desk-answer-forwarding-reason = Varför inte?
desk-answer-forwarding-reason-hint = Behövs om ni säger nej. Alla kan läsa det.
desk-forwarding-answer-yes = Ja, vi tar emot den
desk-forwarding-answer-no = Nej, det är inte vår sak
flash-desk-answer-forwarding = Tack. Svaret står på idéns sida.

## Vad den som skrev idén tycker

grade-title-result = Blev det som du tänkt?
grade-title-answer = Vad tycker du om svaret?
grade-lead = Ditt svar räknas ihop med andras på sidan Beslut och resultat.
grade-closed = Det finns inget att svara på eller ändra just nu.
grade-until = Du har svarat. Du kan ändra ditt svar till och med { $date }.
grade-ask-result = Blev det som du tänkt?
grade-ask-clear = Är svaret begripligt?
grade-ask-heard = Blev du lyssnad på?
grade-yes = Ja
grade-partly = Delvis
grade-no = Nej
grade-words = Vill du berätta mer?
grade-words-hint = Du kan hoppa över det. Högst { $limit } tecken.
grade-who-reads = Det du skriver läser bara gruppen som svarade och processgruppen. Du kan ändra ditt svar i 30 dagar.
grade-button = Skicka mitt svar
flash-graded = Tack för ditt svar!
idea-grade = Säg vad du tycker om svaret
desk-says-result = Den som skrev idén svarar på om det blev som tänkt: { $grade }.
desk-says-result-words = Den som skrev idén svarar på om det blev som tänkt: { $grade }. ”{ $words }”
desk-says-clear = Den som skrev idén svarar på om beslutet är begripligt: { $grade }.
desk-says-clear-words = Den som skrev idén svarar på om beslutet är begripligt: { $grade }. ”{ $words }”

## Vad grupperna har lovat och hållit

results-kept = Håller vi det vi lovar?
results-kept-lead = Varje steg har en dag. I tid är det som blev gjort senast den dag vi lovade först. Det som är försenat och inte gjort än räknas också.
results-kept-caption = Löften som hölls eller skulle ha hållits { $year }
results-kept-none = Inget löfte har gått ut { $year } än.
results-group = Vem
results-promised = Vad
results-still-late = Väntar än
results-working-days = { $count ->
    [one] { $count } arbetsdag
   *[other] { $count } arbetsdagar
}
results-share = { $count } ({ $percent } %)
results-small = Är det färre än fem visar vi ingen procent, för då säger den mest om slumpen. Löften räknas sedan vi började spara dem.
results-moderators = Moderatorerna
promise-screening = Läsa en ny idé
promise-closed = Ge ett kort svar
promise-with_group = Ge ett första svar
promise-proposal = Ta fram ett förslag
promise-ballot = Skriva ner beslutet efter en omröstning
promise-accepted = Ta första steget
promise-under_way = Berätta hur det går
results-graded = Vad tyckte de som skrev idéerna?
results-graded-lead = Den som skrev idén får frågan när svaret har kommit och när idén är genomförd.
results-graded-caption = Svar från { $year }
results-graded-none = Ingen har svarat { $year } än.
results-question = Fråga

## Processgruppen och moderatorerna

process-talk-comments = Inlägg
process-talk-reports = Anmälningar
process-late-comments = { $count ->
    [one] Ett inlägg har inte lästs i tid
   *[other] { $count } inlägg har inte lästs i tid
}
process-late-reports = { $count ->
    [one] En anmälan har inte avgjorts i tid
   *[other] { $count } anmälningar har inte avgjorts i tid
}
moderation-put-off = Hinner ni inte i tid? Ge ett nytt datum och säg varför.

## Historiken

event-help_asked = Gruppen fick en fråga om hjälp.
event-forwarding_accepted = { $name } tog emot idén.
event-forwarding_returned = { $name } tog inte emot idén. Den är tillbaka hos { $group }.
event-owner_reminded = { $name } fick en påminnelse om att svara senast { $date }.
event-forwarding_reminded = { $name } fick en påminnelse om att svara senast { $date }.
event-closes_soon = Den som skrev idén fick veta att tiden för stöd slutar { $date }.
event-graded = Den som skrev idén svarade på vad hen tycker.
event-owner_changed = { $name } tackade ja till att ansvara. Det första steget tas senast { $date }, i stället för { $old }.
event-owner_released = { $name } behöver inte längre ansvara.
