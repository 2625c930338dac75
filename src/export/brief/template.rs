//! The frame of a brief in Markdown and HTML: a template of the program, or the manager's own in its place. A template
//! arranges the sections; what stands in one is written here, and user text in it is escaped for the format.

use std::path::{Path, PathBuf};
use std::{fs, io};

use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior, Value, context};

use super::leak::OwnTemplate;
use super::{Brief, Format, Section, html, markdown};
use crate::domain::Sentence;

/// The folder with this machine's own templates: `internal.md`, `client.md`, `internal.html`, `client.html`. What is
/// not there is the program's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Templates {
    folder: Option<PathBuf>,
}

impl Templates {
    /// The program's own alone.
    pub fn built_in() -> Self {
        Self::default()
    }

    /// Those of the `templates` folder below a machine's configuration.
    pub fn of(config: &Path) -> Self {
        Self { folder: Some(config.join("templates")) }
    }

    /// The manager's own template for this brief, if there is one.
    pub fn own(&self, brief: &Brief, format: Format) -> Option<PathBuf> {
        let frame = Frame::of(format)?;
        let path = self.folder.as_ref()?.join(format!("{}.{}", brief.reader.word(), frame.ending()));
        // One that is there and cannot be reached is told of when it is read.
        let is_none = path.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        (!is_none).then_some(path)
    }

    /// The same as it is read; none where it cannot be.
    pub fn own_source(&self, brief: &Brief, format: Format) -> Option<OwnTemplate> {
        let path = self.own(brief, format)?;
        Some(OwnTemplate { source: fs::read_to_string(&path).ok()?, file: path.display().to_string() })
    }

    /// The finished file.
    ///
    /// # Errors
    /// The manager's own template cannot be read or does not work: by file and line.
    pub(super) fn write(&self, brief: &Brief, frame: Frame) -> Result<String, Sentence> {
        let Some(path) = self.own(brief, frame.format()) else {
            let told = |error| told("attache", &error);
            return render(brief, frame, frame.source()).map_err(told);
        };
        let shown = path.display().to_string();
        let not_read = |error: io::Error| {
            Sentence::new("file-not-read").text("file", shown.as_str()).text("why", error.to_string())
        };
        let source = fs::read_to_string(&path).map_err(not_read)?;
        render(brief, frame, &source).map_err(|error| told(&shown, &error))
    }
}

/// A format whose frame is a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    Markdown,
    Html,
}

impl Frame {
    pub fn of(format: Format) -> Option<Self> {
        match format {
            Format::Markdown => Some(Self::Markdown),
            Format::Html => Some(Self::Html),
            _ => None,
        }
    }

    fn format(self) -> Format {
        match self {
            Self::Markdown => Format::Markdown,
            Self::Html => Format::Html,
        }
    }

    fn ending(self) -> &'static str {
        self.format().ending()
    }

    /// The program's own template.
    pub fn source(self) -> &'static str {
        match self {
            Self::Markdown => include_str!("../../../assets/brief/page.md"),
            Self::Html => include_str!("../../../assets/brief/page.html"),
        }
    }

    fn body(self, section: &Section) -> String {
        match self {
            Self::Markdown => markdown::body(section),
            Self::Html => html::body(section),
        }
    }
}

/// The words that a template may use are those of this context.
fn render(brief: &Brief, frame: Frame, source: &str) -> Result<String, minijinja::Error> {
    let section = |section: &Section| {
        let body = Value::from_safe_string(frame.body(section));
        context! { key => section.key, title => &section.title, body }
    };
    let mut environment = environment(frame)?;
    environment.add_template(frame.ending(), source)?;
    environment.get_template(frame.ending())?.render(context! {
        title => &brief.title,
        lines => &brief.lines,
        reader => brief.reader.word(),
        language => brief.language.word(),
        day => brief.day.to_string(),
        style => Value::from_safe_string(html::STYLE.to_owned()),
        sections => brief.sections.iter().map(section).collect::<Value>(),
    })
}

/// Every value is escaped for the format; a name that does not exist is an error. A line that holds a tag alone leaves
/// none behind.
fn environment(frame: Frame) -> Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    environment.set_syntax(syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    match frame {
        Frame::Html => environment.set_auto_escape_callback(|_| AutoEscape::Html),
        Frame::Markdown => {
            environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
            environment.set_formatter(|out, state, value| match value {
                // Strict as everywhere.
                value if value.is_undefined() => minijinja::escape_formatter(out, state, value),
                value if value.is_safe() => Ok(write!(out, "{value}")?),
                value => Ok(out.write_str(&markdown::escape(&value.to_string()))?),
            });
        }
    }
    Ok(environment)
}

