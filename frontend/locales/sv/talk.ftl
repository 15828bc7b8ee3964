### Att stödja, följa och samtala.

## Stöd med mejl

support-confirm-title = Stödjer du den här idén?
support-confirm-follow = Säg till när det händer något
support-confirm-follow-hint = Du får mejl när läget ändras. Du kan sluta när du vill.
support-confirm-secret = Vi sparar inte vem som stödjer vad, bara ett märke som gör att du räknas en gång.
support-confirmed-title = Tack! Ditt stöd räknas.
support-confirmed-standing = { $count ->
    [one] { $count } person stödjer idén nu. Målet är { $goal }.
   *[other] { $count } stödjer idén nu. Målet är { $goal }.
}
support-confirmed-go = Till idén
support-confirmed-later = Du kan ta tillbaka ditt stöd så länge tiden för stöd pågår. Logga in med samma e-post om du ångrar dig senare.
support-ended-title = Du har tagit tillbaka ditt stöd
support-ended-again = Ändrar du dig kan du stödja idén igen på idéns sida.
support-expired-title = Länken går inte att använda
support-expired-lead = Länken är använd eller för gammal. Har du redan tryckt på knappen räknas ditt stöd. Annars kan du be om ett nytt mejl på idéns sida.
support-expired-go = Till idéerna
flash-support-given = Tack! Ditt stöd räknas.
flash-support-taken-back = Du har tagit tillbaka ditt stöd.
flash-support-mailed = Vi har skickat ett mejl till dig. Öppna det och bekräfta, så räknas ditt stöd.

## Följa

flash-followed = Du följer idén. Vi mejlar när läget ändras.
flash-follow-ended = Du följer inte idén längre.

## Inlägg och svar

flash-comment-shown = Tack! Ditt inlägg visas nu.
flash-comment-waits = Tack! Ditt inlägg visas när en moderator har läst det, oftast samma dag.
flash-question-answered = Svaret visas nu, och den som frågade får ett mejl.
answer-title = Svara på en fråga
answer-body = Gruppens svar
answer-hint = Högst { $limit } tecken. Alla kan läsa svaret.
answer-send = Skicka svaret
