//! What every command shares: the global options, the words, the paper it writes on, and how a book is opened and an
//! edit with questions is made.

use std::io::{BufRead, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use super::Screen;
use super::args::{Colour, Global};
use super::exit::{Advice, Exit, Failure};
use super::paper::{Paper, Sheet};
use crate::desk::{Clock, Desk, Made, Passphrase, StoreError, Trouble};
use crate::domain::date::Instant;
use crate::domain::figures::tier_moves::Ending;
use crate::domain::words::Language;
use crate::domain::{Answers, Edit, RefusalKind, Sentence, plan};
use crate::export::write;
use crate::i18n::Words;

pub struct Session {
    pub global: Global,
    pub words: Words,
    pub paper: Paper,
    pub screen: Screen,
    /// What an encrypted book was opened with.
    pub opened_with: Option<Passphrase>,
    /// Whether the command saves nothing even when all goes well.
    reading: bool,
    ask_the_time: fn() -> Instant,
}

/// A variable of the environment that is set to something.
pub fn environment(name: &str) -> Option<String> {
    std::env::var_os(name)?.into_string().ok().filter(|value| !value.is_empty())
}

/// Columns of a page that nobody has said the width of.
const COLUMNS: usize = 100;

/// A terminal has its width; into a pipe pages are laid out for `COLUMNS`.
fn sheet() -> Sheet {
    let terminal = || crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns));
    let told = || environment("COLUMNS").and_then(|columns| columns.trim().parse().ok());
    let some = |columns: &usize| *columns > 0;
    if std::io::stdout().is_terminal() {
        return Sheet::Terminal(terminal().filter(some).or_else(told).unwrap_or(COLUMNS));
    }
    Sheet::Endless(told().filter(some).unwrap_or(COLUMNS))
}

fn wants_colour(global: &Global) -> bool {
    match global.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => std::io::stdout().is_terminal() && environment("NO_COLOR").is_none(),
    }
}

/// The language of the system, where it is one of ours.
fn system_language() -> Language {
    let locale = sys_locale::get_locale().unwrap_or_default();
    let subtag = locale.split(['-', '_', '.']).next().unwrap_or_default();
    Language::from_word(&subtag.to_lowercase()).unwrap_or(Language::En)
}

impl Session {
    pub fn new(global: Global, reading: bool, ask_the_time: fn() -> Instant, screen: Screen) -> Self {
        let paper = Paper::new(sheet(), wants_colour(&global));
        let words = Words::new(global.lang.unwrap_or_else(system_language));
        Self { global, words, paper, screen, opened_with: None, reading, ask_the_time }
    }

    pub fn clock(&self) -> Clock {
        self.global.today.map_or(Clock::Running(self.ask_the_time), Clock::Standing)
    }

    /// The book's file: the one named, else the one in the data directory.
    ///
    /// # Errors
    /// The platform has no data directory.
    pub fn path(&self) -> Result<PathBuf, Failure> {
        match self.global.book.as_ref().filter(|path| !path.as_os_str().is_empty()) {
            Some(path) => Ok(path.clone()),
            None => data_directory().map(|dir| dir.join("book.attache")),
        }
    }

