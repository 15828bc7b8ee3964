### Mejlen om att något blev annorlunda, på lätt svenska.

## Vems tur det är

mail-turn = Svara senast { $date }.
mail-turn-late = Det skulle ha varit klart { $date }. Gör det så snart du kan.
mail-forwarding_returned-late = Nu är det gruppen som ska svara. Du skulle ha fått svar redan { $date }. Förlåt.
mail-open-ballot = Öppna omröstningen

## Till den som skrev idén, och till den som följer den

mail-author_answered-subject = { $asked } har svarat om din idé
mail-author_answered-first = { $group } frågade { $asked }. Nu har svaret kommit.
mail-back_to_proposal-subject = Vi röstade om din idé men fick inget svar
mail-back_to_proposal-next = { $group } arbetar mer med förslaget. Du får veta mer senast { $date }.
mail-new_owner-subject = { $owner } ska göra din idé nu
mail-news_new_owner-subject = { $owner } ska göra ”{ $title }” nu
mail-new_owner-first = { $group } har frågat { $owner }. Svaret är ja.
mail-new_owner-day = Arbetet skulle börja senast { $old }. Nu börjar det senast { $new }.
mail-new_owner-day-late = Arbetet skulle ha börjat senast { $old }. Nu börjar det senast { $new }. Förlåt.

## Till den som skulle göra något, och till gruppen

mail-owner_released-subject = Du behöver inte göra ”{ $title }” längre
mail-owner_released-first = { $group } behöver inte din hjälp med det här mer. Du behöver inte göra något.
mail-owner_released-first-ended = Gruppen gör inte idén nu. Du behöver inte göra något mer.
mail-owner_accepted-first-decided = Arbetet ska börja senast { $date }.
mail-group_done-first = Den som arbetar med idén säger till { $group } att den är klar.
mail-group_relieved-first = Processgruppen har gett idén till en annan grupp.
mail-hand_over_declined-first-silent = { $group } har inte svarat. Ni har kvar idén.
mail-reminder-subject-today = I dag: ”{ $title }”
mail-climbed_process-subject-again = Fortfarande sent: idé { $number }
mail-owed-ballot-unanswered = Ni röstade men fick inget svar. { $group } ska säga vad som händer nu. Gör det senast { $date }.
mail-missing-ballot-unanswered = Ni röstade men fick inget svar. { $group } har inte sagt vad som händer nu.
mail-late-first_step = Du skulle ha börjat senast { $date }.
mail-queue-first-late = { $count ->
    [one] En idé väntar på dig. Du skulle ha läst den senast { $date }.
   *[other] { $count } idéer väntar på dig. Du skulle ha läst den första senast { $date }.
}
