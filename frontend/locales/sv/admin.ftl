### Administration: personer, roller och platser i grupper.

admin-title = Administration
admin-lead = Här ser du till att rätt personer kan göra rätt saker.
admin-people-title = Personer och roller
admin-people-lead = Ge någon en annan roll, eller stäng av någon som skadar andra.
admin-people-go = Hitta en person
admin-groups-title = Platser i grupper
admin-groups-lead = Välj en grupp för att ge någon en plats eller avsluta en plats.
admin-groups-none = Det finns inga grupper än.
admin-groups-no-lead = Ingen ordförande eller samordnare
admin-machinery-title = Utskick och arbete
admin-machinery-lead = Här ser du om mejlen kommer fram och om något har fastnat.
admin-machinery-mails = Mejl
admin-machinery-jobs = Arbete som väntar

admin-people-email = Personens e-post
admin-people-email-hint = Skriv hela adressen. Vi visar aldrig hela adresser här.
admin-people-find = Hitta
admin-people-nobody = Vi hittar ingen med den e-posten. Kontrollera stavningen, eller be personen logga in en gång först.
admin-people-by-role = Efter roll
admin-people-none = Ingen har den här rollen.

admin-person-email = E-post
admin-person-organisation = Organisation
admin-person-since = Finns här sedan
admin-person-confirmed = E-posten bekräftad
admin-person-not-confirmed = Inte än
admin-person-left = Personen har tagit bort sitt konto. Det går inte att ändra något här.
admin-person-suspended = Avstängd
admin-person-duties = Det här har personen ansvar för
admin-person-duties-lead = Se till att någon tar över innan du ändrar roll eller stänger av.
admin-person-owns = ansvarar för att det blir av

admin-role-title = Roll
admin-role = Vad gör personen här?
admin-role-hint = Ändringen gäller från nästa sida som personen öppnar.
admin-role-do = Spara rollen

admin-suspension-title = Avstängning
admin-suspension-lead = Den som är avstängd loggas ut direkt och kan inte logga in igen. Idéer och inlägg finns kvar.
admin-suspension-reason = Varför stänger du av personen?
admin-suspension-reason-hint = Personen får läsa det här. Skriv vad som har hänt, högst 1 000 tecken.
admin-suspension-do = Stäng av personen
admin-suspension-end = Ta bort avstängningen
admin-suspension-self = Du kan inte stänga av dig själv. Be en kollega.

admin-seats-title = Platser i { $group }
admin-seats-group-page = Gruppens sida
admin-seats-held = De som har en plats
admin-seats-none = Ingen har en plats i gruppen än.
admin-seats-represents = för { $whom }
admin-seats-end = Avsluta platsen
admin-seats-give = Ge någon en plats
admin-seats-email = Personens e-post
admin-seats-name = Namn som andra ser
admin-seats-name-hint = Behövs bara om personen är ny här.
admin-seats-role = Vad ska personen göra i gruppen?
admin-seats-for = Vem företräder personen?
admin-seats-for-hint = Till exempel en förening, en skola eller kommunen.
admin-seats-from = Första dagen
admin-seats-from-hint = Till exempel 2026-11-26. Lämna tomt om platsen börjar i dag.
admin-seats-until = Sista dagen
admin-seats-until-hint = Lämna tomt om platsen inte har något slut.
admin-seats-give-do = Ge platsen
admin-seat-since = Sedan { $date }
admin-seat-from = Från { $date }
admin-seat-until = till { $date }

flash-role-given = Personen har fått rollen.
flash-suspended = Personen är avstängd och utloggad.
flash-suspension-ended = Avstängningen är borttagen. Personen kan logga in igen.
flash-seat-given = Personen har fått platsen.
flash-seat-ended = Platsen är avslutad.
