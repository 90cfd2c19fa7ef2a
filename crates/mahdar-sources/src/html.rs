//! HTML: title, body, day and language of a page.
//!
//! `dom_smoothie` finds the article on a page full of menus; where it finds none, the whole body is read.
//! Paragraphs become lines. Knows no publisher: selectors of single sites belong in `data/sources`.

use crate::error::Problem;
use dom_query::{Document, NodeRef};
use dom_smoothie::{Article, Config, Readability};
use encoding_rs::Encoding;
use mahdar_core::SourceDocument;

/// Elements deeper than this are left to their text: hostile pages nest without end.
const MAX_DEPTH: usize = 400;
/// Pages of more elements are read whole.
const MAX_ELEMENTS: usize = 100_000;
/// Places where publishers write the day, the surest first, as (selector, attribute).
const DAYS: [(&str, &str); 8] = [
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop='datePublished']", "content"),
    ("meta[name='datePublished']", "content"),
    ("meta[name='DC.date.issued']", "content"),
    ("meta[name='date']", "content"),
    ("meta[name='pubdate']", "content"),
    ("article time[datetime]", "datetime"),
    ("time[datetime]", "datetime"),
];
/// Elements that begin and end a line.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th", "title", "tr", "ul",
];
/// Elements whose text is never prose.
const SILENT: &[&str] =
    &["button", "head", "iframe", "noscript", "script", "select", "style", "svg", "template"];
/// Elements around an article; passed over when a whole body is read.
const SURROUNDINGS: &[&str] = &["aside", "footer", "form", "nav"];

/// Takes title, text, day and language out of a page.
pub(crate) fn document(html: &str) -> Result<(SourceDocument, Option<Problem>), Problem> {
    let page = Document::from(html);
    let (published, problem) = match stated_days(&page) {
        Ok(day) => (day, None),
        Err(stated) => (None, Some(Problem::NotADate(stated))),
    };
    let lang = page.select("html").attr("lang").and_then(|tag| language(&tag));
    let heading = lines_of(page.select("h1").nodes(), &[]).into_iter().next();
    let page_title = lines_of(page.select("title").nodes(), &[]).into_iter().next();
    let url = ["link[rel='canonical']", "meta[property='og:url']"]
        .iter()
        .find_map(|selector| {
            let found = page.select(selector);
            found.attr("href").or_else(|| found.attr("content"))
        })
        .map(|url| url.to_string())
        .filter(|url| url.starts_with("http"));
    let source = page.select("meta[property='og:site_name']").attr("content").map(|name| name.to_string());
    let whole = whole_body(&page);

    let article = article_of(page);
    let (article_title, text, article_day) = match article {
        Some(article) => {
            let content = Document::from(article.content.to_string());
            let text = lines_of(content.select("body").nodes(), &["nav"]).join("\n");
            (one_line(&article.title), text, article.published_time.as_deref().and_then(crate::day))
        }
        None => (String::new(), String::new(), None),
    };
    let text = if text.is_empty() { whole } else { text };
    let title = [Some(article_title), heading, page_title]
        .into_iter()
        .flatten()
        .find(|title| !title.is_empty())
        .unwrap_or_default();
    if text.is_empty() && title.is_empty() {
        return Err(Problem::NoText);
    }
    let published = published.or(article_day);
    let problem = problem.filter(|_| published.is_none());
    Ok((SourceDocument { id: String::new(), lang, published, source, url, title, text }, problem))
}

/// The article on a page; none on pages so deep or large that looking for it would take minutes.
fn article_of(page: Document) -> Option<Article> {
    if is_deep(&page) {
        return None;
    }
    let config = Config { max_elements_to_parse: MAX_ELEMENTS, ..Config::default() };
    Readability::with_document(page, None, Some(config)).ok()?.parse().ok()
}

