### Beslut och resultat: vad det blev av idéerna.

results-title = Beslut och resultat
results-lead = Här ser du vad det blev av idéerna, även det som inte blev av.
results-funnel = Idéer som kom in { $year }
results-other-years = Andra år:
results-outcomes = Beslut: { $yes } ja, { $partly } delvis ja och { $no } nej.
results-steps = Så lång tid tog det
results-steps-lead = Hälften av idéerna gick fortare än mediantiden, hälften långsammare.
results-steps-caption = Tid för varje steg, idéer från { $year }
results-step = Steg
results-median = Median
results-promise = Vi lovar
results-in-time-title = I tid
results-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
}
results-in-time = { $count } av { $all }
results-none = –
results-refused = Det här publicerades inte
results-refused-caption = Skäl, idéer från { $year }
results-refused-none = Alla idéer från året är publicerade eller läses just nu.
results-ground = Skäl
results-ideas = Idéer
results-not-done = Det här blev inte av – därför
results-not-done-none = Ingen idé har fått nej eller avbrutits än.
results-years = År för år
results-years-caption = Hur långt idéerna kom, efter det år då de kom in
results-year = År
results-csv = Hämta tabellen som CSV
results-computed = Siffrorna räknades { $moment } och räknas om varje timme.
stage-received = kom in
stage-published = publicerades
stage-with_group = kom till en grupp
stage-decided = fick beslut
stage-started = började genomföras
stage-done = är genomförda
step-read = Från att idén kom in till att alla kunde läsa den
step-support = Från publicering till gruppen
step-answer = Från gruppen till beslut
step-start = Från ja till att arbetet började
step-carry_out = Från start till klart
