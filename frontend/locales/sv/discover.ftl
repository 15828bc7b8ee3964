### Första sidan, listor och sökning.

home-title = Start
home-question = Vad vill du förändra här?
home-lead = Skriv en idé för { $area }. Andra kan stödja den, och en styrgrupp svarar.
home-tell = Berätta om din idé
home-done = Det här har blivit av
home-done-none = Ingen idé är genomförd än. Här kommer de att stå först.
home-results = Alla beslut och resultat
home-open = Öppet just nu
home-open-order = I ny ordning varje dag, så att ingen idé alltid står först.
home-open-none = Ingen idé är öppen just nu. Skriv gärna den första.
home-open-all = Alla öppna idéer
home-ballots = Omröstningar som pågår
home-ballot-closes = Stänger { $moment }
home-groups = Grupperna som svarar
home-groups-lead = Varje idé får en grupp som ska svara. I grupperna sitter föreningar, boende och kommunen tillsammans.

list-title = Idéer
list-hits = { $count ->
    [0] Inga idéer
    [one] { $count } idé
   *[other] { $count } idéer
}
list-nothing = Ingen idé stämmer med det du har valt.
list-nothing-found = Ingen träff på ’{ $text }’.
list-meant = Menade du
search-groups = Grupper som arbetar med det
search-all-groups = Visa alla grupper
search-found-ideas = I idéerna
search-found-answers = I svar och beslut
search-found-comments = I kommentarer
search-found-near = Det här ligger nära
search-nothing-yet = Vi hittar inget ännu.
search-in-decision = Hittat i beslutet
search-in-inquiry = Hittat i en fråga eller ett svar
search-in-progress = Hittat i hur det går
search-in-result = Hittat i resultatet
search-in-step = Hittat i varför det blev så
search-in-ballot = Hittat i en omröstning
search-in-answer = Hittat i svaret på en kommentar
search-in-comment = Hittat i en kommentar
list-nothing-advice = Prova ett annat ord eller färre val, eller skriv en ny idé.
write-an-idea = Skriv en idé
pages-label = Sidor
pages-first = Första sidan

search-title = Sök
search-words = Sök bland idéer och beslut
search-beyond = { $exact ->
    [one] En idé stämmer helt. Efter den kommer idéer som ligger nära.
   *[other] { $exact } idéer stämmer helt. Efter dem kommer idéer som ligger nära.
}
search-nearly = Inget stämmer helt med ’{ $text }’. Det här ligger nära.
search-some = Inget innehåller alla ord i ’{ $text }’. Det här innehåller några av dem.
search-rebuilding = Sökningen håller på att byggas om, så något kan saknas. Prova igen om en stund.

filter-label = Välj bland idéerna
filter-more = Fler val
filter-chosen = Du har valt
filter-theme = Tema
filter-area = Område
filter-state = Läge
filter-group = Grupp
filter-language = Språk
filter-year = År
filter-sort = Ordning
sort-last = Senast hänt
sort-shuffled = Slumpad i dag
sort-ends = Slutar snart
sort-support = Mest stöd
sort-match = Bäst träff

language-fi = Finska
language-ar = Arabiska
language-so = Somaliska
language-fa = Persiska
language-bs = Bosniska, kroatiska, serbiska
language-tr = Turkiska
language-es = Spanska
language-de = Tyska
language-fr = Franska
language-pl = Polska
language-ru = Ryska
language-uk = Ukrainska
