//! What became of it all: the results page.
