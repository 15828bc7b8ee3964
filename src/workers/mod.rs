//! What happens after a commit: jobs, the search index, clocks.
