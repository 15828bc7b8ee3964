mod audience;
mod stage;
mod texts;
