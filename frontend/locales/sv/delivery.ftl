### Mejlens väg: vilka de inte når, förhandsvisning och leveranssidan.

unreached-bounced-title = Vi når dig inte med mejl
unreached-bounced-lead = Våra mejl till din adress kommer tillbaka. Därför mejlar vi dig bara koder för att logga in. Är adressen rätt? Tryck på knappen, så skickar vi mejl igen.
unreached-bounced-button = Adressen stämmer
unreached-complained-title = Vi skickar inga nyheter till dig
unreached-complained-lead = Ett av våra mejl har markerats som skräppost i din inkorg. Därför skickar vi inga nyheter, bara det som gäller dina egna idéer och uppdrag. Blev det fel? Tryck på knappen, så skickar vi nyheter igen.
unreached-complained-button = Skicka nyheter igen
unreached-change = Se dina kontaktuppgifter
flash-address-right = Tack! Vi skickar mejl till din adress igen.

unreached-title = Når inte fram
unreached-lead = Hit skickar vi bara koder för att logga in, eller inga nyheter. Personen ser det vid nästa besök. Adresserna visas bara delvis.
unreached-none = Alla mejl når fram, så vitt vi vet.
unreached-person = Visa personen
unreached-mark-bounced = Mejlen kommer tillbaka
unreached-mark-complained = Markerade ett mejl som skräppost
unreached-times = { $count ->
    [one] { $count } mejl kom tillbaka
   *[other] { $count } mejl kom tillbaka
}
unreached-since = sedan { $moment }
