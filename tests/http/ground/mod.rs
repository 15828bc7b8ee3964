//! What holds for every request, whatever feature it is meant for.

mod alike;
mod answers;
mod bodies;
mod forms;
mod limits;
mod stage;