    /// Opens the book; from here on the words are those of `--lang`, else of the book.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open(&mut self) -> Result<Desk, Failure> {
        let path = self.path()?;
        self.opened_with = self.passphrase()?;
        let opened = Desk::open(&path, self.opened_with.as_ref(), self.clock());
        let mut desk = match opened {
            Err(Trouble::Failed(StoreError::Encrypted(_))) if self.opened_with.is_none() && on_terminal() => {
                self.opened_with = Some(self.type_passphrase("cli-passphrase")?);
                Desk::open(&path, self.opened_with.as_ref(), self.clock())?
            }
            opened => opened?,
        };
        self.speak(&mut desk);
        Ok(desk)
    }

    /// Gives words to the desk and takes the book's language for output.
    pub fn speak(&mut self, desk: &mut Desk) {
        let own = desk.book().settings().ui_language;
        if self.global.lang.is_none() {
            self.words = Words::new(own);
        }
        let words = Words::new(own);
        desk.speak(Box::new(move |sentence| words.sentence(sentence)));
    }

    /// The passphrase that a file or a descriptor holds, without its line break.
    ///
    /// # Errors
    /// It cannot be read or is empty.
    pub fn passphrase(&self) -> Result<Option<Passphrase>, Failure> {
        let text = match (&self.global.passphrase_file, self.global.passphrase_fd) {
            (Some(file), _) => read_file(file)?,
            (None, Some(number)) => read_file(Path::new(&format!("/dev/fd/{number}")))?,
            (None, None) => return Ok(None),
        };
        let line = text.lines().next().unwrap_or_default();
        if line.is_empty() {
            return Err(Sentence::new("passphrase-empty").into());
        }
        Ok(Some(Passphrase::from(line.to_owned())))
    }

    /// A passphrase typed without echo.
    ///
    /// # Errors
    /// Nothing was typed.
    pub fn type_passphrase(&self, prompt: &str) -> Result<Passphrase, Failure> {
        let typed = rpassword::prompt_password(format!("{} ", self.words.say(prompt))).unwrap_or_default();
        if typed.is_empty() {
            return Err(Sentence::new("passphrase-empty").into());
        }
        Ok(Passphrase::from(typed))
    }

    /// Makes an edit, asking what has to be asked, and says what is to be warned of and what it did to the tiers.
    ///
    /// # Errors
    /// The rule that forbids it, an answer of no, or what went wrong with the file.
    pub fn make(&self, desk: &mut Desk, edit: &Edit) -> Result<Made, Failure> {
        self.make_of_draft(desk, edit, None)
    }

    /// The same for an edit that may have waited as a draft, which goes with it.
    ///
    /// # Errors
    /// As [`Self::make`].
    pub fn make_of_draft(&self, desk: &mut Desk, edit: &Edit, draft: Option<&str>) -> Result<Made, Failure> {
        let made = self.asking(|answers| desk.make_of_draft(edit, answers, draft))?;
        let ending = made.ending.iter().map(Ending::sentence);
        made.warnings.iter().cloned().chain(ending).for_each(|told| self.warn(&told));
        Ok(made)
    }

    /// The same for a command whose own last line is what the edit did to the tiers.
    ///
    /// # Errors
    /// As [`Self::make`].
    pub fn make_to_its_end(&self, desk: &mut Desk, edit: &Edit) -> Result<Made, Failure> {
        let made = self.asking(|answers| desk.make(edit, answers))?;
        for warning in &made.warnings {
            self.warn(warning);
        }
        Ok(made)
    }

    /// Does something that may ask, until everything is answered.
    ///
    /// # Errors
    /// As what is done; a question that cannot be asked names the option that answers it.
    pub fn asking<T>(&self, mut act: impl FnMut(&Answers) -> Result<T, Trouble>) -> Result<T, Failure> {
        let mut answers = Answers { yes_to_all: self.global.yes, ..Answers::default() };
        loop {
            match act(&answers) {
                Err(Trouble::Refused(refusal)) if refusal.kind == RefusalKind::Ask => {
                    let yes = self.ask(&refusal.sentence)?;
                    answers = answers.and(&refusal.sentence, yes);
                }
                done => return done.map_err(Failure::from),
            }
        }
    }

    /// Asks for yes or no, or which of two equal times is meant.
    ///
    /// # Errors
    /// Nobody is there to answer, or neither of the two is said.
    pub fn ask(&self, question: &Sentence) -> Result<bool, Failure> {
        if self.global.yes {
            return Ok(true);
        }
        let which = question.id == plan::WHICH_TIME;
        if !on_terminal() {
            let (needs, asked) = if which {
                ("ask-needs-fold", self.words.sentence(question))
            } else {
                ("ask-needs-yes", self.words.asked(question))
            };
            let needs = Sentence::new(needs).text("question", asked);
            return Err(needs.into());
        }
        let mut err = std::io::stderr();
        let asked = if which { format!("{} (1/2)", self.words.sentence(question)) } else { self.words.asked(question) };
        let _ = write!(err, "{asked} ");
        let _ = err.flush();
        let mut line = String::new();
        let _ = std::io::stdin().lock().read_line(&mut line);
        let answer = line.trim().to_lowercase();
        if which && !["1", "2"].contains(&answer.as_str()) {
            return Err(Sentence::new("nothing-saved").into());
        }
        Ok(if which { answer == "1" } else { ["y", "yes", "д", "да", "是"].contains(&answer.as_str()) })
    }

    /// Asks which of several it is, each with the letter that means it; where nobody is there to answer, the failure
    /// says by which option to tell.
    ///
    /// # Errors
    /// Nobody is there, or the answer is none of the letters.
    pub fn choose<T: Copy>(&self, question: &Sentence, choices: &[(&str, T)], say: &str) -> Result<T, Failure> {
        let unsaid = || Failure::refused(question.clone()).advising(Sentence::new(say));
        if !on_terminal() {
            return Err(unsaid());
        }
        let letters: Vec<&str> = choices.iter().map(|(letter, _)| *letter).collect();
        let mut err = std::io::stderr();
        let question = crate::domain::text::display_safe(&self.words.sentence(question)).into_owned();
        let _ = write!(err, "{question} ({}) ", letters.join("/"));
        let _ = err.flush();
        let mut line = String::new();
        let _ = std::io::stdin().lock().read_line(&mut line);
        choices.iter().find(|(letter, _)| *letter == line.trim()).map(|(_, choice)| *choice).ok_or_else(unsaid)
    }

    /// Says on stderr what does not stop the command.
    pub fn warn(&self, sentence: &Sentence) {
        complain(&self.words.sentence_in_shell(sentence));
    }

    /// Says that it went well, unless told to be quiet or to speak JSON.
    pub fn done(&mut self, sentence: &Sentence) {
        if !self.global.quiet && !self.global.json {
            let line = self.words.sentence(sentence);
            self.paper.line(&line);
        }
    }

    /// What is wrong, and at which field or key.
    pub fn failure(&self, failure: &Failure) -> String {
        let what = self.words.sentence_in_shell(&failure.what);
        match failure.field.as_ref().filter(|field| field.contains(['[', '.'])) {
            Some(field) => format!("{field}: {what}"),
            None => what,
        }
    }

    /// A failure as one sentence on what is wrong and one on what to do.
    pub fn tell(&self, failure: &Failure) {
        let what = self.failure(failure);
        let advice = match &failure.advice {
            Advice::Say(advice) => Some((**advice).clone()),
            Advice::Told => None,
            Advice::Usual => self.way_out(failure),
        };
        let advice = advice.map(|advice| self.words.sentence(&advice));
        let stop = if self.words.lang() == Language::Zh { '。' } else { '.' };
        let what = if what.ends_with(ENDS) { what } else { format!("{what}{stop}") };
        complain(&self.words.one_by_one(&[Some(what), advice].into_iter().flatten().collect::<Vec<_>>()));
    }

    /// What to do, or that nothing was saved by a command that would have.
    fn way_out(&self, failure: &Failure) -> Option<Sentence> {
        let id = match failure.exit {
            Exit::NotFound if failure.what.id != "file-not-read" => "cli-see-list",
            Exit::Usage => "cli-see-help",
            Exit::Unreadable => "cli-restore-copy",
            Exit::Locked => "cli-give-passphrase",
            Exit::Done | Exit::Refused | Exit::Leak | Exit::NotFound if self.reading => return None,
            Exit::Done | Exit::Refused | Exit::Leak | Exit::NotFound => match &failure.field {
                Some(field) => return Some(Sentence::new("cli-nothing-saved-field").text("field", field)),
                None => "cli-nothing-saved",
            },
        };
        Some(Sentence::new(id))
    }
}

