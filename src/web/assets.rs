//! The few files that pages load, compiled in. Their addresses carry a hash of the content, so
//! that a browser may keep them for a year and still gets a new one at once.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

struct Asset {
    name: &'static str,
    kind: &'static str,
    content: &'static [u8],
}

const ASSETS: [Asset; 2] = [
    Asset {
        name: "main.css",
        kind: "text/css; charset=utf-8",
        content: include_bytes!("../../frontend/styles/main.css"),
    },
    Asset {
        name: "site.js",
        kind: "text/javascript; charset=utf-8",
        content: include_bytes!("../../frontend/scripts/site.js"),
    },
];

// Follows from the compiled-in content alone, so one copy for the process is right.
static HASHES: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| {
    let short = |content: &[u8]| URL_SAFE_NO_PAD.encode(Sha256::digest(content)).chars().take(10).collect();
    ASSETS.iter().map(|asset| (asset.name, short(asset.content))).collect()
});

/// The address of a file, as `/static/HASH/NAME`.
#[must_use]
pub fn path_of(name: &str) -> String {
    let hash = HASHES.iter().find(|(known, _)| *known == name).map_or("", |(_, hash)| hash.as_str());
    format!("/static/{hash}/{name}")
}

/// `GET /static/{hash}/{name}`. An old hash gives the newest file, without the long keeping.
pub async fn serve(path: actix_web::web::Path<(String, String)>) -> super::PageResult {
    let (hash, name) = path.into_inner();
    let asset = ASSETS.iter().find(|asset| asset.name == name).ok_or(crate::error::Error::NotFound)?;
    let keep = if path_of(&name) == format!("/static/{hash}/{name}") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, asset.kind))
        .insert_header((header::CACHE_CONTROL, keep))
        .body(asset.content))
}
