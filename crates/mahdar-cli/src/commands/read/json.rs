//! A reading as one line of JSON, byte for byte as `serde_json` writes it.
//!
//! Most of a line are words of the document: here they are looked through eight bytes at a time and not one by one,
//! and go into one piece of memory, where a writer of any kind is called for every mark between them.

use mahdar_core::Reading;
use serde::ser::{
    Error as _, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple,
};
use serde_json::Error;

/// The line of a reading, with its line feed.
pub fn line(reading: &Reading) -> Vec<u8> {
    // A reading of a few sentences fits at once.
    let mut line = Line(Vec::with_capacity(4096));
    reading.serialize(&mut line).expect("a reading holds nothing that JSON cannot say");
    line.0.push(b'\n');
    line.0
}

struct Line(Vec<u8>);

impl Line {
    /// A string with its quotation marks.
    fn string(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        self.0.push(b'"');
        while let Some(at) = first_escaped(rest) {
            let (plain, after) = rest.split_at(at);
            self.0.extend_from_slice(plain);
            self.escape(after[0]);
            rest = &after[1..];
        }
        self.0.extend_from_slice(rest);
        self.0.push(b'"');
    }

    fn escape(&mut self, byte: u8) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let short = match byte {
            b'"' | b'\\' => byte,
            0x08 => b'b',
            0x09 => b't',
            0x0A => b'n',
            0x0C => b'f',
            0x0D => b'r',
            _ => b'u',
        };
        self.0.extend([b'\\', short]);
        if short == b'u' {
            self.0.extend([b'0', b'0', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
        }
    }

    fn number(&mut self, mut n: u64) {
        let mut digits = [0; 20];
        let mut from = digits.len();
        loop {
            from -= 1;
            digits[from] = b'0' + (n % 10) as u8;
            n /= 10;
            if n == 0 {
                break;
            }
        }
        self.0.extend_from_slice(&digits[from..]);
    }

    /// What hardly ever occurs is written by `serde_json` itself.
    fn rare(&mut self, value: &impl Serialize) -> Result<(), Error> {
        serde_json::to_writer(&mut self.0, value)
    }
}

/// The first byte that JSON writes as an escape: a quotation mark, a backslash or a control character.
fn first_escaped(bytes: &[u8]) -> Option<usize> {
    let is_escaped = |byte: &u8| matches!(byte, 0..0x20 | b'"' | b'\\');
    let (eights, rest) = bytes.as_chunks::<8>();
    for (n, eight) in eights.iter().enumerate() {
        let marked = escaped_of(*eight);
        if marked != 0 {
            return Some(8 * n + marked.trailing_zeros() as usize / 8);
        }
    }
    // The last eight hold the rest and some that were looked at.
    if bytes.last_chunk().is_some_and(|last| escaped_of(*last) == 0) {
        return None;
    }
    rest.iter().position(is_escaped).map(|at| 8 * eights.len() + at)
}

/// Nothing if none of eight bytes is written as an escape, else the highest bit of the first that is; those of later
/// bytes may be set by mistake.
fn escaped_of(eight: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    let eight = u64::from_le_bytes(eight);
    let below = |eight: u64, n: u64| eight.wrapping_sub(ONES * n) & !eight & (ONES * 0x80);
    let is = |byte: u8| below(eight ^ (ONES * u64::from(byte)), 1);
    below(eight, 0x20) | is(b'"') | is(b'\\')
}

/// An array or object of which something may be written already.
struct Inside<'l> {
    line: &'l mut Line,
    is_first: bool,
    end: u8,
}

impl Inside<'_> {
    fn next(&mut self) {
        if !self.is_first {
            self.line.0.push(b',');
        }
        self.is_first = false;
    }

    fn close(self) -> Result<(), Error> {
        self.line.0.push(self.end);
        Ok(())
    }
}

/// Values that a reading hardly ever has.
macro_rules! rare {
    ($($name:ident: $of:ty),* $(,)?) => {$(
        fn $name(self, value: $of) -> Result<(), Error> {
            self.rare(&value)
        }
    )*};
}

