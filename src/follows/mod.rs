//! Who wants to hear about which idea.