fn is_deep(page: &Document) -> bool {
    let mut open = vec![(page.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > MAX_DEPTH {
            return true;
        }
        open.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    false
}

/// The encoding a page states in its first bytes.
pub(crate) fn stated_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let (_, stated) = head.split_once("charset=")?;
    let stated = stated.trim_start_matches(['"', '\'', ' ']);
    let end = stated.find(['"', '\'', ' ', '/', '>', ';', '?']).unwrap_or(stated.len());
    Encoding::for_label(&stated.as_bytes()[..end])
}

/// The first day that is one; else the first that was stated and is none.
fn stated_days(page: &Document) -> Result<Option<String>, String> {
    let mut stated = Vec::new();
    for (selector, attribute) in DAYS {
        let Some(value) = page.select_single(selector).attr(attribute) else { continue };
        if let Some(day) = crate::day(&value) {
            return Ok(Some(day));
        }
        stated.push(value.to_string());
    }
    stated.into_iter().find(|value| !value.trim().is_empty()).map_or(Ok(None), Err)
}

/// `ar` of `ar-SA`.
fn language(tag: &str) -> Option<String> {
    let primary = tag.split(['-', '_']).next()?.trim().to_ascii_lowercase();
    (!primary.is_empty()).then_some(primary)
}

/// The text of a page without its surroundings, or with them when nothing else is there.
fn whole_body(page: &Document) -> String {
    let body = page.select("body");
    let lines = lines_of(body.nodes(), SURROUNDINGS);
    if lines.is_empty() { lines_of(body.nodes(), &[]).join("\n") } else { lines.join("\n") }
}

/// The lines of text below `nodes`, without the elements named in `without`.
fn lines_of(nodes: &[NodeRef<'_>], without: &[&str]) -> Vec<String> {
    let mut lines = Lines::default();
    for node in nodes {
        lines.add(node, without, 0);
        lines.close();
    }
    lines.done
}

#[derive(Default)]
struct Lines {
    done: Vec<String>,
    open: String,
}

impl Lines {
    fn add(&mut self, node: &NodeRef<'_>, without: &[&str], depth: usize) {
        if node.is_text() {
            return self.push(&node.text());
        }
        if depth > MAX_DEPTH {
            return self.push(&node.text());
        }
        let name = node.node_name().map(|name| name.to_ascii_lowercase()).unwrap_or_default();
        if SILENT.contains(&name.as_str()) || without.contains(&name.as_str()) {
            return;
        }
        let block = BLOCKS.contains(&name.as_str());
        if block {
            self.close();
        }
        for child in node.children_it(false) {
            self.add(&child, without, depth + 1);
        }
        if block {
            self.close();
        }
    }

    /// White space of a page means one space, whatever it is.
    fn push(&mut self, text: &str) {
        for part in text.split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            self.open.push_str(word);
            if word.len() < part.len() && !self.open.is_empty() && !self.open.ends_with(' ') {
                self.open.push(' ');
            }
        }
    }

    fn close(&mut self) {
        let line = std::mem::take(&mut self.open);
        if !line.trim().is_empty() {
            self.done.push(line.trim().to_string());
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_without_its_menu() {
        let paragraph = "استقبل وزير الخارجية في مكتبه نظيره، وبحثا سبل تعزيز التعاون بين البلدين في عدد من المجالات، \
                         وحضر اللقاء السفير ومدير الإدارة القانونية.";
        let html = format!(
            "<html lang='ar-SA'><head><meta charset='utf-8'><title>لقاء الوزيرين</title>\
             <meta property='article:published_time' content='2026-01-15T10:00:00+03:00'></head>\
             <body><nav><a href='/'>الرئيسية</a></nav><article><h1>لقاء الوزيرين</h1>\
             <p>{paragraph}</p><p>وحضر\n  اللقاء&nbsp;<b>السفير</b>.</p><p>{paragraph}</p></article></body></html>"
        );
        let (page, problem) = document(&html).unwrap();
        assert_eq!(page.title, "لقاء الوزيرين");
        assert_eq!((page.lang.as_deref(), page.published.as_deref()), (Some("ar"), Some("2026-01-15")));
        assert_eq!(page.text, format!("{paragraph}\nوحضر اللقاء السفير.\n{paragraph}"));
        assert!(problem.is_none());
    }

    #[test]
    fn a_page_without_an_article_is_read_whole() {
        let (page, _) =
            document("<title>Readout</title><nav>Home</nav>The minister received the ambassador.").unwrap();
        assert_eq!(page.title, "Readout");
        assert_eq!(page.text, "The minister received the ambassador.");
    }

    #[test]
    fn a_page_of_nothing_says_so() {
        assert!(matches!(document("<html><script>draw()</script></html>"), Err(Problem::NoText)));
    }

    #[test]
    fn hostile_nesting_does_not_overflow() {
        let html = format!("{}text{}", "<div>".repeat(20_000), "</div>".repeat(20_000));
        assert!(document(&html).unwrap().0.text.contains("text"));
    }

    #[test]
    fn the_stated_encoding_is_found() {
        let found =
            stated_encoding(b"<html><head><meta http-equiv=x content='text/html; charset=windows-1251'>");
        assert_eq!(found, Some(encoding_rs::WINDOWS_1251));
        assert_eq!(stated_encoding(b"<META CHARSET=\"windows-1256\">"), Some(encoding_rs::WINDOWS_1256));
    }
}
