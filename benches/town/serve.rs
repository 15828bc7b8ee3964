//! The role of the process that is measured: the program as `medskapa serve --no-worker` runs it,
//! and beside its routes one that sends a constant body through the same middleware.

use std::net::TcpListener;

use actix_web::web::{Bytes, Data, Path, ServiceConfig};
use actix_web::{HttpResponse, web};
use medskapa::admin::Figures;
use medskapa::app::{Adapters, App};
use medskapa::db::Db;
use medskapa::workers::{Duties, Workers};

use crate::Outcome;

/// Where a constant body of a given size is found: this and the number of bytes.
pub(crate) const CONSTANT: &str = "/bench/constant/";
/// Where the number of statements so far is found.
pub(crate) const STATEMENTS: &str = "/bench/statements";
/// Largest constant body.
const MOST_BYTES: usize = 2_000_000;

struct Constant(Bytes);

/// Serves until the process is ended.
pub(crate) fn run() -> Outcome<()> {
    let mut app = App::build(medskapa::config::load(None)?, Adapters::default())?;
    app.figures = Figures::install()?;
    let listener = TcpListener::bind(&app.config.server.listen)?;
    let _workers = Workers::start(&app.parts(), &app.vitals, Duties::FollowOnly)?;
    let constant = Data::new(Constant(Bytes::from(vec![b'x'; MOST_BYTES])));
    let more = move |service: &mut ServiceConfig| {
        service
            .app_data(constant.clone())
            .route("/bench/constant/{bytes}", web::get().to(send_constant))
            .route("/bench/constant/{bytes}", web::post().to(take_and_send_constant))
            .route(STATEMENTS, web::get().to(count_statements));
    };
    actix_web::rt::System::new().block_on(async { app.serve_with(listener, more)?.await.map_err(box_up) })
}

fn box_up(error: std::io::Error) -> Box<dyn std::error::Error> {
    error.into()
}

async fn send_constant(bytes: Path<usize>, constant: Data<Constant>) -> HttpResponse {
    let body = constant.0.slice(..bytes.into_inner().min(MOST_BYTES));
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(body)
}

async fn take_and_send_constant(bytes: Path<usize>, constant: Data<Constant>, _sent: Bytes) -> HttpResponse {
    send_constant(bytes, constant).await
}

async fn count_statements(db: Data<Db>) -> HttpResponse {
    HttpResponse::Ok().body(db.statements().to_string())
}
