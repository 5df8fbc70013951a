//! Stage 3: the text between two marks, into heading and body.
//!
//! ```text
//! 一、  抓统筹，强保障  。 每月调度。 …        heading to the first stop, body behind it
//! 1.    身份证；                            a plain entry: body only
//! 第三条 …   （一） …                        an article and the entries in it: body only
//! 一、  参加对象 ： 全体教师。               the part before ： when it is short
//! 一、  抓统筹强保障 1.…                     no stop before the first child: all of it
//! 一、  供养标准特困人员标准按…执行。         no line breaks and no stop: see `run_in`
//! ```
//!
//! It goes in two steps. [`look`] says of one piece where its heading would end and what shape the piece
//! has; [`Tally`] counts the shapes of a list; [`decide`] then says heading or entry for each member by
//! what its list is: a sentence among single sentences is an entry, among headings it is a heading.

mod blank;
mod customary;
mod labels;
mod measured;
mod phrases;
mod run_in;
mod seam_weights;
mod sentence;
mod sides;
mod signs;
mod tally;
mod term;
mod trim;
mod usage;
mod width;
mod words;

pub(crate) use blank::are_spaced;
pub(crate) use sentence::end_of_article;
pub(crate) use tally::Tally;
pub(crate) use trim::trim;
pub(crate) use usage::Usage;
pub(crate) use width::{Width, breaks, is_folded, is_page};

pub(crate) use seam_weights::Share;

use measured::Measured;
use run_in::NOTHING;
use seam_weights::{AMONG_TITLES, COUNTS, HINTS};
use sentence::{content_end, first_sentence, says_what_is};

use crate::Span;
use crate::scan::bytes::{four, is_ideograph};
use crate::scan::kind::Kind;

/// The longest part before `：` that is a heading by itself, in characters.
const LABEL: usize = 12;
/// The longest heading, in characters: longer first sentences are body.
const LONGEST: usize = 48;
/// The longest sentence that reads as a heading among plain entries, in characters.
const SIMPLE: usize = 20;
/// The longest sentence that reads as a heading with nothing behind it, in characters: `加强领导。`
const BRIEF: usize = 6;
/// The longest heading of an article, in characters: `第一条 总则⏎…`.
const ARTICLE: usize = 15;

/// A piece of text between a marker and the next.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    /// Offset behind the marker.
    pub(crate) start: u32,
    /// From there to the next marker or to the end, without the blanks around it.
    pub(crate) whole: Span,
    /// Whether the next marker opens a list inside this item.
    pub(crate) has_children: bool,
    /// Whether it is a chapter, and that marker its first article or section.
    pub(crate) heads_units: bool,
    /// Whether the piece stands inside a line or sentence.
    pub(crate) inline: bool,
    /// Whether an article without a heading lies around the piece.
    pub(crate) in_article: bool,
    /// Whether an article with a heading lies around the piece.
    pub(crate) clause: bool,
    /// Whether the piece stands outside the articles of a text of articles.
    pub(crate) annexed: bool,
    /// Whether the next marker begins another list, no further in.
    pub(crate) last: bool,
}

/// Heading and body of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Split {
    pub(crate) heading: Option<Span>,
    pub(crate) body: Span,
}

/// What a piece shows by itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    /// The piece without the blanks around it.
    whole: Span,
    shape: Shape,
    /// The heading, if it has one, and where its body begins.
    heading: Span,
    behind: u32,
    /// Whether the heading is at most [`SIMPLE`] characters long and has no comma.
    simple: bool,
    /// Whether the piece is the last of its list, and another list follows.
    last: bool,
    /// Whether a comma stands in it.
    comma: bool,
    /// Whether it is longer than [`SIMPLE`].
    wordy: bool,
    /// Whether it is at most [`BRIEF`] characters long.
    brief: bool,
    /// Whether nothing stands behind the heading.
    alone: bool,
    /// Whether the sentence ends its line, and text follows on the next.
    ends_line: bool,
    /// Whether it is a line without a stop.
    unstopped: bool,
    line: Line,
    /// Whether the heading is longer than [`LONGEST`].
    long: bool,
    has_children: bool,
    /// Whether it stands inside a line or sentence.
    inline: bool,
    place: Place,
    /// Whether the marker counts what is said: 一是….
    spoken: bool,
    /// Whether the colon of an article stands behind a label, and not behind a sentence that it cuts: `本会的宗旨是：`.
    /// Of others: whether words stand before its first colon that are a label among labels, too long for one alone.
    named: bool,
    /// Whether nothing in its heading may be a blank, a quotation mark or a title mark.
    solid: bool,
    /// How many bytes stand before a blank that may part heading and body, 0 where none does.
    parted: u8,
    /// Where heading and body are parted by nothing.
    run_in: Option<run_in::Seam>,
    /// The most that one is worth that was not looked for, since it does not count.
    lesser: i16,
}

