//! Where a text without an outline may be cut.
//!
//! ```text
//! 他说：“快来。走吧！”大家都来了。其中，一半先到
//!             ·   ·   2         1     3        four kinds of places, best first
//! ```
//!
//! 1 behind a sentence, its closing quotes and brackets included, outside of quotes and brackets;
//! 2 behind a sentence inside of them; 3 behind a comma; 4 behind any character. An opening sign whose
//! closing one never comes counts for nothing.

/// The places of each kind, as byte offsets in ascending order. The end of the text is one of each.
#[derive(Debug, Default)]
pub(super) struct Cuts {
    outside: Vec<usize>,
    inside: Vec<usize>,
    commas: Vec<usize>,
}

const PAIRS: [(char, char); 12] = [
    ('“', '”'),
    ('‘', '’'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('〈', '〉'),
    ('（', '）'),
    ('(', ')'),
    ('【', '】'),
    ('〔', '〕'),
    ('［', '］'),
    ('[', ']'),
];

/// How deep signs may be nested. A closing sign looks for its opening one among so many at most.
const NESTED: usize = 32;

impl Cuts {
    pub(super) fn of(text: &str) -> Self {
        let quoted = quoted(text);
        let mut cuts = Self::default();
        let mut quotes = quoted.iter().peekable();
        let mut characters = text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let stop = is_stop(character);
            if !stop && !matches!(character, '，' | ',' | '、' | '：' | ':' | ' ' | '\u{3000}') {
                continue;
            }
            let mut end = at + character.len_utf8();
            // More stops (？！, ……, a line break) and closing signs belong to the sentence.
            while let Some(&(next, follower)) = characters.peek().filter(|_| stop) {
                let closes = PAIRS.iter().any(|(_, close)| *close == follower);
                if !is_stop(follower) && !closes && !follower.is_whitespace() {
                    break;
                }
                end = next + follower.len_utf8();
                characters.next();
            }
            while quotes.next_if(|(_, close)| *close <= end).is_some() {}
            let within = quotes.peek().is_some_and(|(open, _)| *open < end);
            match (stop, within) {
                (true, false) => cuts.outside.push(end),
                (true, true) => cuts.inside.push(end),
                (false, _) => cuts.commas.push(end),
            }
        }
        cuts
    }

    /// The best place behind `from` and not behind `limit`, which is one itself.
    pub(super) fn last_within(&self, from: usize, limit: usize) -> usize {
        let last = |places: &[usize]| {
            let index = places.partition_point(|&place| place <= limit).checked_sub(1)?;
            places.get(index).copied().filter(|&place| place > from)
        };
        last(&self.outside).or_else(|| last(&self.inside)).or_else(|| last(&self.commas)).unwrap_or(limit)
    }

    /// The places outside of quotes from `from` to before `to`.
    pub(super) fn sentences_within(&self, from: usize, to: usize) -> &[usize] {
        let start = self.outside.partition_point(|&place| place < from);
        let end = self.outside.partition_point(|&place| place < to);
        self.outside.get(start..end).unwrap_or_default()
    }
}

const fn is_stop(character: char) -> bool {
    matches!(character, '。' | '！' | '？' | '!' | '?' | '；' | ';' | '…' | '\n' | '\r')
}

/// From opening to behind closing sign, for the outermost pairs, in text order.
fn quoted(text: &str) -> Vec<(usize, usize)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (at, character) in text.char_indices() {
        if let Some((_, close)) = PAIRS.iter().find(|(sign, _)| *sign == character) {
            if open.len() == NESTED {
                open.remove(0); // the oldest is least likely to be closed
            }
            open.push((at, *close));
        } else if let Some(index) = open.iter().rposition(|(_, close)| *close == character) {
            let start = open.get(index).map_or(at, |(start, _)| *start);
            open.truncate(index);
            while pairs.pop_if(|(inner, _)| *inner > start).is_some() {}
            pairs.push((start, at + character.len_utf8()));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::Cuts;

    #[test]
    fn a_sentence_keeps_its_closing_signs() {
        let text = "他说：“快来。走吧！”大家都来了？！（见附件。）好…";
        let cuts = Cuts::of(text);
        let ends = |places: &[usize]| places.iter().map(|&end| text[..end].chars().last().unwrap()).collect::<String>();
        assert_eq!(ends(&cuts.outside), "”！）…");
        assert_eq!(ends(&cuts.inside), "。");
        assert_eq!(ends(&cuts.commas), "：");
    }

    #[test]
    fn an_opening_sign_without_its_closing_one_counts_for_nothing() {
        let cuts = Cuts::of("他说：“快来。大家都来了。（完。");
        assert_eq!((cuts.outside.len(), cuts.inside.len()), (3, 0));
    }

    #[test]
    fn the_best_kind_of_place_wins() {
        let text = "甲。乙，丙“丁。戊”己";
        let cuts = Cuts::of(text);
        let at = |piece: &str| text.find(piece).unwrap();
        assert_eq!(cuts.last_within(0, text.len()), at("乙"));
        assert_eq!(cuts.last_within(at("乙"), text.len()), at("戊"));
        assert_eq!(cuts.last_within(at("戊"), text.len()), text.len());
        assert_eq!(cuts.last_within(at("乙"), at("丙“")), at("丙“"));
    }
}