/// Signs that end a sentence.
const ENDS: [char; 8] = ['.', '?', '!', ')', '。', '？', '！', '）'];

/// Says on stderr what came from anywhere.
pub fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "{}", crate::domain::text::display_safe(line));
}

/// Whether somebody sits there to be asked.
pub fn on_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// The folder where the book lies when nobody says where.
///
/// # Errors
/// The platform has none.
pub fn data_directory() -> Result<PathBuf, Failure> {
    crate::machine::directories()
        .map(|dirs| dirs.data_dir().to_path_buf())
        .ok_or_else(|| Sentence::new("cli-no-data-directory").into())
}

/// A text file, whole.
///
/// # Errors
/// It cannot be read or is no text.
pub fn read_file(path: &Path) -> Result<String, Failure> {
    String::from_utf8(read_bytes(path)?).map_err(|_| not_read(path, &std::io::ErrorKind::InvalidData.into()))
}

/// A file, whole.
///
/// # Errors
/// It cannot be read.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(|error| not_read(path, &error))?;
        return Ok(bytes);
    }
    std::fs::read(path).map_err(|error| not_read(path, &error))
}

/// Why a file could not be read, in our words.
pub fn not_read(path: &Path, error: &std::io::Error) -> Failure {
    let exit = if error.kind() == std::io::ErrorKind::NotFound { Exit::NotFound } else { Exit::Refused };
    let what = Sentence::new("file-not-read").text("file", path.display().to_string());
    Failure::new(exit, what.with("why", write::why(error)))
}