/// Where a piece stands in a text of articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It is an article.
    Article,
    /// In an article with a heading.
    Clause,
    /// Outside the articles.
    Annexed,
    Elsewhere,
}

/// What is known besides of a line without a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Plain,
    /// Nothing stands behind it, and it is the first of a list that a colon announces.
    Announced,
    /// A few words and a colon stand in it: 活动地点：植物园.
    Labelled,
}

/// What ends the first sentence of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// The form has no headings.
    Never,
    /// `参加对象：全体教师。`
    Label,
    /// The same of an entry of an article without a heading, or of a list inside a sentence.
    EntryLabel,
    /// A line of its own, or a question.
    Line,
    /// Text or children follow behind the sentence.
    Sentence,
    /// The piece is one sentence.
    Whole,
    /// The piece ends with ；, or ；stands in its first sentence, or a colon with too much before it for a label.
    Listed,
    /// No stop.
    Bare,
}

impl Facts {
    fn is_article(&self) -> bool {
        self.place == Place::Article
    }

    /// Whether it begins with words that are a label among labels.
    const fn has_long_label(&self) -> bool {
        self.named && !matches!(self.place, Place::Article)
    }

    /// Whether it speaks for seams in the other members of its list.
    pub(crate) fn counts(&self) -> bool {
        self.run_in.is_some_and(|seam| seam.worth > COUNTS)
    }

    /// Whether a seam could be in it.
    pub(crate) fn may_be_seamed(&self) -> bool {
        !(self.shape == Shape::Bare && self.has_children && self.run_in.is_none())
    }

    /// Whether a heading may run into its text, if the other articles have one.
    fn hints(&self) -> bool {
        self.run_in.is_some_and(|seam| seam.worth > HINTS)
    }

    /// Whether a heading may run into its text.
    pub(crate) const fn may_run_in(&self) -> bool {
        self.run_in.is_some()
    }

    /// Up to where the piece was read: its heading and the stop behind it.
    pub(crate) const fn read_to(&self) -> u32 {
        self.behind
    }

    /// Whether a list by bullets follows behind its colon, on the same line; asked of a line with a stop.
    const fn has_bullets(&self) -> bool {
        !(self.alone || self.unstopped || self.ends_line)
    }

    /// Whether the line break may stand in the middle of a sentence, as printed.
    fn broken(&self) -> bool {
        self.unstopped && self.wordy && !self.alone && !self.has_children
    }

    /// Whether it is an article that begins with a label: `第三条 合伙期限：三年。` It is a heading where most articles begin so;
    /// alone it is a sentence that opens a list, `第三条 禁止下列行为：`.
    pub(crate) fn labelled(&self) -> bool {
        self.is_article()
            && match self.shape {
                Shape::Label => self.named,
                Shape::Line => self.named && !self.unstopped && !self.alone,
                _ => false,
            }
    }

    /// Whether a short line or none but a heading stands before the body. One that ends with a colon begins a list.
    pub(crate) fn titled(&self) -> bool {
        let line = self.shape == Shape::Line && self.unstopped || self.shape == Shape::Bare && self.has_children;
        let short = self.simple && self.heading.len() <= ARTICLE * 3;
        line && !self.alone && (short || self.has_children && !self.long && !self.comma)
    }
}

