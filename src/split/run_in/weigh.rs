//! What stands on the two sides of a place: what speaks for a seam there, and what against.

use super::{Clause, Place, SHORTEST, WINDOW};
use crate::gap::is_blank;
use crate::scan::bytes::{four, is_ideograph as is_common, of, six, three, three_before};
use crate::scan::ideograph::is_ideograph;
use crate::split::LABEL;
use crate::split::customary::is_customary;
use crate::split::phrases;
use crate::split::seam_weights::{
    BEGINNING, BEST, BULLET, COURSE, CUSTOMARY, CUT_WORD, DOUBLED, DUTY, ECHO, ECHO_OF_ALL, ECHO_OF_END, ECHO_OF_FOUR,
    ECHO_OF_THREE, FIELD, INDENT, JOINED, NOUN, NOUN_GOES_ON, NOUN_HEAD, OPENED_INSIDE, OPENING, QUOTED, SAYS, STOPS,
    SUBJECT, VERB_AGAIN, VERB_OBJECT, VERB_PHRASE, beginning, closed, closing_word, length, words_of,
};
use crate::split::sides::Sides;
use crate::split::signs::{goes_on, sign};
use crate::split::usage::Usage;
use crate::split::words;

/// What the words beside a place add at most to what its signs show, where no fields follow.
pub(super) const UNSIGNED: i32 = DUTY + ECHO_OF_THREE + ECHO_OF_FOUR + ECHO_OF_ALL;

/// How many digits a year has.
const YEAR: usize = 4;

/// Whether a year or a month in figures begins a text, a blank behind it or none.
fn begins_with_day(rest: &str) -> bool {
    let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=YEAR).contains(&(rest.len() - unit.len())) && unit.trim_start_matches(' ').starts_with(['年', '月'])
}

