### Grupperna, deras bord och det som de gör med idéer.

## Grupper

groups-title = Grupper
groups-lead = Varje idé får en grupp som svarar. Här ser du vilka de är, vad de får bestämma och vilka som sitter i dem.
groups-none = Inga grupper än
groups-none-next = En administratör lägger in grupperna. Du kan läsa idéerna så länge.
groups-chair = Ordförande: { $name }
groups-seats = { $count ->
    [one] { $count } plats
   *[other] { $count } platser
}
groups-open-ideas = { $count ->
    [0] Inga idéer på bordet
    [one] { $count } idé på bordet
   *[other] { $count } idéer på bordet
}

group-kind-steering = Styrgrupp
group-kind-youth_council = Ungdomsråd
group-kind-process = Processgrupp

seat-role-chair = Ordförande
seat-role-coordinator = Samordnare
seat-role-secretary = Sekreterare
seat-role-member = Ledamot

tie-rule-chair = Blir det lika avgör ordföranden.
tie-rule-lot = Blir det lika drar vi lott.
tie-rule-no_decision = Blir det lika blir det inget beslut. Då pratar gruppen vidare.

## Förslag på grupp

routing-sure = Säkert
routing-likely = Troligt
routing-unsure = Osäkert
routing-theme = { $group } svarar för idéer med det här temat.
routing-words-theme = Texten har ord som brukar höra till temat: { $words }.
routing-words-name = Gruppens namn har samma ord: { $words }.
routing-words-mandate = Det som gruppen får bestämma om har samma ord: { $words }.
routing-words-network = Nätverket som gruppen bygger på har samma ord: { $words }.
routing-area = Någon i gruppen talar för den delen av området.
routing-less-to-do = En annan grupp passar lika bra, men den här har mindre på bordet ({ $count }).
routing-elsewhere = Orden i texten passar bättre på { $group }. Läs en gång till innan du väljer.

# Ord som brukar höra till ett tema. De hjälper moderatorn att hitta rätt grupp, och visas bara där.
theme-words-arbete = arbete jobb sommarjobb praktik praktikplats lön anställning anställa arbetslös arbetsgivare företag yrke lärling cv intervju karriär arbetsträning arbetssökande
theme-words-trygghet = trygg trygghet otrygg lampor lampa belysning ljus mörkt mörker rädd säker säkerhet väktare polis kamera trapphus brott nattvandring farthinder hastighet trafik buskar överfart skadegörelse
theme-words-utbildning = skola skolgård elev lärare läxor läxhjälp läsa läsning bok böcker bibliotek språk svenska förskola fritids kurs studera studier utbildning gymnasium rektor undervisning rast modersmål
theme-words-fritid = fritid lek lekplats bygglekplats sport idrott fotboll fotbollshall fotbollsplan gym träna träning simma simskola simhall dans dansa musik teater konsert bio spel park gungor utegym cykla skog lov sommarlov höstlov läger aktiviteter fritidsgård kultur
theme-words-samverkan = samverkan samarbete samarbeta förening föreningar föreningsråd nätverk överenskommelse avtal lokaler katalog årshjul medborgardialog dialog möte bidrag ungdomsråd styrgrupp pott