/// The styles that count what is said, 一是…二是….
const SPOKEN: u64 = Kind::Shi.bit() | Kind::Yao.bit() | Kind::QiComma.bit() | Kind::DiComma.bit();
/// The styles with a unit, the first of all: 第一章.
const UNITS: u64 = Kind::Dun.bit() - 1;
/// The stages of a plan, the modules and lessons of a course.
const COURSES: u64 = Kind::Stage.bit() | Kind::Module.bit() | Kind::Lesson.bit();
const ARTICLES: u64 = Kind::Article.bit() | Kind::ArticleArabic.bit();
const SQUARE: u64 = Kind::SquareArabic.bit() | Kind::SquareChinese.bit();
const DECIMALS: u64 = (Kind::Annex4.bit() << 1) - Kind::Decimal1.bit();

/// Whether a style is one of a set.
const fn is_of(kind: Kind, set: u64) -> bool {
    kind.bit() & set != 0
}

/// Whether a style counts what is said: such an item seldom has a heading.
pub(crate) const fn is_spoken(kind: Kind) -> bool {
    is_of(kind, SPOKEN)
}

/// Whether a style has a unit: 第一章.
pub(crate) const fn has_unit(kind: Kind) -> bool {
    is_of(kind, UNITS)
}

/// Whether a style numbers articles.
pub(crate) const fn numbers_articles(kind: Kind) -> bool {
    is_of(kind, ARTICLES)
}

/// Whether a style numbers the parts of a document, which have headings also behind 通知如下：.
const fn heads_parts(kind: Kind) -> bool {
    is_of(kind, UNITS | COURSES | Kind::Dun.bit() | Kind::Formal.bit())
}

impl Facts {
    /// Of a piece of which nothing is known but where it stands.
    #[inline]
    const fn new(whole: Span, shape: Shape, place: Place) -> Self {
        Self {
            whole,
            shape,
            heading: whole,
            behind: whole.end,
            simple: false,
            last: false,
            comma: false,
            wordy: false,
            brief: false,
            alone: false,
            ends_line: false,
            unstopped: false,
            line: Line::Plain,
            long: false,
            has_children: false,
            inline: false,
            place,
            spoken: false,
            named: false,
            solid: false,
            parted: 0,
            run_in: None,
            lesser: NOTHING,
        }
    }

    /// Of a piece that was not looked at.
    #[inline]
    pub(crate) fn of(piece: &Piece) -> Self {
        let place = match piece.kind {
            kind if numbers_articles(kind) => Place::Article,
            _ if piece.clause => Place::Clause,
            _ if piece.annexed => Place::Annexed,
            _ => Place::Elsewhere,
        };
        Self {
            last: piece.last,
            has_children: piece.has_children,
            inline: piece.inline,
            spoken: is_spoken(piece.kind),
            ..Self::new(piece.whole, Shape::Bare, place)
        }
    }

    /// Of an article whose first sentence ends at `behind`; see [`end_of_article`]. What [`look`] finds of it where no heading
    /// is looked for that runs into its text says the same to all that ask.
    #[inline]
    pub(crate) const fn of_article(whole: Span, behind: u32) -> Self {
        Self { behind, ..Self::new(whole, Shape::Never, Place::Article) }
    }

    /// Of an entry of an article without a heading, which is no article.
    #[inline]
    pub(crate) const fn of_entry(whole: Span, kind: Kind, has_children: bool, inline: bool) -> Self {
        Self {
            has_children,
            inline,
            spoken: is_spoken(kind),
            // A member that the end of the text cut off says nothing about the others.
            brief: whole.is_empty(),
            ..Self::new(whole, Shape::Never, Place::Elsewhere)
        }
    }

    /// Looks for the label of such an entry.
    #[inline]
    pub(crate) fn look_for_label(&mut self, text: &str, stops: &[u32]) {
        if !self.inline && labels::may_have_label(text, stops) {
            labels::label_of_entry(text, stops, self);
        }
    }
}

/// Whether a piece without a stop is no heading: what lists by bullets or arrows is more than a line, what a full stop of another script
/// ends is a sentence, and what a comma ends is part of one: 1、排队就餐，2、节约粮食.
#[inline(never)]
fn is_more_than_line(piece: &str) -> bool {
    piece.contains(['•', '●', '→']) || piece.ends_with(['.', '，', ',', '、'])
}

