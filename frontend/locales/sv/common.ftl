### Ord som alla sidor delar.

yes = Ja
no = Nej
back = Tillbaka
continue = Fortsätt
save = Spara
cancel = Avbryt
close = Stäng
change = Ändra
show = Visa
hide = Dölj
search = Sök
menu = Meny
send = Skicka
add = Lägg till
remove = Ta bort
undo = Ångra
optional = frivilligt
next-page = Nästa sida
previous-page = Föregående sida
skip-link = Till innehållet
none = Inga
all = Alla

## Språk

# Språkets namn på språket självt.
language-own-name = Svenska
language-sv = Svenska
language-en = Engelska
choose-language = Välj språk

## Dagar och tider

weekday-1 = måndag
weekday-2 = tisdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lördag
weekday-7 = söndag

month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

date-with-weekday = { $weekday } { $date }
date-with-year = { $date } { $year }
date-short = { $day } { $month }
time-of-day = { $hour }.{ $minute }
moment = { $date } { $time }

days-left = { $count ->
    [one] { $count } dag kvar
   *[other] { $count } dagar kvar
}
days-left-none = sista dagen i dag
days-left-closed = stängd
