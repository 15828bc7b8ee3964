### Mejlens väg: vilka de inte når, förhandsvisning och leveranssidan.

unreached-bounced-title = Vi når dig inte med mejl
unreached-bounced-lead = Våra mejl till din adress kommer tillbaka. Därför mejlar vi dig bara koder för att logga in. Är adressen rätt? Tryck på knappen, så skickar vi mejl igen.
unreached-bounced-button = Adressen stämmer
unreached-complained-title = Vi skickar inga nyheter till dig
unreached-complained-lead = Ett av våra mejl har markerats som skräppost i din inkorg. Därför skickar vi inga nyheter, bara det som gäller dina egna idéer och uppdrag. Blev det fel? Tryck på knappen, så skickar vi nyheter igen.
unreached-complained-button = Skicka nyheter igen
unreached-change = Byt e-postadress
flash-address-right = Tack! Vi skickar mejl till din adress igen.

unreached-title = Når inte fram
unreached-lead = Mejl till de här adresserna kommer tillbaka, eller är inte önskade. Personen får veta det vid nästa besök. Adresserna visas bara delvis.
unreached-none = Alla mejl når fram, så vitt vi vet.
unreached-person = Visa personen
unreached-mark-bounced = Mejlen kommer tillbaka
unreached-mark-complained = Markerade ett mejl som skräppost
unreached-times = { $count ->
    [one] { $count } mejl kom tillbaka
   *[other] { $count } mejl kom tillbaka
}
unreached-since = sedan { $moment }

machinery-preview-go = Så ser mejlen ut
machinery-mail-tries = { $count ->
    [0] inget försök än
    [one] { $count } misslyckat försök
   *[other] { $count } misslyckade försök
}
machinery-mail-next = nästa försök { $moment }
machinery-mail-withheld = Inte skickat: mejl till adressen kommer tillbaka, eller är inte önskade.
preview-title = Så ser mejlen ut
preview-lead = Här är varje sorts mejl, på varje språk, skrivet med påhittade uppgifter. Inget skickas.
preview-back = Alla sorters mejl
preview-subject = Ämne: { $subject }
preview-html = Visa mejlet som det ser ut i ett mejlprogram

## What each kind of mail is called by staff.

