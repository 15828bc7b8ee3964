//! Secret ballots of a body: who may vote, who has voted, what was voted – the last two never together.
