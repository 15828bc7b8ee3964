# Choosing how often one gets mail, bundles, and themes.

mails-title = My mails
mails-account-lead = You decide what we mail you about, and how often.
mails-account-go = Choose which mails you get
mails-lead = Choose how often we mail you about different things.
mails-when = Bundles come at 16.00. You get at most three news a day at once; we put the rest together.
mails-quiet = Between { $from } and { $to } mails wait for the morning.
mails-always = Codes for signing in, the receipt for a new idea, the decision on your idea and what concerns your account always come at once.
mails-pace-at_once = At once
mails-pace-daily = Together, once a day
mails-pace-weekly = Together, on Thursdays
mails-pace-never = Not at all
mails-channel-own = Your own ideas and tasks
mails-hint-own = When something happens to your idea, or somebody waits for you.
mails-channel-followed = Ideas that you follow
mails-hint-followed = When a group takes the idea up, decides or begins to work.
mails-channel-ballots = Ballots
mails-hint-ballots = When a ballot opens, a day before it closes if you have not voted, and what came of it.
mails-channel-comments = Comments on your ideas
mails-hint-comments = When others write about your idea.
mails-channel-saved_searches = Saved searches
mails-hint-saved_searches = When an idea fits a search that you have saved.
mails-channel-themes = Themes that you follow
mails-hint-themes = New ideas, decisions and what has been completed.
mails-channel-seats = Your representatives
mails-hint-seats = When whoever represents you in a group tells what was decided.
mails-ease = The language of the mails
mails-ease-hint = Easy Swedish has short sentences and common words. What groups and others have written stays as they wrote it.
mails-ease-usual = As on the website
mails-ease-simple = Easy Swedish (lätt svenska)
mails-themes-title = Themes
mails-themes-lead = Choose a theme to begin or stop following it.
mails-themes-followed = you follow it
flash-mails-saved = Your choices are saved.

theme-title = Follow the theme { $theme }
theme-lead = On Thursdays at 16.00 we mail you what has happened in the theme: new ideas, decisions and what has been completed. When nothing has happened, no mail comes.
theme-sign-in = Sign in to follow the theme
theme-is-followed = You follow the theme.
theme-follow = Follow the theme
theme-end = Stop following the theme
theme-ideas = Show the ideas of the theme
flash-theme-followed = You now follow the theme.
flash-theme-ended = You no longer follow the theme.

mail-unsubscribe-followed = Stop news about ideas I follow
mail-unsubscribe-ballots = Stop mails about ballots
mail-unsubscribe-comments = Stop mails about comments on my ideas
mail-unsubscribe-saved_searches = Stop mails about my saved searches
mail-unsubscribe-themes = Stop mails about themes I follow

mail-unsubscribe-seats = Stop mails from my representatives
mail-why-bundle = You get this mail because we put news together for you. You choose how often.
mail-bundle-subject-one = News about “{ $title }”
mail-bundle-subject = News about { $count } ideas
mail-bundle-first = { $count ->
    [one] This has happened to an idea that you want to hear about.
   *[other] This has happened to { $count } ideas that you want to hear about.
}
mail-bundle-line = { $what }. { $more }
mail-bundle-hit = It fits a search that you have saved.
mail-bundle-comment = Somebody has written about the idea.
mail-bundle-new = A new idea in the theme { $theme }.
mail-bundle-more = { $count ->
    [one] And one idea more. You find it on the website.
   *[other] And { $count } ideas more. You find them on the website.
}
mail-bundle-action = Choose how often you get mails

mail-new_comment-subject = Somebody has written about “{ $title }”
mail-new_comment-first = Read the comment on the page of the idea.
mail-ballot_closing-subject = Last day to vote: before { $date }
mail-ballot_closing-first = You have not voted yet. It takes about a minute.