mail-kind-receipt = Kvitto till den som skickade en idé
mail-kind-resubmitted = Kvitto på en ändrad idé
mail-kind-published = Din idé är publicerad
mail-kind-returned = Din idé behöver ändras
mail-kind-refused = Din idé publiceras inte
mail-kind-appealed = En annan moderator läser din idé
mail-kind-lapsed = Din idé stängdes utan ändring
mail-kind-hidden = Din idé visas inte längre
mail-kind-shown_again = Din idé visas igen
mail-kind-with_group = En grupp tar upp din idé
mail-kind-closed = Din idé fick för få stöd
mail-kind-author_asked = Gruppen har frågat någon om din idé
mail-kind-author_unanswered = Gruppen fick inget svar om din idé
mail-kind-forwarded = Din idé är skickad vidare
mail-kind-group_changed = En annan grupp har din idé
mail-kind-taken_forward = Gruppen vill göra din idé
mail-kind-decision = Beslut om din idé
mail-kind-started = Arbetet med din idé har börjat
mail-kind-done = Din idé är klar
mail-kind-stopped = Arbetet med din idé är avbrutet
mail-kind-merged = Din idé är ihopslagen med en annan
mail-kind-joined = En annan idé är ihopslagen med din
mail-kind-corrected = Något om din idé är rättat
mail-kind-returned_reminder = Påminnelse: din idé stängs snart
mail-kind-late = Svaret på din idé är sent
mail-kind-late_again = Svaret på din idé är fortfarande sent
mail-kind-postponed = Nytt datum för din idé
mail-kind-news_with_group = Nyhet: en grupp tar upp en idé
mail-kind-news_forwarded = Nyhet: en idé är skickad vidare
mail-kind-news_taken_forward = Nyhet: gruppen vill göra en idé
mail-kind-news_decision = Nyhet: beslut om en idé
mail-kind-news_started = Nyhet: arbetet med en idé har börjat
mail-kind-news_done = Nyhet: en idé är klar
mail-kind-news_stopped = Nyhet: arbetet med en idé är avbrutet
mail-kind-news_merged = Nyhet: idéer är ihopslagna
mail-kind-news_withdrawn = Nyhet: en idé är tillbakatagen
mail-kind-news_postponed = Nyhet: nytt datum för en idé
mail-kind-queue = Till moderatorer: något väntar
mail-kind-appeal_of_yours = Till moderatorn: en annan läser igen
mail-kind-group_published = Till gruppen: en idé är öppen
mail-kind-group_task = Till gruppen: ni ska svara
mail-kind-group_closed = Till gruppen: ett kort svar
mail-kind-group_answered = Till gruppen: svaret har kommit
mail-kind-group_unanswered = Till gruppen: inget svar kom
mail-kind-group_came_back = Till gruppen: en idé kom tillbaka
mail-kind-hand_over_offered = Till gruppen: vill ni ta över?
mail-kind-hand_over_accepted = Till gruppen: en annan har tagit över
mail-kind-hand_over_declined = Till gruppen: idén stannar hos er
mail-kind-owner_accepted = Till gruppen: ansvarig sa ja
mail-kind-owner_declined = Till gruppen: ansvarig sa nej
mail-kind-owner_silent = Till gruppen: ansvarig svarade inte
mail-kind-ballot_closed = Till gruppen: omröstningen är räknad
mail-kind-reminder = Påminnelse före datumet
mail-kind-late_owed = Datumet har passerat
mail-kind-climbed_chair = Till ordföranden: det är sent
mail-kind-closes_soon = Tiden för stöd tar snart slut
mail-kind-forwarded_to_you = En idé har skickats vidare till dig
mail-kind-forwarding_returned = Din idé är tillbaka hos gruppen
mail-kind-group_forwarding_returned = Till gruppen: idén kom tillbaka
mail-kind-help_asked = Till gruppen: den som genomför behöver hjälp
mail-kind-process_forwarding_returned = Till processgruppen: ingen tog emot idén
mail-kind-still_late = Till den som genomför: det är fortfarande sent
mail-kind-climbed_process = Till processgruppen: det är sent
mail-kind-owner_asked = Tar du ansvar för detta?
mail-kind-asked = En fråga till dig
mail-kind-ballot = En omröstning är öppen
mail-kind-question_answered = Gruppen har svarat på din fråga
mail-kind-comment_hidden = Din kommentar visas inte
mail-kind-report_decided = Beslut om din anmälan
mail-kind-sign_in = Kod för att logga in
mail-kind-confirm_contact = Bekräfta din adress
mail-kind-confirm_support = Bekräfta ditt stöd
mail-kind-draft_warning = Ditt utkast tas snart bort
mail-kind-new_comment = Någon har skrivit om din idé
mail-kind-ballot_closing = En omröstning stänger snart
mail-kind-bundle = Samlat mejl

## Notices about an account; they cannot be turned off.

machinery-job-mail_session = Skriv mejl om en inloggning eller nyckel
mail-kind-new_sign_in = Ny inloggning
mail-kind-key_made = Ny nyckel
mail-kind-role_changed = En annan roll
mail-kind-suspended = Kontot är avstängt
mail-kind-reinstated = Kontot är öppet igen

address-title = Byt e-postadress
address-lead = Skriv din nya e-post, så mejlar vi en länk dit. När du har tryckt på länken är adressen bytt, och du loggar in igen med den. Vi berättar det också för den gamla adressen.
address-new = Din nya e-post
address-hint = Andra ser aldrig din e-post.
address-send = Mejla mig en länk
flash-address-asked = Vi har mejlat en länk till den nya adressen. Tryck på den för att byta.
mail-kind-address_changed = Till den gamla adressen: adressen är bytt
machinery-job-mail_old_address = Skriv mejl till en gammal adress
mail-kind-owner_reminded = Påminnelse: svara om du tar ansvar
mail-kind-forwarding_reminded = Påminnelse: säg om ni tar emot idén
mail-kind-author_answered = Svaret om din idé har kommit
mail-kind-back_to_proposal = Omröstningen om din idé gav inget svar
mail-kind-new_owner = Någon annan ansvarar för din idé
mail-kind-news_new_owner = Nyhet: någon annan ansvarar för en idé
mail-kind-group_done = Till gruppen: idén är klar
mail-kind-group_relieved = Till gruppen: idén är flyttad från er
mail-kind-owner_released = Du behöver inte ansvara längre
