### Saved searches, and what has come that fits them.

saved-title = My saved searches
saved-lead = Here you see new ideas, comments and decisions that fit what you watch for.
saved-none-title = You watch for nothing yet
saved-none = Search for what you care about, such as a place or a subject. Then press ‘Watch this search’.
saved-none-go = Search ideas and decisions
saved-text = ‘{ $text }’
saved-one-title = Saved search: { $search }
saved-since = You have watched since { $day }
saved-news = { $count ->
    [0] Nothing new
    [one] { $count } new hit
   *[other] { $count } new hits
}
saved-new = New
saved-found-on = Fits since { $day }
saved-hits-none = Nothing new has come since you began to watch. What was there before you find in the search.
saved-show-hits = All hits since you began
saved-show-list = Do the search now
saved-mark-seen = Mark as seen
saved-end = Stop watching
saved-watch = Watch this search
saved-watch-text = Watch ’{ $text }’
saved-watch-hint = Watch the search, and you hear of what is new and fits: under My saved searches, and by e-mail if you like.
saved-watch-sign-in = Sign in to watch this search
account-saved-lead = Watch a search, and we collect what is new and fits it.
account-saved-go = Show my saved searches

flash-search-saved = You watch the search. What is new and fits it you find here. Under My e-mails you choose whether it is mailed too.
flash-search-seen = The hits are marked as seen.
flash-search-ended = You no longer watch the search.
