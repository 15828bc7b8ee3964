//! Event → who is told, in which words. The only module that writes mails.