/// Looks at a piece. `stops`: the stops of the text, from the first that is not before the piece. What is found is written
/// where it stays, for it is more than what a function hands back in registers. Returns the usage where it has to be asked
/// [what the lists around leave open](look_within).
#[inline(never)]
pub(crate) fn look<'u, 't>(
    text: &str,
    stops: &[u32],
    piece: &Piece,
    usage: Option<&'u Usage<'t>>,
    width: &Width<'_>,
    facts: &mut Facts,
) -> Option<&'u Usage<'t>> {
    let whole = facts.whole;
    if is_of(piece.kind, SQUARE)
        || piece.inline && !piece.has_children && !facts.spoken
        || piece.in_article
        || whole.is_empty()
        || says_what_is(text, whole)
    {
        facts.shape = Shape::Never;
        if piece.in_article != piece.inline {
            labels::label_of_entry(text, stops, facts);
        }
        // A member that the end of the text cut off says nothing about the others.
        facts.brief = whole.is_empty();
        return None;
    }
    first_sentence(text, stops, piece, width, facts);
    if text.as_bytes().get(..facts.heading.end as usize).is_some_and(|head| head.ends_with(b"|")) {
        sentence::end_at_cell(text, facts);
    }
    let (mut length, mut filled_in, mut bracket) = (usize::MAX, false, false);
    // Of an article only a line of its own can be a heading, if none runs in.
    if !facts.is_article() || matches!(facts.shape, Shape::Line | Shape::Bare) {
        let mut heading = Measured::of(text, facts.heading);
        if heading.may_have_bracket()
            && matches!(facts.shape, Shape::Sentence | Shape::Whole)
            && let Some(behind) = sentence::bracket_end(text, facts.heading)
        {
            heading = look_behind(text, stops, (piece, behind), width, facts);
        }
        (length, bracket) = (heading.length, heading.may_have_bracket());
        facts.solid = heading.is_solid();
        facts.long = heading.length > LONGEST;
        facts.wordy = heading.length > SIMPLE;
        // Of other long headings it is not asked.
        facts.comma = (facts.is_article() || !facts.wordy) && heading.has_comma();
        // 第一，提高认识，增强责任感⏎ may have two clauses.
        facts.simple = !facts.wordy && (!facts.comma || piece.kind == Kind::DiComma);
        facts.brief = facts.simple && heading.length <= BRIEF;
        let unparted = heading.is_unparted() && (facts.heading.end == whole.end || ends_with_stop(text, facts.heading));
        if !unparted && sentence::may_be_parted(text, whole) {
            filled_in = whole.of(text).is_some_and(blank::is_filled_in);
            if !facts.is_article() && !filled_in {
                facts.parted = sentence::parted_at(text, whole);
            }
        }
    } else {
        // 第二条 工期 自开工之日起….
        facts.parted = sentence::parted(text, whole);
    }
    facts.alone = !piece.has_children && facts.behind >= content_end(text, whole);
    if facts.shape == Shape::Bare
        && facts.alone
        && !heads_parts(piece.kind)
        && sentence::is_announced(text, piece.start)
    {
        facts.line = Line::Announced;
    }
    if facts.shape == Shape::Bare && !facts.long {
        let whole = whole.of(text).unwrap_or("");
        facts.long = if facts.alone { is_more_than_line(whole) } else { whole.ends_with(['，', ',']) };
    }
    if facts.spoken && piece.kind == Kind::DiComma && usage.is_some_and(|usage| usage.spaced) {
        // 第一，提高认识，增强责任感　　…
        facts.run_in = whole.of(text).and_then(|whole| blank::seam(whole, || false));
    } else if let Some(usage) = usage
        // What stands alone on a line is a heading as it is.
        && !(usage.itemized && facts.alone && matches!(facts.shape, Shape::Line | Shape::Bare))
        && !facts.spoken
        && !filled_in
        // 工作要求（一）…: no heading and text. What stands without a stop between a chapter and its first article is its name.
        && !(facts.shape == Shape::Bare && (length < run_in::FEWEST || piece.heads_units))
        && (matches!(facts.shape, Shape::Sentence | Shape::Whole | Shape::Listed | Shape::Bare | Shape::Label)
            // A colon at its end opens a list, and a heading may stand in front of that sentence.
            || facts.shape == Shape::Line && facts.heading.end < facts.behind && (piece.has_children || facts.has_bullets())
            // … or in front of 欢迎参加本次活动！
            || facts.shape == Shape::Line && facts.heading.of(text).is_some_and(|heading| heading.ends_with(['！', '!'])))
        && let Some(whole) = whole.of(text)
        // 甲方将房屋出租给乙方
        && !phrases::is_said_of_party(whole)
        // Behind the colon of 第一条： stands what the article says.
        && !(facts.is_article() && text.get(..piece.start as usize).is_some_and(|before| before.ends_with(['：', ':'])))
    {
        // What parts them whatever the lists around say.
        let mut sure = if is_of(piece.kind, DECIMALS) { term::term(whole) } else { None };
        if sure.is_none() {
            sure = term::nothing(whole);
        }
        if sure.is_none() && bracket {
            sure = term::phase(whole);
        }
        if sure.is_none() && usage.spaced {
            // The name of an article has no comma: 第一条为了方便就医,提高质 量,….
            let name = |seam: &run_in::Seam| {
                !facts.is_article() || !whole.get(..seam.at as usize).unwrap_or("").contains(['，', ','])
            };
            sure = blank::seam(whole, || usage.sets_apart()).filter(name);
        }
        if sure.is_some() {
            facts.run_in = sure;
        } else if !facts.is_article() && facts.may_be_seamed() {
            (facts.run_in, facts.lesser) = run_in::seam_that_counts(whole, facts.shape, usage);
            if facts.run_in.is_some_and(|seam| labels::ends_label(text, facts, seam.at)) {
                (facts.run_in, facts.lesser) = (None, NOTHING);
            }
        } else {
            return Some(usage);
        }
    }
    None
}

