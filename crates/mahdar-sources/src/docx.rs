//! DOCX: the paragraphs of `word/document.xml`, the first one as the title as in a plain text.
//!
//! Deleted text of tracked changes, field codes, headers and footnotes are not read.

use crate::bytes::read_all;
use crate::error::Problem;
use mahdar_core::SourceDocument;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::Cursor;
use zip::ZipArchive;

/// Takes title and text out of a DOCX.
pub(crate) fn document(bytes: &[u8]) -> Result<SourceDocument, Problem> {
    let broken = |reason: String| Problem::BrokenDocx(reason);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    let part = archive.by_name("word/document.xml").map_err(|error| broken(error.to_string()))?;
    let xml = match read_all(part) {
        Err(Problem::Unreadable(error)) => return Err(broken(error.to_string())),
        other => other?,
    };
    let lines = paragraphs(&xml).map_err(broken)?;
    if lines.is_empty() {
        return Err(Problem::NoText);
    }
    Ok(crate::text::document(&lines.join("\n")))
}

/// The paragraphs that hold anything, in order.
fn paragraphs(xml: &[u8]) -> Result<Vec<String>, String> {
    let mut reader = Reader::from_reader(xml);
    // Unfinished paragraphs, outermost first: a text box stands inside the paragraph it is anchored to.
    let mut open: Vec<String> = Vec::new();
    let mut done: Vec<String> = Vec::new();
    let mut in_text = false;
    // A text box is written twice; the second time is for old programs.
    let mut in_fallback = 0;
    let mut buffer = Vec::new();
    let place =
        |reader: &Reader<&[u8]>, error: String| format!("{error} at byte {}", reader.buffer_position());
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|error| place(&reader, error.to_string()))?;
        match event {
            Event::Eof => break,
            Event::Start(tag) => match tag.local_name().as_ref() {
                b"Fallback" => in_fallback += 1,
                b"p" => open.push(String::new()),
                b"t" => in_text = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                b"Fallback" => in_fallback -= 1,
                b"p" => {
                    let paragraph = open.pop().unwrap_or_default();
                    if !paragraph.trim().is_empty() && in_fallback == 0 {
                        done.push(paragraph.trim().to_string());
                    }
                }
                b"t" => in_text = false,
                _ => {}
            },
            Event::Empty(tag) => {
                let character = match tag.local_name().as_ref() {
                    b"tab" => "\t",
                    b"br" | b"cr" => "\n",
                    b"noBreakHyphen" => "-",
                    _ => "",
                };
                push(&mut open, in_fallback, character);
            }
            Event::Text(text) if in_text => {
                let text = text.xml_content().map_err(|error| place(&reader, error.to_string()))?;
                push(&mut open, in_fallback, &text);
            }
            Event::CData(text) if in_text => {
                let text = text.xml_content().map_err(|error| place(&reader, error.to_string()))?;
                push(&mut open, in_fallback, &text);
            }
            Event::GeneralRef(reference) if in_text => {
                let name = reference.decode().map_err(|error| place(&reader, error.to_string()))?;
                let character = match reference.resolve_char_ref() {
                    Ok(Some(character)) => character.to_string(),
                    Ok(None) => quick_xml::escape::resolve_predefined_entity(&name)
                        .map_or_else(|| format!("&{name};"), str::to_string),
                    Err(error) => return Err(place(&reader, error.to_string())),
                };
                push(&mut open, in_fallback, &character);
            }
            _ => {}
        }
    }
    if !open.is_empty() {
        return Err("it ends inside a paragraph".to_string());
    }
    Ok(done)
}

fn push(open: &mut [String], in_fallback: usize, text: &str) {
    if let (0, Some(paragraph)) = (in_fallback, open.last_mut()) {
        paragraph.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn docx(xml: &str) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
        archive.write_all(xml.as_bytes()).unwrap();
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn paragraphs_become_lines() {
        let found = document(&docx(
            "<w:document><w:body><w:p><w:r><w:t>لقاء</w:t></w:r></w:p><w:p/>\
             <w:p><w:r><w:t>الوزير &amp; </w:t></w:r><w:del><w:r><w:delText>not this</w:delText></w:r></w:del>\
             <w:r><w:t>ضيفه</w:t><w:tab/><w:t>x</w:t></w:r></w:p></w:body></w:document>",
        ))
        .unwrap();
        assert_eq!((found.title.as_str(), found.text.as_str()), ("لقاء", "الوزير & ضيفه\tx"));
    }

    #[test]
    fn a_text_box_is_read_once() {
        let found = document(&docx(
            "<w:p><mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Choice>\
             <mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback><w:r><w:t>anchor</w:t></w:r></w:p>",
        ))
        .unwrap();
        assert_eq!((found.title.as_str(), found.text.as_str()), ("box", "anchor"));
    }

    #[test]
    fn an_archive_that_unpacks_without_end_is_refused() {
        let bomb = docx(&" ".repeat(crate::MAX_DOCUMENT_BYTES + 1));
        assert!(bomb.len() < 1 << 20);
        assert!(matches!(document(&bomb), Err(Problem::TooLarge)));
    }

    #[test]
    fn junk_is_a_broken_docx() {
        assert!(matches!(document(b"PK\x03\x04 and then nothing"), Err(Problem::BrokenDocx(_))));
        assert!(matches!(document(&docx("<w:p><w:t>cut")), Err(Problem::BrokenDocx(_))));
    }
}