impl Clause<'_> {
    /// What stands on the two sides of a place; `None` where no heading can end. What takes longest is not asked where it
    /// cannot be worth more than `floor`: it is then worth at most as much.
    pub(super) fn worth(&self, place: Place, usage: &Usage<'_>, floor: i32) -> Option<i32> {
        let (index, at) = (usize::from(place.index), usize::from(place.at));
        if index + SHORTEST > WINDOW {
            return None;
        }
        let (head, rest) = self.piece.split_at_checked(at)?;
        // 工作回顾｜ 2011 年是…: blanks stand beside all figures.
        let rest = rest.strip_prefix(' ').filter(|rest| begins_with_day(rest)).unwrap_or(rest);
        let mut chars = rest.chars();
        // As many as `SHORTEST` says.
        let (now, next, _) = (chars.next()?, chars.next()?, chars.next()?);
        let mut chars = head.chars();
        let before = chars.next_back()?;
        // A heading has two characters.
        let second = chars.next_back()?;
        let noun = i32::from(place.noun);
        let beginning = beginning(rest, before);
        let sign = sign(now, rest.as_bytes().get(now.len_utf8()..).unwrap_or(&[]));
        let fields = self.colon && self.begins_with_fields(place, rest);
        let sides =
            Sides { head, rest, before: (second, before), behind: (now, next), noun: noun != 0, verb: self.verb };
        // 上述 and 会员 begin texts, 上 and 会 go on.
        if goes_on(now) && beginning == 0 && sign != INDENT && !fields && !phrases::is_said_again(self.piece.as_bytes(), at)
            // The blanks of 总　　　则 begin behind its first character, which is no heading.
            || sign == INDENT && is_blank(before)
            || sides.end_no_heading()
            || sides.begin_no_text()
            // 以提高能力为重点
            || now == '为' && self.piece.starts_with('以')
        {
            return None;
        }
        let mut worth = length(words_of(head, index));
        worth += noun;
        if at > self.said_again {
            worth += DOUBLED;
        }
        if at > self.opened {
            worth += OPENED_INSIDE;
        }
        let around = self.piece.as_bytes().get(at.saturating_sub(3)..at + 3).and_then(|around| around.first_chunk());
        if around.is_some_and(words::is_word) {
            worth += CUT_WORD;
        }
        if fields {
            worth += FIELD;
        }
        let duty = !phrases::is_head(now, next) && phrases::begins_with_duty(rest);
        // 教师素质稳步提升｜招聘…: behind what is said of something no noun goes on.
        // 经费使用｜经费从…: nor does the first of two words.
        let again = index == BEST && six(self.piece.as_bytes(), at) == self.first;
        let goes_on = noun != 0 && noun != COURSE && !again && !duty && !fields && words::begins_with_noun(rest);
        if goes_on {
            worth += NOUN_GOES_ON;
        }
        // 争议解决方式 is another heading than 争议解决, 加强宣传教育 than 加强宣传.
        if place.customary && !phrases::begins_with_aspect(rest) && !(self.verb && goes_on) {
            worth += CUSTOMARY;
        }
        // 认清形势，提高思想｜认识 is as long, and no heading.
        let parallel = index == self.parallel && !goes_on;
        if parallel {
            worth += self.alike;
        }
        if self.verb && index == BEST {
            worth += if parallel { 0 } else { VERB_OBJECT };
        } else if self.verb && words::begins_with_act(rest) {
            worth += VERB_AGAIN;
        }
        if noun != 0 && !goes_on && self.ends_phrase(index) && !self.begins_with_two_verbs() {
            worth += VERB_PHRASE - noun;
        }
        let behind = rest.as_bytes().first_chunk().filter(|_| is_ideograph(now) && is_ideograph(next));
        if let Some(behind) = behind {
            if self.piece.as_bytes().first_chunk() == Some(behind) {
                worth += ECHO;
            } else {
                worth += self.echo_of_end(at);
            }
        }
        worth += self.echo(at) + self.echo_behind(at);
        if now.is_ascii_alphanumeric() && self.begins_with_foreign(rest) {
            worth += ECHO;
        }
        match before {
            '）' | ')' if phrases::ends_with_number(head) => {}
            '）' | ')' => worth += closed(head),
            // 打好“组合拳”｜近年来…: nothing goes on.
            '”' if beginning == BEGINNING && !head.starts_with('“') => {}
            '”' | '》' | '】' if !fields => worth += QUOTED,
            _ => {}
        }
        if matches!(sign, BULLET | INDENT) || is_ideograph(before) {
            worth += sign;
        }
        if words::ties(next) {
            worth += JOINED;
        }
        if index + SHORTEST > self.len && !fields {
            worth += STOPS;
        }
        if self.colon && !fields && beginning == SUBJECT && self.is_label() {
            return None;
        }
        worth += match beginning {
            0 if self.colon && self.end <= at + phrases::OFFICE && phrases::begins_with_office(rest, self.end - at) => {
                BEGINNING
            }
            0 | SUBJECT if duty => DUTY,
            _ => beginning,
        };
        if worth + OPENING <= floor {
            return Some(worth + OPENING);
        }
        if phrases::says(head) {
            worth += SAYS;
        }
        match behind {
            Some(&behind) if usage.opens(behind) => worth += OPENING,
            Some(_) if phrases::is_head(now, next) && at != self.said_again => worth += NOUN_HEAD,
            _ => {}
        }
        Some(worth)
    }

    /// What more than two ideographs of the heading are worth that come again behind it.
    fn echo(&self, at: usize) -> i32 {
        let (bytes, behind) = (self.piece.as_bytes(), self.piece.as_bytes().get(at..).unwrap_or(&[]));
        if behind.first_chunk::<6>() != bytes.first_chunk() {
            return 0;
        }
        let Some((head, rest)) = self.piece.split_at_checked(at) else { return 0 };
        if !rest.starts_with(|c| is_ideograph(c) || c == '《') {
            0
        } else if rest.starts_with(head) {
            ECHO_OF_ALL
        } else if behind.first_chunk::<12>() == bytes.first_chunk() && closing_word(head) != 0 {
            ECHO_OF_FOUR
        } else {
            0
        }
    }

    /// Whether a text begins with the foreign word that the piece begins with, or with its year: IoT 的定义｜IoT 是…,
    /// 2022年工作回顾｜2022年是….
    fn begins_with_foreign(&self, rest: &str) -> bool {
        let word = self.piece.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let is_again = |word| self.piece.get(..word).is_some_and(|word| rest.starts_with(word));
        // Other figures count something: 10个部门10月底前….
        match self.piece.starts_with(|c: char| c.is_ascii_digit()) {
            true => word == YEAR && is_again(word + '年'.len_utf8()) && self.rest(word).starts_with('年'),
            false => word > 1 && is_again(word),
        }
    }

    /// Whether all of the clause is a label that a noun closes: a verb in it belongs to it, 招标文件｜提供期限：….
    #[inline(never)]
    fn is_label(&self) -> bool {
        self.len <= LABEL && closing_word(self.piece.get(..self.end).unwrap_or("")) == NOUN
    }

    /// Whether a noun that closes headings and 本 stand beside a place: such a pair comes again between heading and text of each
    /// item of a list, 对业务的影响｜本次….
    pub(super) fn is_framed_alike(&self, place: Place) -> bool {
        let (head, rest) = self.piece.split_at_checked(place.at.into()).unwrap_or_default();
        i32::from(place.noun) >= NOUN
            && rest.starts_with('本')
            // 用户使用｜本服务
            && !head.ends_with("使用")
    }

    /// Whether the two ideographs beside a place stand side by side elsewhere too.
    pub(super) fn repeats(&self, place: Place, usage: &Usage<'_>) -> bool {
        let at = usize::from(place.at);
        let around = self.piece.as_bytes().get(at.saturating_sub(3)..at + 3);
        around.and_then(|around| around.first_chunk()).is_some_and(|&pair| usage.repeats(pair))
    }

    /// What the words beside a place can add to what its signs show.
    #[inline]
    pub(super) fn unsigned(&self, place: Place) -> i32 {
        let at = usize::from(place.at);
        // Beside nearly all places nothing does.
        if !self.colon && self.says_nothing(at) { 0 } else { self.unsigned_slowly(at, place) }
    }

    /// Whether three ideographs behind a place come not again from before it, and say of nobody what has to be done.
    #[inline(always)]
    fn says_nothing(&self, at: usize) -> bool {
        let bytes = self.piece.as_bytes();
        let (two, third) = (six(bytes, at), three(four(bytes, at + 6)));
        let again = |back: usize| at.checked_sub(back).is_some_and(|before| six(bytes, before) == two);
        is_common(two as u32)
            && is_common((two >> 24) as u32)
            && two != self.first
            && six(bytes, at + 3) != self.first
            && six(bytes, at + 6) != self.first
            && third != of("应")
            && third != of("應")
            && !again(6)
            && !(again(9) && three_before(bytes, at) == third)
            && !again(12)
            && !again(15)
            && !again(18)
    }

    #[inline(never)]
    fn unsigned_slowly(&self, at: usize, place: Place) -> i32 {
        let rest = self.rest(at);
        let length = self.end.saturating_sub(at);
        let behind = if phrases::begins_with_duty(rest) {
            DUTY
        } else if self.colon && length <= phrases::OFFICE && phrases::begins_with_office(rest, length) {
            BEGINNING
        } else if rest.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) && self.begins_with_foreign(rest) {
            ECHO
        } else {
            0
        };
        behind
            + self.echo(at)
            + self.echo_of_end(at)
            + self.echo_behind(at)
            + if self.colon && self.begins_with_fields(place, rest) { FIELD } else { 0 }
    }

    /// What it is worth that the first word of the heading comes again behind the word that a text begins with: 概率与分布｜理解概率,
    /// 仓库用途｜该仓库.
    fn echo_behind(&self, at: usize) -> i32 {
        let is_first = |at: usize| six(self.piece.as_bytes(), at) == self.first;
        let is_again = is_first(at + 6) || is_first(at + 3) && self.rest(at).starts_with(['该', '該', '本', '此']);
        if is_again && beginning(self.rest(at), ' ') != 0 { ECHO } else { 0 }
    }

    /// What the two to six ideographs before a place are worth that come again behind it, or four before its last word.
    fn echo_of_end(&self, at: usize) -> i32 {
        let Some((head, rest)) = self.piece.as_bytes().split_at_checked(at) else { return 0 };
        let is_again = |words: usize| {
            let end = head.len().checked_sub(3 * words).and_then(|from| head.get(from..));
            end.is_some_and(|end| rest.starts_with(end))
        };
        if is_again(2) {
            ECHO_OF_END
        } else if is_again(4) || is_again(5) || is_again(6) {
            ECHO_OF_THREE + ECHO_OF_FOUR
        } else if is_again(3)
            || head.last_chunk::<18>().is_some_and(|words| words.first_chunk::<12>() == rest.first_chunk())
        {
            // 夯实绿色发展基础｜绿色发展是…
            ECHO_OF_THREE
        } else {
            0
        }
    }

    /// Whether fields follow a heading that names what they are of: 采购人信息｜名称：某局地址：….
    #[inline(never)]
    fn begins_with_fields(&self, place: Place, rest: &str) -> bool {
        let length = self.end.saturating_sub(place.at.into());
        // 图论初步（6学时）｜主要内容：…, where all of it is too long for a label.
        if self.len > LABEL && rest.get(..length).is_some_and(is_customary) {
            return true;
        }
        (place.noun != 0 || phrases::names_host(rest))
            && (usize::from(place.index) >= BEST || place.customary)
            && length <= phrases::LONGEST_FIELD
            && (phrases::names_host(rest) || self.piece.get(..place.at.into()).is_some_and(phrases::has_fields))
            && phrases::begins_with_fields(rest, length)
            // 项目联系方式项目｜联系人：…, 培训活动｜时间：…培训活动地点：…
            && self.piece.as_bytes().split_first_chunk::<6>().is_some_and(|(first, behind)| {
                memchr::memmem::find(behind.get(..usize::from(place.at)).unwrap_or(behind), first).is_none()
            })
            && self.piece.as_bytes().first_chunk::<12>().is_some_and(|first| {
                let rest = rest.as_bytes();
                memchr::memmem::find(rest.get(..phrases::NEXT_FIELD).unwrap_or(rest), first).is_none()
            })
    }
}