/// Looks at a piece anew, of which no sentence ends before `behind`.
#[cold]
fn look_behind<'t>(
    text: &'t str,
    stops: &[u32],
    (piece, behind): (&Piece, u32),
    width: &Width<'_>,
    facts: &mut Facts,
) -> Measured<'t> {
    let later = stops.get(stops.partition_point(|&stop| stop < behind)..).unwrap_or(&[]);
    *facts = Facts::of(piece);
    first_sentence(text, later, piece, width, facts);
    Measured::of(text, facts.heading)
}

/// Looks for the place where heading and body of a piece are parted by nothing. `beside`: the most that the lists around say to
/// one, if that is known.
pub(crate) fn look_within(text: &str, usage: &Usage<'_>, beside: Option<i32>, facts: &mut Facts) {
    let (ask, beside) = match beside {
        None => (i32::MAX, -HINTS),
        Some(beside) if facts.is_article() => (HINTS, (beside + AMONG_TITLES).max(-HINTS)),
        // Whether one of those that are else not counted has a seam is asked of the lesser ones too.
        Some(beside) => (COUNTS, beside.max(-COUNTS)),
    };
    let whole = facts.whole.of(text).unwrap_or("");
    facts.run_in = run_in::seam(whole, facts.is_article(), facts.shape, usage, ask, beside);
}

/// The seam of a piece, where the list around and those of its style leave one.
fn seam(text: &str, facts: &Facts, list: &Tally, style: &Tally, usage: &Usage<'_>) -> Option<run_in::Seam> {
    if facts.run_in.is_none() && facts.lesser == NOTHING {
        return None;
    }
    // A sentence of an article may look like a heading and its text; a heading of one is not alone.
    let known = match facts.place {
        Place::Article if style.has_titles() => AMONG_TITLES,
        Place::Article => return None,
        _ => 0,
    };
    let beside = list.seams_beside(style, facts.counts()) + known;
    match facts.run_in {
        Some(seam) if seam.worth + beside <= 0 => return None,
        Some(seam) if seam.least + beside > 0 => return Some(seam),
        None if i32::from(facts.lesser).min(COUNTS) + beside <= 0 => return None,
        _ => {}
    }
    let whole = facts.whole.of(text)?;
    let seam = |ask| run_in::seam(whole, facts.is_article(), facts.shape, usage, ask, beside);
    match facts.run_in {
        Some(_) => seam(i32::MIN),
        // First as the others of the list were looked at.
        None => seam(COUNTS).and_then(|first| if first.least + beside > 0 { Some(first) } else { seam(i32::MIN) }),
    }
}

