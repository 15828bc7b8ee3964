# Att välja hur ofta man får mejl, samlade mejl och teman.

mails-title = Mina mejl
mails-account-lead = Du bestämmer vad vi mejlar om, och hur ofta.
mails-account-go = Välj vilka mejl du får
mails-lead = Välj hur ofta vi mejlar dig om olika saker.
mails-when = Samlade mejl kommer klockan 16. Du får högst tre nyheter om dagen direkt, resten samlar vi.
mails-quiet = Mellan { $from } och { $to } väntar mejlen till morgonen.
mails-always = Koder för att logga in, kvittot på en ny idé, beslutet om din idé och det som gäller ditt konto kommer alltid direkt.
mails-pace-at_once = Direkt
mails-pace-daily = Samlat en gång om dagen
mails-pace-weekly = Samlat på torsdagar
mails-pace-never = Inte alls
mails-channel-own = Dina egna idéer och uppdrag
mails-hint-own = När något händer med din idé, eller när någon väntar på dig.
mails-channel-followed = Idéer som du följer
mails-hint-followed = När en grupp tar upp idén, beslutar eller börjar arbeta.
mails-channel-ballots = Omröstningar
mails-hint-ballots = När en omröstning öppnar, en dag innan den stänger om du inte har röstat, och vad det blev.
mails-channel-comments = Inlägg om dina idéer
mails-hint-comments = När andra skriver om din idé.
mails-channel-saved_searches = Bevakade sökningar
mails-hint-saved_searches = När en idé passar en sökning som du bevakar.
mails-channel-themes = Teman som du följer
mails-hint-themes = Nya idéer, beslut och sådant som blivit klart.
mails-channel-seats = Dina representanter
mails-hint-seats = När den som representerar dig i en grupp berättar vad som har beslutats.
mails-ease = Språket i mejlen
mails-ease-hint = Lätt svenska har korta meningar och vanliga ord. Det som grupper och andra har skrivit står som de skrev det.
mails-ease-usual = Som på webbplatsen
mails-ease-simple = Lätt svenska
mails-themes-title = Teman
mails-themes-lead = Välj ett tema för att börja eller sluta följa det.
mails-themes-followed = du följer temat
flash-mails-saved = Dina val är sparade.

theme-title = Följ temat { $theme }
theme-lead = På torsdagar klockan 16 mejlar vi vad som har hänt i temat: nya idéer, beslut och sådant som blivit klart. Har inget hänt får du inget mejl.
theme-sign-in = Logga in för att följa temat
theme-is-followed = Du följer temat.
theme-follow = Följ temat
theme-end = Sluta följa temat
theme-ideas = Visa temats idéer
flash-theme-followed = Nu följer du temat.
flash-theme-ended = Du följer inte temat längre.

mail-unsubscribe-followed = Sluta få nyheter om idéer jag följer
mail-unsubscribe-ballots = Sluta få mejl om omröstningar
mail-unsubscribe-comments = Sluta få mejl om inlägg om mina idéer
mail-unsubscribe-saved_searches = Sluta få mejl om mina bevakade sökningar
mail-unsubscribe-themes = Sluta få mejl om teman jag följer

mail-unsubscribe-seats = Sluta få mejl från mina representanter
mail-why-bundle = Du får mejlet för att vi samlar nyheter åt dig. Du väljer själv hur ofta.
mail-bundle-subject-one = Nytt om ”{ $title }”
mail-bundle-subject = Nytt om { $count } idéer
mail-bundle-first = { $count ->
    [one] Det här har hänt med en idé som du vill höra om.
   *[other] Det här har hänt med { $count } idéer som du vill höra om.
}
mail-bundle-line = { $what }. { $more }
mail-bundle-hit = Den passar en sökning som du bevakar.
mail-bundle-comment = Någon har skrivit om idén.
mail-bundle-new = Ny idé i temat { $theme }.
mail-bundle-more = { $count ->
    [one] Och en idé till. Du ser den på webbplatsen.
   *[other] Och { $count } idéer till. Du ser dem på webbplatsen.
}
mail-bundle-action = Välj hur ofta du får mejl

mail-new_comment-subject = Någon har skrivit om ”{ $title }”
mail-new_comment-first = Läs inlägget på idéns sida.
mail-ballot_closing-subject = Sista dagen att rösta: före { $date }
mail-ballot_closing-first = Du har inte röstat än. Det tar ungefär en minut.
