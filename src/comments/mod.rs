//! What people say about an idea, and the group's answers to questions.
