//! What a search that is being typed may become: `GET /completions.json?q=` for the script of the
//! page, and `GET /api/v1/search/completions?q=`.

use actix_web::web::Data;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::error::Result;
use crate::ideas::settled::has_settled;
use crate::kernel::text::SearchText;
use crate::search::Search;
use crate::web::{self, JsonResult, Query, Visit};

/// What has been typed so far.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Typed {
    /// The text; its last word is the one that is completed.
    q: String,
}

/// What it may become.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompletionsJson {
    /// Whole texts, at most eight, the likeliest first.
    pub completions: Vec<String>,
}

/// `GET /completions.json`
pub async fn completions(_: Visit, db: Data<Db>, search: Data<Search>, typed: Query<Typed>) -> JsonResult {
    web::json_ok(&complete(db, search, typed.0).await?)
}

/// `GET /api/v1/search/completions`
pub async fn completions_json(_: Caller, db: Data<Db>, search: Data<Search>, typed: Query<Typed>) -> JsonResult {
    web::json_ok(&complete(db, search, typed.0).await?)
}

/// None for a text that is empty or too long to be searched for.
async fn complete(db: Data<Db>, search: Data<Search>, typed: Typed) -> Result<CompletionsJson> {
    // The white space at the end says that the word is finished.
    let is_finished = typed.q.ends_with(char::is_whitespace);
    let completions = match SearchText::parse(&typed.q) {
        Ok(text) if !is_finished => {
            let complete = move || {
                if has_settled(&db, &search)? { search.completions(text.as_str()) } else { Ok(Vec::new()) }
            };
            web::run(complete).await?
        }
        Ok(_) | Err(_) => Vec::new(),
    };
    Ok(CompletionsJson { completions })
}
