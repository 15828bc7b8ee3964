//! Finding ideas: front page, lists, search, similar ideas, feeds.
