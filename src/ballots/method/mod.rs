//! How votes become a result. Pure, in whole numbers.

pub mod majority;
