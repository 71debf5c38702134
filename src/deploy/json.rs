//! `json!` as serde_json has it, for templates: each entry is one call, so that the hundreds of them weigh little on the page.

use serde_json::{Map, Value};

/// What an entry may be.
pub(super) trait ToJson {
    fn to_json(&self) -> Value;
}

impl ToJson for str {
    fn to_json(&self) -> Value {
        Value::String(self.to_owned())
    }
}

impl ToJson for String {
    fn to_json(&self) -> Value {
        Value::String(self.clone())
    }
}

impl ToJson for Value {
    fn to_json(&self) -> Value {
        self.clone()
    }
}

impl ToJson for bool {
    fn to_json(&self) -> Value {
        Value::Bool(*self)
    }
}

macro_rules! numbers {
    ($($kind:ty)*) => {
        $(impl ToJson for $kind {
            fn to_json(&self) -> Value {
                Value::from(*self)
            }
        })*
    };
}
numbers!(i32 u16 u32 usize f64);

impl<T: ToJson> ToJson for [T] {
    fn to_json(&self) -> Value {
        self.iter().map(T::to_json).collect()
    }
}

impl<T: ToJson, const N: usize> ToJson for [T; N] {
    fn to_json(&self) -> Value {
        self.iter().map(T::to_json).collect()
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self) -> Value {
        self.iter().map(T::to_json).collect()
    }
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn to_json(&self) -> Value {
        (**self).to_json()
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn to_json(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_json)
    }
}

#[inline(never)]
pub(super) fn put(map: &mut Map<String, Value>, key: &str, value: &dyn ToJson) {
    map.insert(key.to_owned(), value.to_json());
}

#[inline(never)]
pub(super) fn nest(map: &mut Map<String, Value>, key: &str, value: Value) {
    map.insert(key.to_owned(), value);
}

#[inline(never)]
pub(super) fn push(list: &mut Vec<Value>, value: &dyn ToJson) {
    list.push(value.to_json());
}

macro_rules! json {
    (@object $map:ident) => {};
    (@object $map:ident $key:literal : { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $crate::deploy::json::nest(&mut $map, $key, json!({ $($inner)* }));
        json!(@object $map $($($rest)*)?)
    };
    (@object $map:ident $key:literal : [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $crate::deploy::json::nest(&mut $map, $key, json!([ $($inner)* ]));
        json!(@object $map $($($rest)*)?)
    };
    (@object $map:ident $key:literal : $value:expr $(, $($rest:tt)*)?) => {
        $crate::deploy::json::put(&mut $map, $key, &$value);
        json!(@object $map $($($rest)*)?)
    };
    (@array $list:ident) => {};
    (@array $list:ident { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $list.push(json!({ $($inner)* }));
        json!(@array $list $($($rest)*)?)
    };
    (@array $list:ident [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $list.push(json!([ $($inner)* ]));
        json!(@array $list $($($rest)*)?)
    };
    (@array $list:ident $value:expr $(, $($rest:tt)*)?) => {
        $crate::deploy::json::push(&mut $list, &$value);
        json!(@array $list $($($rest)*)?)
    };
    ({}) => {
        serde_json::Value::Object(serde_json::Map::new())
    };
    ([]) => {
        serde_json::Value::Array(Vec::new())
    };
    ({ $($body:tt)+ }) => {{
        let mut map = serde_json::Map::new();
        json!(@object map $($body)+);
        serde_json::Value::Object(map)
    }};
    ([ $($body:tt)+ ]) => {{
        let mut list = Vec::new();
        json!(@array list $($body)+);
        serde_json::Value::Array(list)
    }};
    ($value:expr) => {
        $crate::deploy::json::ToJson::to_json(&$value)
    };
}
pub(super) use json;
