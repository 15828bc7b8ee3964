//! Actions and views block; this runs them beside the threads that read requests.

use crate::error::{Error, Result};

/// Runs an action or a view on a thread that may block.
///
/// # Errors
/// What `work` gives; a panic in it is an internal error.
pub async fn run<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let span = tracing::Span::current();
    actix_web::web::block(move || span.in_scope(work)).await.map_err(Error::internal)?
}
