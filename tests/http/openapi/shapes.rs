//! Whether a value fits a shape of the document: as much of JSON Schema as the document uses.

use serde_json::{Map, Value, json};

/// The shapes of a document.
pub(super) struct Shapes<'d> {
    schemas: &'d Map<String, Value>,
}

impl<'d> Shapes<'d> {
    pub(super) fn of(document: &'d Value) -> Self {
        Self { schemas: document["components"]["schemas"].as_object().expect("shapes") }
    }

    /// Everything in which a value differs from a shape. A member that the shape does not name is
    /// a fault, so that nothing is left out of the document. Nothing is said of no shape at all.
    pub(super) fn faults(&self, shape: &Value, value: &Value) -> Vec<String> {
        let mut found = Vec::new();
        if !shape.is_null() {
            self.compare(shape, value, "", &mut found);
        }
        found
    }

    fn compare(&self, shape: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
        let shape = self.resolved(shape);
        if let Some(ways) = shape["oneOf"].as_array() {
            let fits = |way: &&Value| {
                let mut faults = Vec::new();
                self.compare(way, value, place, &mut faults);
                faults.is_empty()
            };
            if ways.iter().filter(fits).count() != 1 {
                found.push(format!("{place}: {value} fits none or several of {shape}"));
            }
            return;
        }
        if !is_of_type(shape, value) {
            found.push(format!("{place}: {value} is not {}", shape["type"]));
            return;
        }
        match value {
            Value::Object(members) => self.compare_members(shape, members, place, found),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.compare(&shape["items"], item, &format!("{place}/{index}"), found);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn compare_members(&self, shape: &Value, members: &Map<String, Value>, place: &str, found: &mut Vec<String>) {
        let (properties, required) = self.properties(shape);
        for name in required.iter().filter(|name| !members.contains_key(name.as_str())) {
            found.push(format!("{place}: {name} is missing"));
        }
        for (name, member) in members {
            match properties.iter().find(|(known, _)| *known == name) {
                Some((_, shape)) => self.compare(shape, member, &format!("{place}/{name}"), found),
                None => found.push(format!("{place}: {name} is not in the shape")),
            }
        }
    }

    /// The members of an object, also of what it is put together from, and which of them must be.
    fn properties(&self, shape: &'d Value) -> (Vec<(&'d String, &'d Value)>, Vec<String>) {
        let shape = self.resolved(shape);
        let own = shape["properties"].as_object().into_iter().flatten();
        let mut properties: Vec<_> = own.collect();
        let mut required: Vec<String> = names(&shape["required"]);
        for part in shape["allOf"].as_array().into_iter().flatten() {
            let (more, demanded) = self.properties(part);
            properties.extend(more);
            required.extend(demanded);
        }
        (properties, required)
    }

    fn resolved<'s>(&self, shape: &'s Value) -> &'s Value
    where
        'd: 's,
    {
        let Some(name) = shape["$ref"].as_str().and_then(|path| path.strip_prefix("#/components/schemas/")) else {
            return shape;
        };
        self.schemas.get(name).unwrap_or_else(|| panic!("no shape {name}"))
    }
}

fn names(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

fn is_of_type(shape: &Value, value: &Value) -> bool {
    let wanted = match &shape["type"] {
        // Put together from parts it names no type of its own.
        Value::Null if shape["allOf"].is_array() => vec!["object".to_owned()],
        Value::String(one) => vec![one.clone()],
        several => names(several),
    };
    let own = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_i64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    wanted.iter().any(|one| one == own)
}

#[test]
fn what_differs_from_a_shape_is_found() {
    let document = json!({ "components": { "schemas": {
        "Named": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } },
        "Whole": { "allOf": [
            { "$ref": "#/components/schemas/Named" },
            { "type": "object", "properties": {
                "count": { "type": ["integer", "null"] },
                "parts": { "type": "array", "items": { "$ref": "#/components/schemas/Named" } },
                "other": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Named" }] },
            } },
        ] },
    } } });
    let shapes = Shapes::of(&document);
    let faults = |value: Value| shapes.faults(&json!({ "$ref": "#/components/schemas/Whole" }), &value).len();

    assert_eq!(faults(json!({ "name": "a", "count": null, "parts": [{ "name": "b" }], "other": null })), 0);
    assert_eq!(faults(json!({ "name": "a", "other": { "name": "b" } })), 0);
    assert_eq!(faults(json!({ "count": 1 })), 1);
    assert_eq!(faults(json!({ "name": 1, "count": "1" })), 2);
    assert_eq!(faults(json!({ "name": "a", "more": 1, "parts": [{ "name": null }] })), 2);
    assert_eq!(faults(json!({ "name": "a", "other": {} })), 1);
    assert_eq!(faults(json!([])), 1);
}
