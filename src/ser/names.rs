//! The names of forms and numerals in JSON: one table, used to write and to read.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::OffsetUnit;
use crate::{Form, HeadingEnd, Numeral, Unit};

/// A name in room for the longest, so that it is copied without a look at its length.
pub(super) struct Word {
    pub(super) bytes: [u8; 16],
    pub(super) len: usize,
}

impl Word {
    /// Built by the compiler, where an index out of bounds is an error.
    const fn of(name: &str) -> Self {
        let mut bytes = [0; 16];
        let mut at = 0;
        while at < name.len() {
            bytes[at] = name.as_bytes()[at];
            at += 1;
        }
        Self { bytes, len: name.len() }
    }
}

/// A type whose values have names.
trait Named: Sized + Copy + 'static {
    const WHAT: &'static str;
    const NAMES: &'static [&'static str];
    fn of_name(name: &str) -> Option<Self>;
}

macro_rules! names {
    ($type:ty, $what:literal, $([$($value:tt)+] $name:literal)+) => {
        impl $type {
            /// The name in JSON.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $($($value)+ => $name,)+
                }
            }

            /// The name, to be copied as one word.
            pub(super) const fn word(self) -> &'static Word {
                match self {
                    $($($value)+ => const { &Word::of($name) },)+
                }
            }

            /// What has this name in JSON.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some($($value)+),)+
                    _ => None,
                }
            }
        }

        impl Named for $type {
            const WHAT: &'static str = $what;
            const NAMES: &'static [&'static str] = &[$($name),+];

            fn of_name(name: &str) -> Option<Self> {
                Self::from_name(name)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": Self::NAMES })
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(ByName(PhantomData))
            }
        }
    };
}

names! { Form, "the form of a marker",
    [Form::Unit(Unit::Book)] "book"
    [Form::Unit(Unit::SubBook)] "sub_book"
    [Form::Unit(Unit::Piece)] "piece"
    [Form::Unit(Unit::Part)] "part"
    [Form::Unit(Unit::Chapter)] "chapter"
    [Form::Unit(Unit::Jie)] "jie"
    [Form::Unit(Unit::Article)] "article"
    [Form::Dun] "dun"
    [Form::Dot] "dot"
    [Form::Brackets] "brackets"
    [Form::HalfBracket] "half_bracket"
    [Form::Square] "square"
    [Form::Enclosed] "enclosed"
    [Form::Decimal] "decimal"
    [Form::Shi] "shi"
    [Form::Yao] "yao"
    [Form::DiComma] "di_comma"
    [Form::QiComma] "qi_comma"
    [Form::Step] "step"
    [Form::Stage] "stage"
    [Form::Module] "module"
    [Form::Lesson] "lesson"
}

names! { Numeral, "a kind of numeral",
    [Numeral::Chinese] "chinese"
    [Numeral::Formal] "formal"
    [Numeral::Stem] "stem"
    [Numeral::Arabic] "arabic"
    [Numeral::Roman] "roman"
    [Numeral::Upper] "upper"
    [Numeral::Lower] "lower"
}

names! { HeadingEnd, "how the end of a heading shows",
    [HeadingEnd::Line] "line"
    [HeadingEnd::Stop] "stop"
    [HeadingEnd::Colon] "colon"
    [HeadingEnd::Blank] "blank"
    [HeadingEnd::Next] "next"
    [HeadingEnd::Unmarked] "unmarked"
}

names! { OffsetUnit, "a unit of offsets",
    [OffsetUnit::Byte] "byte"
    [OffsetUnit::Char] "char"
    [OffsetUnit::Utf16] "utf16"
}

struct ByName<T>(PhantomData<T>);

impl<T: Named> Visitor<'_> for ByName<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(T::WHAT)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<T, E> {
        T::of_name(name).ok_or_else(|| E::unknown_variant(name, T::NAMES))
    }
}

#[cfg(test)]
mod tests {
    use super::Named;
    use crate::{Form, HeadingEnd, Numeral, OffsetUnit};

    fn there_and_back<T: Named + PartialEq + std::fmt::Debug>(name: impl Fn(T) -> &'static str) {
        for (index, &known) in T::NAMES.iter().enumerate() {
            assert_eq!(T::of_name(known).map(&name), Some(known));
            assert!(!T::NAMES[..index].contains(&known), "{known} stands twice");
            assert!(known.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase() || byte.is_ascii_digit()));
        }
        assert_eq!(T::of_name("unheard_of"), None);
    }

    #[test]
    fn every_name_is_read_as_what_was_written() {
        there_and_back(Form::name);
        there_and_back(Numeral::name);
        there_and_back(HeadingEnd::name);
        there_and_back(OffsetUnit::name);
        assert_eq!(serde_json::to_string(&Form::HalfBracket).unwrap(), r#""half_bracket""#);
        let error = serde_json::from_str::<Numeral>(r#""greek""#).unwrap_err().to_string();
        assert!(error.starts_with("unknown variant `greek`, expected one of `chinese`"), "{error}");
    }
}
