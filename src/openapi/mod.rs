//! The description of the API as OpenAPI 3.1: what `/api/v1/openapi.json` answers, and what lies
//! in `docs/generated/openapi.json`.
//!
//! Paths, methods and who may come from the list of routes and the permission table; what goes in
//! and comes out from the shapes that the handlers read and write ([`operations`]). Tests hold the
//! two together, and every answer of the API to its shape (`tests/http/openapi.rs`).

mod operation;
mod operations;

use utoipa::openapi::path::{Operation as Described, OperationBuilder, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Components, Content, HttpMethod, Info, KnownFormat, License, ObjectBuilder, OpenApi, Paths, Ref, RefOr, Required,
    Response, ResponseBuilder, Schema, SchemaFormat, Tag, Type,
};

use crate::policy::{self, Action, Relation, Verdict};
use crate::web::{Edge, ErrorJson, RouteInfo};
use operation::{Operation, Schemas, Shape};
use operations::PARTS;

/// Name of the way in which a caller says who it is.
const BEARER: &str = "bearer";
const JSON: &str = "application/json";

/// The shape of everything that goes wrong.
const ERROR: Shape = Shape::of::<ErrorJson>();

/// The document about the routes of the API among these.
#[must_use]
pub fn document(routes: &[RouteInfo]) -> OpenApi {
    let mut paths = Paths::new();
    let mut schemas = Schemas::new();
    (ERROR.collect)(&mut schemas);
    for route in routes.iter().filter(|route| route.edge() == Edge::Api) {
        let operation = known(route);
        for shape in operation.iter().flat_map(|(_, operation)| [operation.takes, operation.gives]).flatten() {
            (shape.collect)(&mut schemas);
        }
        paths.add_path_operation(route.path, vec![method(route)], described(route, operation));
    }
    let mut document = OpenApi::new(info(), paths);
    document.components = Some(components(schemas));
    document.tags = Some(PARTS.iter().map(|(name, _)| Tag::new(name)).collect());
    document
}

/// The operation of a route, with the part of the API that it belongs to.
fn known(route: &RouteInfo) -> Option<(&'static str, &'static Operation)> {
    let all = PARTS.iter().flat_map(|(part, operations)| operations.iter().map(|operation| (*part, operation)));
    let mut same = all.filter(|(_, operation)| operation.path == route.path && operation.method == route.method);
    same.next()
}

fn info() -> Info {
    let mut info = Info::new("Medskapa", env!("CARGO_PKG_VERSION"));
    info.description = Some(
        "From a resident's idea to a decision with an owner and a date. Everything that the pages do can be done \
         here. Days are written as `2026-02-24`, moments in RFC 3339. Words for people are in the language that \
         `Accept-Language` asks for: Swedish or English. A change of an idea names the version it was made for; an \
         older one is a conflict (409). A change that carries a `form_key` made by chance can be sent again and gives \
         the first result. The codes of errors are listed in `docs/generated/status-codes.md`, who may do what in \
         `docs/generated/permissions.md`."
            .to_owned(),
    );
    let mut license = License::new("EUPL-1.2");
    license.identifier = Some("EUPL-1.2".to_owned());
    info.license = Some(license);
    info
}

fn components(schemas: Schemas) -> Components {
    let mut components = Components::new();
    components.schemas.extend(schemas);
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some("A token from the account page. It acts for its person, as long as the person may sign in."));
    components.add_security_scheme(BEARER, SecurityScheme::Http(bearer.build()));
    components
}

fn method(route: &RouteInfo) -> HttpMethod {
    match route.method {
        "POST" => HttpMethod::Post,
        "PUT" => HttpMethod::Put,
        "DELETE" => HttpMethod::Delete,
        _ => HttpMethod::Get,
    }
}