/// Heading or entry, for one member of a list; `style`: all lists of its style together, this one included.
pub(crate) fn decide(text: &str, facts: &Facts, list: &Tally, style: &Tally, usage: Option<&Usage<'_>>) -> Split {
    let Facts { whole, has_children, .. } = *facts;
    let entry = Split { heading: None, body: whole };
    if facts.shape == Shape::Never {
        return entry;
    }
    if facts.parted > 0 && list.parted * 2 > list.members && list.parted > 1 {
        let end = whole.start + u32::from(facts.parted);
        return headed(text, Span::new(whole.start, end), end, whole.end);
    }
    let seam = usage.and_then(|usage| seam(text, facts, list, style, usage));
    // Where words of the first sentence end that are said at once again.
    let twice = || Some(facts.heading.start + facts.heading.of(text).and_then(phrases::said_twice)? as u32);
    if let Some(seam) = seam.filter(|seam| !labels::ends_label(text, facts, seam.at)) {
        let end = whole.start + seam.at;
        // 培训护林人员｜护林人员须…, where another place is in the words that come again.
        let seam = twice().filter(|&twice| twice.abs_diff(end) <= phrases::SAID_TWICE).unwrap_or(end);
        // 一、检查范围.园区…: the stop of another script.
        let stop = text.get(seam as usize..).and_then(|rest| rest.chars().next()).filter(|c| matches!(c, '.' | '．'));
        let behind = seam + stop.map_or(0, |stop| stop.len_utf8() as u32);
        return headed(text, trim(text, Span::new(whole.start, seam)), behind, whole.end);
    }
    if (facts.has_long_label() && list.begins_with_labels() || facts.line == Line::Labelled && list.is_of_labels())
        && let Some(at) = whole.of(text).and_then(|piece| piece.find(['：', ':']))
    {
        let colon = whole.start + at as u32;
        let behind = text.get(colon as usize..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8) as u32;
        return headed(text, trim(text, Span::new(whole.start, colon)), colon + behind, whole.end);
    }
    let heads = || if is_closed(text, facts.heading) { list.heads } else { 0 };
    let plain = || list.entries * 2 > list.members && !has_children || list.wordy * 5 > list.members * 4;
    // Without lines a first sentence is the heading for want of a seam.
    let tells = || usage.is_some_and(|usage| !usage.itemized) && facts.wordy && sentence::tells(text, facts.heading);
    let headed = match facts.shape {
        Shape::Never | Shape::Listed => false,
        // 一是抓投资。全年…。二是抓项目。…: each begins with a few words and goes on.
        _ if facts.spoken => {
            facts.shape == Shape::Line
                && facts.simple
                && (has_children || facts.unstopped && !facts.alone && list.by_line * 2 > list.members)
                || facts.shape == Shape::Sentence && !facts.long && list.sentences * 2 > list.members
        }
        _ if facts.is_article() => facts.titled() || style.has_labels() && facts.labelled(),
        // A few words before a sentence are as good a heading as elsewhere.
        _ if facts.place == Place::Annexed && !(facts.shape == Shape::Sentence && facts.brief) => {
            let labels = facts.shape == Shape::Label && list.labels == list.members && list.members > 1;
            labels || matches!(facts.shape, Shape::Line | Shape::Bare) && !facts.alone && !facts.long
        }
        // A clause says something, an entry or a part of a clause names it.
        Shape::Sentence | Shape::Whole if facts.place == Place::Clause => {
            facts.brief && (has_children || names(text, facts))
        }
        // A list inside a sentence may say something of each of its entries, or name them.
        Shape::EntryLabel if facts.inline => list.labels * 2 > list.members && list.members > 1,
        Shape::EntryLabel => has_children || list.labels == list.members && list.members > 1,
        Shape::Label => true,
        // A long line may be broken in the middle of a sentence. What is nothing but the heading of a list says nothing about the
        // others, if the line ends as headings do.
        Shape::Line if facts.broken() && list.by_line * 2 <= list.members - heads() => false,
        // Among entries that end with a stop a short line without one is no entry, if it is not the last.
        Shape::Line
            if plain()
                && !has_children
                && facts.unstopped
                && list.by_line * 4 <= list.members
                && (list.bare > 0 || facts.last || !facts.simple || ends_foreign(text, facts.heading)) =>
        {
            false
        }
        // One line is no list of lines that say something.
        Shape::Bare if list.members == 1 => !facts.long,
        // 材料如下：1.申请表2.照片
        Shape::Bare if facts.alone && list.announced > 0 => false,
        Shape::Line | Shape::Bare => !(facts.long || facts.alone && plain() || tells()),
        // A sentence on a line of its own is an entry with a paragraph behind it, unless its siblings begin so too.
        // A few words do among lines that are headings: 一、提高认识。⏎各单位要…。⏎二、突出重点⏎….
        Shape::Sentence if facts.ends_line && !has_children => {
            let lines = facts.simple && list.by_line * 2 > list.members;
            !facts.long && (lines || list.sentences * 2 > list.members)
        }
        // Behind entries that end with ；the last one has a paragraph of its own or of the list.
        Shape::Sentence => !facts.long && (has_children || list.listed * 2 < list.members) && !tells(),
        Shape::Whole => facts.brief && list.listed == 0 && list.brief == list.members,
    };
    if usage.is_some()
        && (headed && facts.wordy && facts.shape == Shape::Sentence
            || !headed && matches!(facts.shape, Shape::Sentence | Shape::Whole) && facts.place == Place::Elsewhere)
        && let Some(seam) = twice()
    {
        return self::headed(text, Span::new(whole.start, seam), seam, whole.end);
    }
    if !headed {
        return entry;
    }
    let behind = Span::new(facts.behind, whole.end);
    let body = if behind.is_empty() { Span::empty(facts.behind) } else { trim(text, behind) };
    // Nearly all headings are so: nothing opens in them that the text behind closes.
    if facts.solid && !facts.heading.is_empty() && (body.is_empty() || begins_with_ideograph(text, body)) {
        return Split { heading: Some(facts.heading), body };
    }
    self::headed(text, facts.heading, facts.behind, whole.end)
}

