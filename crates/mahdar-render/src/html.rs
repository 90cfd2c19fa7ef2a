//! The page of a brief: one HTML file that needs nothing beside it.

use askama::Template;

use crate::locale::Arg;
use crate::notes::Weight;
use crate::view::Page;

/// Writes a page as HTML; everything that comes from documents is escaped by the template.
pub fn html(page: &Page) -> String {
    let names = [("a", Arg::Word(page.a.name.clone())), ("b", Arg::Word(page.b.name.clone()))];
    let title = page.words.say_with("page-title", &names);
    let template = BriefHtml { page, title, style: include_str!("../static/style.css") };
    template.render().expect("writing to a string does not fail, and the template calls nothing that does")
}

#[derive(Template)]
#[template(path = "brief.html")]
struct BriefHtml<'a> {
    page: &'a Page<'a>,
    title: String,
    style: &'static str,
}
