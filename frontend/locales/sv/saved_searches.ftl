### Bevakningar: sökningar som någon har sparat, och vad som har kommit.

saved-title = Mina bevakningar
saved-lead = Här ser du nya idéer, kommentarer och beslut som stämmer med det du bevakar.
saved-none-title = Du bevakar ingenting än
saved-none = Sök efter det du bryr dig om, till exempel en plats eller ett ämne. Tryck sedan på ’Bevaka den här sökningen’.
saved-none-go = Sök bland idéer och beslut
saved-text = ’{ $text }’
saved-one-title = Bevakning: { $search }
saved-since = Du bevakar sedan { $day }
saved-news = { $count ->
    [0] Inget nytt
    [one] { $count } ny träff
   *[other] { $count } nya träffar
}
saved-new = Ny
saved-found-on = Stämmer sedan { $day }
saved-hits-none = Inget nytt har kommit sedan du började bevaka. Det som fanns redan då hittar du i sökningen.
saved-show-hits = Alla träffar sedan du började
saved-show-list = Gör sökningen nu
saved-mark-seen = Markera som sedda
saved-end = Sluta bevaka
saved-watch = Bevaka den här sökningen
saved-watch-text = Bevaka ’{ $text }’
saved-watch-hint = Bevaka sökningen, så får du veta när det kommer något nytt som stämmer: under Mina bevakningar, och i mejl om du vill.
saved-watch-sign-in = Logga in för att bevaka den här sökningen
account-saved-lead = Bevaka en sökning, så samlar vi det nya som stämmer med den.
account-saved-go = Visa mina bevakningar

flash-search-saved = Du bevakar sökningen. Det nya som stämmer hittar du här. Under Mina mejl väljer du om det också ska komma som mejl.
flash-search-seen = Träffarna är markerade som sedda.
flash-search-ended = Du bevakar inte sökningen längre.