/// Whole numbers, all written as the widest.
macro_rules! as_u64 {
    ($($name:ident: $of:ty),*) => {$(
        fn $name(self, n: $of) -> Result<(), Error> {
            self.serialize_u64(n.into())
        }
    )*};
}

impl<'l> serde::Serializer for &'l mut Line {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Inside<'l>;
    type SerializeTuple = Inside<'l>;
    type SerializeMap = Inside<'l>;
    type SerializeStruct = Inside<'l>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.string(text);
        Ok(())
    }

    fn serialize_u64(self, n: u64) -> Result<(), Error> {
        self.number(n);
        Ok(())
    }

    fn serialize_bool(self, is: bool) -> Result<(), Error> {
        self.0.extend_from_slice(if is { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.0.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Inside<'l>, Error> {
        self.0.push(b'[');
        Ok(Inside { line: self, is_first: true, end: b']' })
    }

    fn serialize_tuple(self, n: usize) -> Result<Inside<'l>, Error> {
        self.serialize_seq(Some(n))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Inside<'l>, Error> {
        self.0.push(b'{');
        Ok(Inside { line: self, is_first: true, end: b'}' })
    }

    fn serialize_struct(self, _: &'static str, n: usize) -> Result<Inside<'l>, Error> {
        self.serialize_map(Some(n))
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    rare! {
        serialize_f64: f64, serialize_f32: f32, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_i64: i64, serialize_char: char, serialize_bytes: &[u8],
    }

    as_u64! { serialize_u8: u8, serialize_u16: u16, serialize_u32: u32 }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    // No type of the contract is one of these.

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(Error::custom(variant))
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Impossible<(), Error>, Error> {
        Err(Error::custom(name))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error::custom(variant))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error::custom(variant))
    }
}

impl SerializeSeq for Inside<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.next();
        value.serialize(&mut *self.line)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeTuple for Inside<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeStruct for Inside<'_> {
    type Ok = ();
    type Error = Error;

    /// The names of fields have nothing that needs an escape.
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.next();
        self.line.0.push(b'"');
        self.line.0.extend_from_slice(name.as_bytes());
        self.line.0.extend_from_slice(b"\":");
        value.serialize(&mut *self.line)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

/// Objects with fields of another type among their own; their keys are names of fields.
impl SerializeMap for Inside<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.next();
        key.serialize(&mut *self.line)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.line.0.push(b':');
        value.serialize(&mut *self.line)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mahdar_core::{Claim, Field, Mention, Person, Threshold, Words};

    #[track_caller]
    fn check(reading: &Reading) {
        let written = String::from_utf8(line(reading)).unwrap();
        assert_eq!(written, format!("{}\n", serde_json::to_string(reading).unwrap()));
    }

    #[test]
    fn every_character_is_written_as_serde_json_writes_it() {
        let all: String = (0..0x180).filter_map(char::from_u32).collect();
        for from in (0..all.len()).filter(|at| all.is_char_boundary(*at)) {
            for to in (from..all.len().min(from + 40)).filter(|at| all.is_char_boundary(*at)) {
                let mut written = Line(Vec::new());
                written.string(&all[from..to]);
                assert_eq!(
                    String::from_utf8(written.0).unwrap(),
                    serde_json::to_string(&all[from..to]).unwrap()
                );
            }
        }
    }

    #[test]
    fn every_kind_of_value_is_written_as_serde_json_writes_it() {
        check(&Reading::default());
        let words =
            Words { text: "لقاء «A\\B» \"C\"\n".into(), span: [0, 1 << 40], field: Field::Title };
        let mention = |entity| Mention { id: 10, kind: "state".into(), words: words.clone(), entity };
        let threshold =
            Threshold { value: 2.5e-7, unit: "%".into(), op: "more".into(), as_written: "".into() };
        let claim =
            Claim { threshold: Some(threshold), negated: true, words: words.clone(), ..Claim::default() };
        check(&Reading {
            mentions: vec![mention(None), mention(Some("KAZ".into()))],
            persons: vec![Person { name: words.clone(), rank: Some(words.clone()), ..Person::default() }],
            claims: vec![claim],
            ..Reading::default()
        });
    }
}
