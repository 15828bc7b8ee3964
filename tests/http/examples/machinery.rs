//! Health, jobs, mails.

use super::{Example, Subject::Nothing};

const CHOICES: &[(&str, &str)] = &[("followed", "daily"), ("themes", "weekly")];

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/healthz", Nothing),
    // Ready only once the index has been built.
    Example::get("/readyz", Nothing).at("{readyz}"),
    Example::get("/metrics", Nothing),
    Example::get("/admin/jobs", Nothing),
    Example::post("/admin/jobs/{id}/revive", Nothing, &[]).at("/admin/jobs/{dead_job}/revive"),
    Example::get("/admin/mails", Nothing).at("/admin/mails?state=dead"),
    Example::get("/admin/mails/preview", Nothing),
    Example::get("/admin/mails/preview/{kind}/{locale}", Nothing).at("/admin/mails/preview/decision/sv"),
    Example::get("/admin/mails/preview/{kind}/{locale}/html", Nothing).at("/admin/mails/preview/decision/sv/html"),
    Example::post("/admin/mails/{id}/revive", Nothing, &[]).at("/admin/mails/{dead_mail}/revive"),
    Example::get("/mail/stop/{token}", Nothing).at("{stop_news}"),
    Example::post("/mail/stop/{token}", Nothing, &[]).at("{stop_news}"),
    Example::post("/mail/bounces/{token}", Nothing, &[]).at("/mail/bounces/abcdefghijklmnopqrstuvwx"),
    Example::get("/admin/unreached", Nothing),
    Example::get("/api/v1/admin/unreached", Nothing),
    Example::get("/moderation/calls", Nothing),
    Example::get("/moderation/calls/{id}", Nothing).at("/moderation/calls/{call}"),
    Example::post("/moderation/calls/{id}/done", Nothing, &[]).at("/moderation/calls/{call}/done"),
    Example::get("/api/v1/moderation/calls", Nothing),
    Example::post("/api/v1/moderation/calls/{id}/done", Nothing, &[]).at("/api/v1/moderation/calls/{call}/done"),
    Example::get("/account/mails", Nothing),
    Example::post("/account/mails", Nothing, CHOICES),
    Example::get("/themes/{theme}", Nothing).at("/themes/utbildning"),
    Example::post("/themes/{theme}/follow", Nothing, &[]).at("/themes/utbildning/follow"),
    Example::post("/themes/{theme}/follow/end", Nothing, &[]).at("/themes/utbildning/follow/end"),
    Example::get("/api/v1/mail-choices", Nothing),
    Example::post("/api/v1/mail-choices", Nothing, CHOICES),
    Example::post("/api/v1/themes/{theme}/follow", Nothing, &[]).at("/api/v1/themes/utbildning/follow"),
    Example::delete("/api/v1/themes/{theme}/follow", Nothing).at("/api/v1/themes/utbildning/follow"),
    Example::get("/example/mails", Nothing),
    Example::get("/example/mails/{id}", Nothing).at("/example/mails/{dead_mail}"),
    Example::get("/example/mails/{id}/html", Nothing).at("/example/mails/{dead_mail}/html"),
];