fn begins_with_ideograph(text: &str, piece: Span) -> bool {
    is_ideograph(four(text.as_bytes(), piece.start as usize))
}

/// Whether a line ends with a foreign word, behind which lines are broken in the middle of a sentence: …高德地图 Android⏎地图 SDK….
fn ends_foreign(text: &str, line: Span) -> bool {
    line.of(text).is_some_and(|line| line.ends_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Whether the first sentence of a clause names what the next ones say: 7.1 适用法律。本协议适用….
fn names(text: &str, facts: &Facts) -> bool {
    facts.shape == Shape::Sentence && is_closed(text, facts.heading)
}

/// Whether a piece ends with a word that closes headings: 充分认识…的重要意义.
fn is_closed(text: &str, heading: Span) -> bool {
    seam_weights::closing(heading.of(text).unwrap_or(""), true).0 != 0
}

/// What closes a quotation or a bracket.
const CLOSING: [char; 8] = ['”', '’', '」', '』', '》', '）', ')', '"'];

#[inline(never)]
fn headed(text: &str, heading: Span, behind: u32, end: u32) -> Split {
    // A second stop behind the heading belongs to the body: a gap holds at most one.
    let body = trim(text, Span::new(behind, end));
    if heading.is_empty() {
        // A stop right behind the marker is part of the body: `1.；3x`.
        return Split { heading: None, body: trim(text, Span::new(heading.start, end)) };
    }
    // 增加一条，作为第十条：“违者罚款。｜”
    if body.of(text).is_some_and(|body| !body.is_empty() && body.chars().all(|c| CLOSING.contains(&c))) {
        return Split { heading: None, body: trim(text, Span::new(heading.start, end)) };
    }
    // 第九条修改为：“符合下列情形之一的，可以申请补助：｜…”
    if sentence::ends_in_quotation(text, heading) {
        return Split { heading: None, body: trim(text, Span::new(heading.start, end)) };
    }
    Split { heading: Some(heading), body }
}

/// Whether a full stop follows, at which no blank parts a heading from its text.
fn ends_with_stop(text: &str, heading: Span) -> bool {
    matches!(text.as_bytes().get(heading.end as usize..), Some([0xE3, 0x80, 0x82, ..]))
}

#[cfg(test)]
mod tests;
