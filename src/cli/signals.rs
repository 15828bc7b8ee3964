//! Being asked to end: SIGTERM by the system, Ctrl-C by the one at the terminal.

use actix_web::rt::signal;

/// Comes back when the process is asked to end.
pub(super) async fn wait_for_the_end() {
    #[cfg(unix)]
    {
        use std::future::poll_fn;
        use std::task::Poll;

        use signal::unix::SignalKind;
        let kinds = [SignalKind::terminate(), SignalKind::interrupt()];
        let mut streams: Vec<_> = kinds.into_iter().filter_map(|kind| signal::unix::signal(kind).ok()).collect();
        if !streams.is_empty() {
            return poll_fn(|context| {
                let any = streams.iter_mut().any(|stream| stream.poll_recv(context).is_ready());
                if any { Poll::Ready(()) } else { Poll::Pending }
            })
            .await;
        }
    }
    if signal::ctrl_c().await.is_err() {
        // Without signals the process can only be killed, which it survives.
        std::future::pending::<()>().await;
    }
}
