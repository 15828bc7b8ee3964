### The front page, lists and search.

home-title = Start
home-question = What do you want to change here?
home-lead = Write an idea for { $area }. Others can support it, and a steering group answers.
home-tell = Tell us your idea
home-done = This has happened
home-done-none = No idea is carried out yet. They will stand first here.
home-results = All decisions and results
home-open = Open right now
home-open-order = In a new order each day, so that no idea always stands first.
home-open-none = No idea is open right now. You are welcome to write the first.
home-open-all = All open ideas
home-ballots = Ballots that are open
home-ballot-closes = Closes { $moment }
home-groups = The groups that answer
home-groups-lead = Every idea gets a group that has to answer. Associations, residents and the municipality sit together in the groups.

list-title = Ideas
list-hits = { $count ->
    [0] No ideas
    [one] { $count } idea
   *[other] { $count } ideas
}
list-nothing = No idea fits what you have chosen.
list-nothing-found = Nothing found for ’{ $text }’.
list-meant = Did you mean
search-groups = Groups that work on it
search-all-groups = Show all groups
search-found-ideas = In the ideas
search-found-answers = In answers and decisions
search-found-comments = In comments
search-found-near = This is close
search-nothing-yet = We find nothing yet.
search-in-decision = Found in the decision
search-in-inquiry = Found in a question or an answer
search-in-progress = Found in how it goes
search-in-result = Found in the result
search-in-step = Found in why it went this way
search-in-ballot = Found in a ballot
search-in-answer = Found in the answer to a comment
search-in-comment = Found in a comment
list-nothing-advice = Try another word or fewer choices, or write a new idea.
write-an-idea = Write an idea
pages-label = Pages
pages-first = First page

search-title = Search
search-words = Search ideas and decisions
search-beyond = { $exact ->
    [one] One idea matches fully. After it come ideas that are near.
   *[other] { $exact } ideas match fully. After them come ideas that are near.
}
search-nearly = Nothing fits ’{ $text }’ exactly. This is close.
search-some = Nothing holds all words of ’{ $text }’. This holds some of them.
search-rebuilding = The search is being built anew, so something may be missing. Try again in a while.

filter-label = Choose among the ideas
filter-more = More choices
filter-chosen = You have chosen
filter-theme = Theme
filter-area = Area
filter-state = State
filter-group = Group
filter-language = Language
filter-year = Year
filter-sort = Order
sort-last = Latest event
sort-shuffled = Shuffled today
sort-ends = Ends soon
sort-support = Most support
sort-match = Best match

language-fi = Finnish
language-ar = Arabic
language-so = Somali
language-fa = Persian
language-bs = Bosnian, Croatian, Serbian
language-tr = Turkish
language-es = Spanish
language-de = German
language-fr = French
language-pl = Polish
language-ru = Russian
language-uk = Ukrainian
