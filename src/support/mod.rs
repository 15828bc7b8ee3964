//! Signing on to an idea. Nobody can be read out of what is stored: a supporter is a keyed hash.