/// Where a template is wrong and why.
fn told(file: &str, error: &minijinja::Error) -> Sentence {
    let why = match error.kind() {
        ErrorKind::SyntaxError => "syntax",
        ErrorKind::UndefinedError => "name",
        ErrorKind::UnknownFilter | ErrorKind::UnknownTest | ErrorKind::UnknownFunction | ErrorKind::UnknownMethod => {
            "function"
        }
        _ => "other",
    };
    Sentence::new("template-wrong")
        .text("file", file)
        .count("line", error.line().unwrap_or(1))
        .text("why", why)
        .text("detail", error.detail().map_or_else(|| error.kind().to_string(), str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::super::{Paper, Reader, read_back, write};
    use super::*;
    use crate::domain::words::Language;

    fn brief() -> Brief {
        let mut needs = Section::new("needs", "Needs <1>".to_owned());
        needs.item("one | two");
        needs.items(["*three*"]);
        needs.text("said");
        Brief {
            reader: Reader::Client,
            language: Language::En,
            day: chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            paper: Paper { zone: chrono_tz::UTC, fonts: Vec::new() },
            file_stem: "stem".to_owned(),
            title: "A_B".to_owned(),
            lines: vec!["# first".to_owned(), "second".to_owned()],
            sections: vec![needs, Section::new("empty", "Empty".to_owned())],
        }
    }

    fn written(format: Format, templates: &Templates) -> Result<String, Sentence> {
        write(&brief(), format, templates).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    /// The finished file where the manager's folder holds one template.
    fn with(name: &str, template: &[u8], format: Format) -> Result<String, Sentence> {
        let config = tempfile::tempdir().unwrap();
        fs::create_dir(config.path().join("templates")).unwrap();
        fs::write(config.path().join("templates").join(name), template).unwrap();
        written(format, &Templates::of(config.path()))
    }

    #[test]
    fn the_programs_own_frames() {
        let written = |format| written(format, &Templates::built_in()).unwrap();
        assert_eq!(
            written(Format::Markdown),
            "# A\\_B\n\n\\# first  \nsecond\n\n## Needs \\<1\\>\n\n- one \\| two\n- \\*three\\*\n\nsaid\n\n## Empty\n"
        );
        let html = written(Format::Html);
        assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"), "{html}");
        assert!(html.contains("<h2>Needs &lt;1&gt;</h2>\n<ul><li>one | two</li>"), "{html}");
        assert!(html.ends_with("</section>\n</body>\n</html>\n"), "{html}");
    }

    #[test]
    fn the_managers_own_template_arranges_the_brief() {
        let template = "{{ language }} {{ reader }} {{ day }}: {{ title }}\n\
            {% for section in sections if section.key == \"needs\" %}\n{{ section.body }}\n{% endfor %}\nend\n";
        let md = with("client.md", template.as_bytes(), Format::Markdown).unwrap();
        assert_eq!(md, "en client 2026-11-23: A\\_B\n- one \\| two\n- \\*three\\*\n\nsaid\nend\n");
        let html = with("client.html", b"<p>{{ lines[0] }} {{ sections[0].title }}</p>\n", Format::Html).unwrap();
        assert_eq!(html, "<p># first Needs &lt;1&gt;</p>\n");
        // One for another reader or format changes nothing.
        let own = written(Format::Markdown, &Templates::built_in());
        for name in ["internal.md", "client.html", "client.md~"] {
            assert_eq!(with(name, b"x", Format::Markdown), own);
        }
    }

    #[test]
    fn what_is_wrong_in_a_template_is_told_by_file_line_and_reason() {
        for (name, format) in [("client.md", Format::Markdown), ("client.html", Format::Html)] {
            for (template, line, why) in [
                ("{{ title }}\n{% for section in %}\n", 2, "syntax"),
                ("{{ title }}\n\n{{ titel }}\n", 3, "name"),
                ("{% for s in sections %}\n{{ s.boddy }}\n{% endfor %}", 2, "name"),
                ("{{ title|shout }}", 1, "function"),
                ("\n{{ shout(title) }}", 2, "function"),
                ("{% include \"other\" %}", 1, "other"),
                ("{{ title / 2 }}", 1, "other"),
            ] {
                let sentence = with(name, template.as_bytes(), format).unwrap_err();
                let text = |key: &str| format!("{:?}", sentence.args.iter().find(|(name, _)| *name == key));
                assert_eq!(sentence.id, "template-wrong", "{template}");
                assert!(text("file").contains(name) && text("why").contains(why), "{template}: {sentence:?}");
                assert!(text("line").contains(&line.to_string()), "{template}: {sentence:?}");
            }
            assert_eq!(with(name, b"\xff", format).unwrap_err().id, "file-not-read");
        }
    }

    #[test]
    fn a_file_of_any_template_can_be_read_back() {
        let html =
            with("client.html", b"<style>.a{content:'x1'}</style><p title=\"x2\">{{ title }}<!--x3-->", Format::Html);
        let text = read_back(html.unwrap().as_bytes(), Format::Html).unwrap();
        assert!(["x1", "x2", "x3", "A_B"].iter().all(|part| text.contains(part)), "{text}");
    }
}
