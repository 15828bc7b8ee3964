//! Ideas, from a resident's draft to what became of it. One record all the way; on the page it is
//! called a proposal once a group works on it (domain 4.1).

pub mod lifecycle;
