### Mejlen om att något går en annan väg än det gjorde: ett svar som kom, en ny ansvarig, en ny grupp.

## Vems tur det är

mail-turn = Svara senast { $date }.
mail-turn-late = Det skulle ha varit klart { $date }, så nu är det bråttom.
mail-forwarding_returned-late = Nu är det gruppens tur igen. Du skulle ha fått svar redan { $date }. Vi ber om ursäkt.
mail-open-ballot = Öppna omröstningen

## Till den som skrev idén, och till den som följer den

mail-author_answered-subject = { $asked } har svarat om din idé
mail-author_answered-first = { $asked } har lämnat sitt svar till { $group }.
mail-back_to_proposal-subject = Omröstningen om din idé gav inget svar
mail-back_to_proposal-next = { $group } arbetar vidare med förslaget. Du hör av gruppen senast { $date }.
mail-new_owner-subject = { $owner } tar över ansvaret för din idé
mail-news_new_owner-subject = { $owner } tar över ansvaret för ”{ $title }”
mail-new_owner-first = { $group } har bett { $owner } att se till att idén blir av, och svaret är ja.
mail-new_owner-day = Det första steget skulle tas senast { $old }. Nytt datum är { $new }.
mail-new_owner-day-late = Det första steget skulle ha tagits senast { $old }. Nytt datum är { $new }. Vi ber om ursäkt.

## Till den som skulle göra något, och till gruppen

mail-owner_released-subject = Du behöver inte längre ansvara för ”{ $title }”
mail-owner_released-first = { $group } ordnar det på annat sätt. Du behöver inte göra något mer.
mail-owner_released-first-ended = Idén genomförs inte av gruppen nu. Du behöver inte göra något mer.
mail-owner_accepted-first-decided = Det första steget ska tas senast { $date }.
mail-group_done-first = Den som genomför idén åt { $group } säger att den är klar.
mail-group_relieved-first = Processgruppen har flyttat idén från er.
mail-hand_over_declined-first-silent = { $group } har inte svarat i tid. Idén är kvar hos er.
mail-reminder-subject-today = I dag: ”{ $title }”
mail-climbed_process-subject-again = Fortfarande försenat: idé { $number }
mail-owed-ballot-unanswered = Omröstningen gav inget svar. { $group } ska säga hur det går vidare senast { $date }.
mail-missing-ballot-unanswered = Omröstningen gav inget svar. Det som saknas är hur { $group } går vidare.
mail-late-first_step = Det första steget skulle ha tagits senast { $date }.
mail-queue-first-late = { $count ->
    [one] En idé väntar på en moderator. Den skulle ha lästs senast { $date }.
   *[other] { $count } idéer väntar på en moderator. Den första skulle ha lästs senast { $date }.
}
