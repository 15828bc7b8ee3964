//! What one operation of the API takes and gives.

use std::borrow::Cow;

use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{IntoParams, PartialSchema, ToSchema};

/// Shapes by name, as JSON Schema.
pub(super) type Schemas = Vec<(String, RefOr<Schema>)>;

/// A shape that has a name.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    /// Its name in the document.
    pub(super) name: fn() -> Cow<'static, str>,
    /// Adds it, and every shape that it is made of.
    pub(super) collect: fn(&mut Schemas),
}

impl Shape {
    pub(super) const fn of<T: ToSchema>() -> Self {
        Self { name: T::name, collect: collect::<T> }
    }
}

fn collect<T: ToSchema>(schemas: &mut Schemas) {
    schemas.push((T::name().into_owned(), <T as PartialSchema>::schema()));
    T::schemas(schemas);
}

fn parameters<T: IntoParams>() -> Vec<Parameter> {
    T::into_params(|| Some(ParameterIn::Query))
}

/// An operation: a route, what it does in one line, and the shapes that go in and come out.
#[derive(Clone, Copy)]
pub(super) struct Operation {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) summary: &'static str,
    /// What may stand in the query.
    pub(super) query: Option<fn() -> Vec<Parameter>>,
    /// The body.
    pub(super) takes: Option<Shape>,
    /// The answer.
    pub(super) gives: Option<Shape>,
    /// Whether the answer is 201 with the address of what was made.
    pub(super) makes: bool,
}

impl Operation {
    const fn new(method: &'static str, path: &'static str, summary: &'static str) -> Self {
        Self { method, path, summary, query: None, takes: None, gives: None, makes: false }
    }

    pub(super) const fn get(path: &'static str, summary: &'static str) -> Self {
        Self::new("GET", path, summary)
    }

    pub(super) const fn post(path: &'static str, summary: &'static str) -> Self {
        Self::new("POST", path, summary)
    }

    pub(super) const fn put(path: &'static str, summary: &'static str) -> Self {
        Self::new("PUT", path, summary)
    }

    pub(super) const fn delete(path: &'static str, summary: &'static str) -> Self {
        Self::new("DELETE", path, summary)
    }

    /// With a query.
    pub(super) const fn asks<T: IntoParams>(self) -> Self {
        Self { query: Some(parameters::<T>), ..self }
    }

    /// With a body.
    pub(super) const fn takes<T: ToSchema>(self) -> Self {
        Self { takes: Some(Shape::of::<T>()), ..self }
    }

    /// With an answer.
    pub(super) const fn gives<T: ToSchema>(self) -> Self {
        Self { gives: Some(Shape::of::<T>()), ..self }
    }

    /// With an answer about something new.
    pub(super) const fn makes<T: ToSchema>(self) -> Self {
        Self { gives: Some(Shape::of::<T>()), makes: true, ..self }
    }
}
