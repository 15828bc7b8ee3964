//! Steering groups, the youth council and the process group: what they are, who sits in them.
