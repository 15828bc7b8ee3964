### Words that all pages share.

yes = Yes
no = No
back = Back
continue = Continue
save = Save
cancel = Cancel
close = Close
change = Change
show = Show
hide = Hide
search = Search
menu = Menu
send = Send
add = Add
remove = Remove
undo = Undo
optional = optional
next-page = Next page
previous-page = Previous page
skip-link = Skip to content
none = None
all = All

## Languages

# What the language calls itself.
language-own-name = English
language-sv = Swedish
language-en = English
choose-language = Choose language

## Days and times

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

date-with-weekday = { $weekday } { $date }
date-with-year = { $date } { $year }
date-short = { $day } { $month }
time-of-day = { $hour }:{ $minute }
moment = { $date } { $time }

days-left = { $count ->
    [one] { $count } day left
   *[other] { $count } days left
}
days-left-none = last day today
days-left-closed = closed
