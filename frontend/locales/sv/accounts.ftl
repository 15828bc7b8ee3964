### Logga in, mitt konto och exempelortens personer.

## Logga in

sign-in-title = Logga in
sign-in-lead = Skriv din e-post, så mejlar vi en kod som du loggar in med. Du behöver inget lösenord.
sign-in-email = Din e-post
sign-in-email-hint = Är du ny här får du ett konto. Andra ser aldrig din e-post.
sign-in-send = Mejla mig en kod
sign-in-without = Du kan läsa allt och skriva en idé utan att logga in.
sign-in-example = Det här är en exempelort, så du kan också logga in utan mejl.
sign-in-other-address = Skriv en annan e-post
sign-in-code-title = Läs koden i mejlet
sign-in-code-lead = Vi har mejlat en kod och en länk till { $email }. De fungerar en gång, i 15 minuter.
sign-in-code = Kod
sign-in-code-hint = Sex siffror, till exempel 123 456.
sign-in-do = Logga in
sign-in-no-mail-title = Har du inte fått något mejl?
sign-in-no-mail = Vänta någon minut och titta i skräpposten. Kontrollera att du skrev rätt e-post. Vi skickar högst fem mejl i timmen till samma e-post.
sign-in-again = Be om en ny kod
sign-in-link-title = Logga in med länken
sign-in-link-lead = Tryck på knappen för att logga in som { $email }.
sign-in-link-after = Har du inte bett om att logga in? Stäng bara sidan, så händer ingenting.
sign-in-link-expired = Länken är använd eller för gammal. Den fungerar en gång, i 15 minuter. Be om en ny.
link-expired-title = Länken fungerar inte längre
sign-out = Logga ut

confirm-title = Bekräfta din e-post
confirm-lead = Tryck på knappen för att bekräfta att { $email } är din. Då kan vi mejla dig om din idé.
confirm-do = Ja, det är min e-post
confirm-after = Har du inte skrivit någon idé? Stäng bara sidan, så mejlar vi dig inte mer om den.
confirm-expired = Länken är använd eller för gammal. Har du redan bekräftat är allt klart. Annars kan du logga in med din e-post, så är den bekräftad.

suspended-title = Ditt konto är avstängt
suspended-lead = Du kan inte logga in just nu. Du kan fortfarande läsa allt som är öppet för alla.
suspended-reason = Skälet
suspended-contact = Tycker du att det är fel? Kontakta { $contact }, så prövar vi det igen.

flash-signed-in = Du är inloggad.
flash-signed-in-first = Välkommen! Du är inloggad. Skriv under Mina sidor vilket namn andra ska se.
flash-signed-out = Du är utloggad.
flash-contact-confirmed = Tack! Din e-post är bekräftad.
flash-account-saved = Vi har sparat dina ändringar.
flash-session-ended = Inloggningen eller nyckeln är borttagen och fungerar inte längre.
flash-sessions-ended = Du är utloggad överallt utom här.
flash-left = Ditt konto är borttaget. Tack för att du har varit med.

## Mitt konto

# Namnet på den som är ny, tills den väljer ett eget.
account-default-name = Boende
# Namnet på den som har lämnat tjänsten.
account-removed-name = Borttagen
account-title = Mina sidor
account-lead = Du är inloggad som { $email }.
account-profile-title = Om mig
account-name = Namn som andra ser
account-name-hint = Ditt namn, ditt förnamn eller ett påhittat namn. Det visas vid idéer och inlägg som du skriver från och med nu.
account-language = Språk
account-ideas-title = Mina idéer
account-ideas-none = Du har inte skickat någon idé än.
account-ideas-more = Fler av mina idéer
account-followed-title = Idéer som jag följer
account-followed-none = Du följer ingen idé. Tryck på Följ på en idés sida, så hittar du den här.
account-followed-more = Fler idéer som jag följer
account-sessions-title = Här är du inloggad
account-sessions-lead = Känner du inte igen en inloggning? Logga ut den.
account-session-this = Den här webbläsaren
account-session-unknown = Okänd webbläsare
account-session-end = Logga ut
account-sessions-end-others = Logga ut överallt utom här
account-until = Till
account-keys-title = Nycklar till det öppna gränssnittet
account-keys-lead = Med en nyckel kan ett program läsa och göra saker i ditt namn. Du behöver ingen nyckel för att använda sidorna.
account-key-remove = Ta bort
account-key-make = Skapa en nyckel
account-key-new-title = Skapa en nyckel
account-key-new-lead = Nyckeln gäller i ett år. Du kan ta bort den när du vill.
account-key-label = Vad ska nyckeln användas till?
account-key-label-hint = Till exempel namnet på programmet.
account-key-do = Skapa nyckeln
account-key-made-title = Din nyckel är klar
account-key-made-lead = Kopiera nyckeln nu och spara den som ett lösenord. Vi visar den bara en gång.
account-key-made-label = Nyckel
account-key-made-use = Programmet skickar den så här:
account-key-made-done = Jag har sparat nyckeln
account-data-title = Mina uppgifter
account-data-lead = Du kan hämta allt som vi har sparat om dig i en fil.
account-data-get = Hämta mina uppgifter
account-data-explained = Det här är allt som är sparat och går att koppla till dig. Vilka idéer du stödjer och hur du har röstat finns inte med, för det går inte att koppla till dig.
account-leave-title = Ta bort mitt konto
account-leave-lead = Du kan lämna tjänsten när du vill.
account-leave-go = Läs vad som händer och ta bort kontot

leave-title = Ta bort mitt konto
leave-lead = Det går inte att ångra. Läs först vad som tas bort och vad som finns kvar.
leave-goes-title = Det här tar vi bort
leave-goes = Din e-post, ditt namn, dina inloggningar, dina nycklar, dina platser i grupper, dina bevakningar och listan över vad du följer. Vid dina idéer och inlägg står det i stället "Borttagen".
leave-stays-title = Det här finns kvar
leave-stays = Dina idéer och inlägg finns kvar utan ditt namn, för andra har stött och svarat på dem. Beslut och svar som du har varit med om finns också kvar, för kommunen måste spara dem. Har du stött en idé räknas stödet fortfarande, men ingen kan se att det var du.
leave-duties-title = Någon behöver ta över efter dig
leave-duties = Du har en plats eller ansvarar för något här. Berätta för gruppen innan du går.
leave-sure = Ja, jag vill ta bort mitt konto
leave-do = Ta bort kontot
leave-stay = Behåll kontot

## Exempelortens personer

example-people-title = Välj vem du vill vara
example-people-lead = Orten och personerna är påhittade. Välj någon och prova tjänsten i den personens ställe. Ingen kod behövs.
example-people-as = som { $name }
example-people-none = Här finns inga personer än
example-people-none-help = Exempelorten läses in när databasen är tom vid starten.

## Roller

role-resident = Boende
role-moderator = Moderator
role-process = Processgruppen
role-admin = Administratör