fn described(route: &RouteInfo, operation: Option<(&'static str, &'static Operation)>) -> Described {
    let mut builder = OperationBuilder::new()
        .operation_id(Some(operation_id(route)))
        .description(Some(format!("Who may: `{}` in the table of permissions.", route.action)))
        .parameters(Some(path_parameters(route.path)))
        .securities(Some(securities(route.action)))
        .response("default", response("What went wrong.", Some(ERROR)));
    let Some((part, operation)) = operation else { return builder.build() };
    builder = builder.tag(part).summary(Some(operation.summary));
    if let Some(query) = operation.query {
        builder = builder.parameters(Some(query()));
    }
    if let Some(shape) = operation.takes {
        let body = RequestBodyBuilder::new().required(Some(Required::True)).content(JSON, content(Some(shape)));
        builder = builder.request_body(Some(body.build()));
    }
    let (status, what) =
        if operation.makes { ("201", "Made; its address is in `Location`.") } else { ("200", "Done.") };
    builder.response(status, response(what, operation.gives)).build()
}

/// A name for generated clients, as `post_ideas_number_support`.
fn operation_id(route: &RouteInfo) -> String {
    let path = route.path.trim_start_matches("/api/v1/");
    let words = path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    std::iter::once(route.method.to_ascii_lowercase()).chain(words.map(str::to_owned)).collect::<Vec<_>>().join("_")
}

/// Whoever may do a thing without signing in may also do it with a token.
fn securities(action: Action) -> Vec<SecurityRequirement> {
    let token = SecurityRequirement::new(BEARER, Vec::<String>::new());
    match policy::verdict(action, Relation::Anyone) {
        Verdict::Yes => vec![SecurityRequirement::default(), token],
        Verdict::No | Verdict::Never => vec![token],
    }
}

/// The parts of a path in braces.
fn path_parameters(path: &str) -> Vec<Parameter> {
    let names = path.split('{').skip(1).filter_map(|piece| piece.split_once('}')).map(|(name, _)| name);
    names.map(path_parameter).collect()
}

fn path_parameter(name: &str) -> Parameter {
    let text = ObjectBuilder::new().schema_type(Type::String);
    let number =
        ObjectBuilder::new().schema_type(Type::Integer).format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)));
    let (schema, meaning) = match name {
        "number" => (text.pattern(Some("^[0-9]{4}-[0-9]{4,9}$")), "Public number of the idea, as `2026-0412`."),
        "slug" => (text, "Word of the group in addresses."),
        _ => (number, "Which one."),
    };
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some(meaning))
        .schema(Some(Schema::from(schema)))
        .build()
}

fn response(description: &str, shape: Option<Shape>) -> Response {
    ResponseBuilder::new().description(description).content(JSON, content(shape)).build()
}

fn content(shape: Option<Shape>) -> Content {
    Content::new(shape.map(|shape| RefOr::<Schema>::Ref(Ref::from_schema_name((shape.name)()))))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn operations() -> impl Iterator<Item = &'static Operation> {
        PARTS.iter().flat_map(|(_, operations)| operations.iter())
    }

    #[test]
    fn an_operation_without_a_route_is_a_mistake() {
        let routes = crate::routes::ROUTES;
        let lost: Vec<_> = operations()
            .filter(|one| !routes.iter().any(|route| route.path == one.path && route.method == one.method))
            .map(|one| (one.method, one.path))
            .collect();

        assert_eq!(lost, []);
    }

    #[test]
    fn a_name_stands_for_one_shape() {
        let mut schemas = Schemas::new();
        for shape in operations().flat_map(|one| [one.takes, one.gives]).flatten().chain([ERROR]) {
            (shape.collect)(&mut schemas);
        }

        let mut known = BTreeMap::new();
        for (name, schema) in schemas {
            let schema = serde_json::to_value(schema).unwrap();
            let before = known.insert(name.clone(), schema.clone());
            assert!(before.is_none_or(|before| before == schema), "two shapes are called {name}");
        }
    }
}
