//! The example town: a small town's worth of ideas, made by the same actions as real ones.
