//! What each reader takes and refuses, and that no input costs more than a few characters.

use std::collections::HashMap;

use super::*;

/// Value of `text` if `reader` takes all of it; fails if it stops inside.
#[track_caller]
fn whole(reader: impl Fn(&str) -> Read<'_>, text: &str) -> Option<u32> {
    let (rest, value) = reader(text).ok()?;
    assert_eq!(rest, "", "{text} is read in part, as {value}");
    Some(value)
}

fn full_width(digits: &str) -> String {
    digits.chars().map(|c| char::from_u32(u32::from(c) - 0x30 + 0xFF10).unwrap_or(c)).collect()
}

/// The digits of `n`, sign by sign.
fn spelled(n: u32, signs: &str) -> String {
    n.to_string().chars().filter_map(|c| signs.chars().nth(c.to_digit(10)? as usize)).collect()
}

#[test]
fn every_numeral_there_and_back() {
    for n in 1..=MAX_VALUE {
        assert_eq!(whole(chinese, &to_chinese(n)), Some(n), "{}", to_chinese(n));
        assert_eq!(whole(formal, &to_formal(n)), Some(n), "{}", to_formal(n));
        let digits = n.to_string();
        assert_eq!(whole(arabic, &digits), Some(n));
        assert_eq!(whole(arabic, &full_width(&digits)), Some(n));
        if n >= 10 {
            let expected = (digits.contains('0') || digits.len() == 4).then_some(n);
            for signs in ["〇一二三四五六七八九", "零一二三四五六七八九", "○一二三四五六七八九"]
            {
                assert_eq!(whole(chinese, &spelled(n, signs)), expected, "{}", spelled(n, signs));
            }
            assert_eq!(whole(formal, &spelled(n, "零壹贰叁肆伍陆柒捌玖")), expected);
        }
    }
}

#[test]
fn canonical_forms() {
    let table = [
        (1, "一", "壹"),
        (10, "十", "拾"),
        (12, "十二", "拾贰"),
        (20, "二十", "贰拾"),
        (101, "一百零一", "壹佰零壹"),
        (110, "一百一十", "壹佰壹拾"),
        (112, "一百一十二", "壹佰壹拾贰"),
        (1_005, "一千零五", "壹仟零伍"),
        (1_010, "一千零一十", "壹仟零壹拾"),
        (2_020, "二千零二十", "贰仟零贰拾"),
        (10_001, "一万零一", "壹万零壹"),
        (10_010, "一万零一十", "壹万零壹拾"),
        (12_345, "一万二千三百四十五", "壹万贰仟叁佰肆拾伍"),
        (50_500, "五万零五百", "伍万零伍佰"),
        (99_999, "九万九千九百九十九", "玖万玖仟玖佰玖拾玖"),
        (0, "0", "0"),
        (100_000, "100000", "100000"),
        (u32::MAX, "4294967295", "4294967295"),
    ];
    for (n, in_chinese, in_formal) in table {
        assert_eq!((to_chinese(n).as_str(), to_formal(n).as_str()), (in_chinese, in_formal));
    }
}

#[test]
fn chinese_examples() {
    let table = [
        ("九", 9),
        ("十二", 12),
        ("一十二", 12),
        ("二十", 20),
        ("二十三", 23),
        ("廿", 20),
        ("廿一", 21),
        ("卅一", 31),
        ("卌", 40),
        ("一百廿一", 121),
        ("一百零一", 101),
        ("一百〇一", 101),
        ("一百○八", 108),
        ("一百◯八", 108),
        ("一百二", 102),
        ("一百十二", 112),
        ("两百", 200),
        ("兩百", 200),
        ("二百十五", 215),
        ("两千两百", 2_200),
        ("一千零五", 1_005),
        ("一千零一十", 1_010),
        ("一千零十二", 1_012),
        ("一千二百六十", 1_260),
        ("一万二千三百四十五", 12_345),
        ("一萬零一百", 10_100),
        ("一〇", 10),
        ("一〇〇", 100),
        ("二〇二〇", 2020),
        ("二○二三", 2023),
        ("二零二四", 2024),
        ("一九九八", 1998),
        ("九九〇九九", 99_099),
    ];
    for (text, value) in table {
        assert_eq!(whole(chinese, text), Some(value), "{text}");
    }
    let none = [
        "",
        "、",
        "〇",
        "○○",
        "〇一",
        "零一",
        "一二",
        "一一",
        "一二三",
        "一二三四五",
        "十十",
        "十一十",
        "十〇",
        "一十零一",
        "一百零",
        "一百零一十",
        "一百零十二",
        "一百零零一",
        "一百两",
        "一百一百",
        "一百零一百",
        "一千一十",
        "一千二",
        "一千一百二",
        "一万五",
        "二百五",
        "二百二",
        "两百五",
        "九百九",
        "三万万",
        "十万",
        "十一万",
        "百",
        "百五",
        "千",
        "万",
        "两",
        "两十",
        "十两",
        "二廿",
        "廿十",
        "廿廿",
        "一〇百",
        "二〇二〇二〇",
        "四〇〇〇〇〇",
        "壹",
        "Ⅰ",
        "1",
    ];
    for text in none {
        assert_eq!(whole(chinese, text), None, "{text}");
    }
    assert_eq!(chinese("十二、加强"), Ok(("、加强", 12)));
    assert_eq!(chinese("一是"), Ok(("是", 1)));
    assert_eq!(chinese("一百00二"), Ok(("00二", 100)));
}

#[test]
fn formal_examples() {
    let table = [
        ("壹", 1),
        ("弌", 1),
        ("貳", 2),
        ("貮", 2),
        ("弍", 2),
        ("參", 3),
        ("叄", 3),
        ("叁", 3),
        ("参", 3),
        ("陸", 6),
        ("拾", 10),
        ("拾贰", 12),
        ("壹拾貳", 12),
        ("壹佰零叁", 103),
        ("壹佰叁", 103),
        ("伍萬", 50_000),
        ("贰零贰零", 2020),
    ];
    for (text, value) in table {
        assert_eq!(whole(formal, text), Some(value), "{text}");
    }
    for text in ["", "零", "壹贰", "拾拾", "贰佰伍", "佰", "叁萬萬", "一", "十"] {
        assert_eq!(whole(formal, text), None, "{text}");
    }
}

/// Every spelling of 1 to [`MAX_VALUE`] over 〇零一二十百千万廿, made from the number and not from the text.
fn spellings() -> HashMap<String, u32> {
    let mut all = HashMap::new();
    let mut add = |text: String, n: u32| {
        if let Some(other) = all.insert(text.clone(), n) {
            assert_eq!(other, n, "{text} has two values");
        }
    };
    for n in 1..=MAX_VALUE {
        let digits = n.to_string();
        if digits.bytes().any(|digit| digit > b'2') {
            continue;
        }
        if digits.len() == 4 || (digits.len() > 1 && digits.contains('0')) {
            let mut forms = vec![String::new()];
            for digit in digits.chars() {
                let signs = ["〇零", "一", "二"][digit as usize - '0' as usize];
                forms = forms.iter().flat_map(|form| signs.chars().map(move |sign| format!("{form}{sign}"))).collect();
            }
            for form in forms {
                add(form, n);
            }
        }
        // Place by place, a zero for each gap, and each way to write the tens.
        let mut forms = vec![String::new()];
        let mut gap = false;
        for (place, unit) in [(10_000, "万"), (1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let groups: Vec<String> = match (n / place % 10, place) {
                (0, _) => {
                    gap = true;
                    continue;
                }
                (1, 10) => vec!["一十".into(), "十".into()],
                (2, 10) => vec!["二十".into(), "廿".into()],
                (digit, _) => vec![format!("{}{unit}", spelled(digit, "〇一二"))],
            };
            let zeros: &[&str] = if gap && !forms[0].is_empty() { &["〇", "零"] } else { &[""] };
            forms = forms
                .iter()
                .flat_map(|form| zeros.iter().map(move |zero| format!("{form}{zero}")))
                .flat_map(|form| groups.iter().map(move |group| format!("{form}{group}")))
                .collect();
            gap = false;
        }
        for form in forms {
            add(form, n);
        }
    }
    add("一百一".into(), 101);
    add("一百二".into(), 102);
    all
}

#[test]
fn all_short_strings_agree_with_the_spellings() {
    let spellings = spellings();
    let mut strings = vec![String::new()];
    let mut taken = 0;
    for _ in 0..5 {
        strings =
            strings.iter().flat_map(|text| "〇零一二十百千万廿".chars().map(move |c| format!("{text}{c}"))).collect();
        for text in &strings {
            let expected = spellings.get(text).copied();
            assert_eq!(whole(chinese, text), expected, "{text}");
            taken += usize::from(expected.is_some());
        }
    }
    // The longer ones, and that the comparison was not of nothing with nothing.
    assert_eq!(taken, spellings.keys().filter(|text| text.chars().count() <= 5).count());
    assert!(taken > 700, "{taken}");
    for (text, n) in &spellings {
        assert_eq!(whole(chinese, text), Some(*n), "{text}");
    }
}

#[test]
fn arabic_examples() {
    for (text, value) in [("1", 1), ("12", 12), ("１２", 12), ("1２3", 123), ("99999", 99_999), ("９９９９９", 99_999)]
    {
        assert_eq!(whole(arabic, text), Some(value), "{text}");
    }
    for (text, value) in [("01", 1), ("０9", 9)] {
        assert_eq!(whole(arabic, text), Some(value), "{text}");
    }
    for text in ["", "0", "００", "001", "0１2", "100000", "1234567", "一", "①", "٣"] {
        assert_eq!(whole(arabic, text), None, "{text}");
    }
    assert_eq!(arabic("12．机制"), Ok(("．机制", 12)));
    for (text, value) in [("0", 0), ("０", 0), ("1", 1), ("10", 10), ("９９９", 999)] {
        assert_eq!(whole(arabic_part, text), Some(value), "{text}");
    }
    for text in ["", "00", "01", "2024", "."] {
        assert_eq!(whole(arabic_part, text), None, "{text}");
    }
}

#[test]
fn stems_and_letters() {
    for (text, value) in "甲乙丙丁戊己庚辛壬癸".chars().zip(1..) {
        assert_eq!(whole(stem, &text.to_string()), Some(value));
    }
    assert_eq!(stem("甲乙"), Ok(("乙", 1)));
    assert_eq!(stem("已"), no());
    for (letters, reader, other) in [
        ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", letter_upper as fn(&str) -> Read<'_>, letter_lower as fn(&str) -> Read<'_>),
        ("ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ", letter_upper, letter_lower),
        ("abcdefghijklmnopqrstuvwxyz", letter_lower, letter_upper),
        ("ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ", letter_lower, letter_upper),
    ] {
        for (text, value) in letters.chars().zip(1..) {
            assert_eq!(whole(reader, &text.to_string()), Some(value), "{text}");
            assert_eq!(reader(&format!("{text}、")), Ok(("、", value)));
            assert_eq!(reader(&format!("{text}中")), Ok(("中", value)));
            assert_eq!(reader(&format!("{text}B")), no());
            assert_eq!(reader(&format!("{text}ｂ")), no());
            assert_eq!(other(&text.to_string()), no());
        }
    }
}

/// 1 to 39 as the Romans' successors write them.
fn to_roman(n: u32) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    format!("{}{}", "X".repeat(n as usize / 10), ones[n as usize % 10])
}

#[test]
fn all_short_romans() {
    let canonical: HashMap<String, u32> = (1..=39).map(|n| (to_roman(n), n)).collect();
    let mut strings = vec![String::new()];
    for _ in 0..8 {
        strings = strings.iter().flat_map(|text| "IVXLM".chars().map(move |c| format!("{text}{c}"))).collect();
        for text in &strings {
            let expected = canonical.get(text).copied();
            assert_eq!(whole(roman, text), expected, "{text}");
            if text.len() < 6 {
                assert_eq!(whole(roman, &text.to_lowercase()), expected, "{text}");
                let signs = text.replace('I', "Ⅰ").replace('V', "Ⅴ").replace('X', "Ⅹ").replace('L', "Ⅼ");
                assert_eq!(whole(roman, &signs.replace('M', "Ⅿ")), expected, "{signs}");
            }
        }
    }
    for n in 1..=39 {
        assert_eq!(whole(roman, &to_roman(n)), Some(n));
    }
}

#[test]
fn roman_examples() {
    for (text, value) in "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ".chars().zip(1..) {
        assert_eq!(whole(roman, &text.to_string()), Some(value));
    }
    for (text, value) in "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ".chars().zip(1..) {
        assert_eq!(whole(roman, &text.to_string()), Some(value));
    }
    for (text, value) in [("ⅩⅣ", 14), ("ⅹⅳ", 14), ("ⅩⅩⅢ", 23), ("ⅩⅫ", 22), ("ＸＩＶ", 14), ("ｘｉ", 11), ("XＩ", 11)]
    {
        assert_eq!(whole(roman, text), Some(value), "{text}");
    }
    for text in
        ["", "Iv", "Ⅹⅳ", "IIII", "VV", "IVI", "MIX", "VIP", "XL", "C", "ⅠⅡ", "ⅠⅨ", "ⅤⅡ", "ⅣⅣ", "ⅩⅩⅩⅩ", "ⅩⅩⅩⅪ", "Ⅽ", "Ⅿ"]
    {
        assert_eq!(whole(roman, text), None, "{text}");
    }
    assert_eq!(roman("IV、结论"), Ok(("、结论", 4)));
    assert_eq!(roman("Ⅱ类"), Ok(("类", 2)));
}

#[test]
fn enclosed_families() {
    let families = [
        ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿", Glyph::Circled),
        ("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", Glyph::Parenthesized),
        ("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", Glyph::Stopped),
        ("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", Glyph::CircledIdeograph),
        ("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", Glyph::ParenthesizedIdeograph),
        ("❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴", Glyph::Negative),
        ("➀➁➂➃➄➅➆➇➈➉", Glyph::SansCircled),
        ("➊➋➌➍➎➏➐➑➒➓", Glyph::NegativeSans),
        ("⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾", Glyph::DoubleCircled),
        ("ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏ", Glyph::CircledUpper),
        ("ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ", Glyph::CircledLower),
        ("🄐🄑🄒🄓🄔🄕🄖🄗🄘🄙🄚🄛🄜🄝🄞🄟🄠🄡🄢🄣🄤🄥🄦🄧🄨🄩", Glyph::ParenthesizedUpper),
        ("⒜⒝⒞⒟⒠⒡⒢⒣⒤⒥⒦⒧⒨⒩⒪⒫⒬⒭⒮⒯⒰⒱⒲⒳⒴⒵", Glyph::ParenthesizedLower),
    ];
    let mut expected = HashMap::new();
    for (signs, glyph) in families {
        expected.extend(signs.chars().zip(1..).map(|(sign, value)| (sign, (value, glyph))));
    }
    for c in '\0'..=char::MAX {
        let found = enclosed(c.encode_utf8(&mut [0; 4])).ok().map(|(_, found)| found);
        assert_eq!(found, expected.get(&c).copied(), "{c}");
    }
    assert_eq!(enclosed("⓪"), no());
    assert_eq!(enclosed("①②"), Ok(("②", (1, Glyph::Circled))));
}

#[test]
fn characters_of_numerals() {
    for c in "〇零○◯一二三四五六七八九十百千万萬两兩廿卅卌".chars() {
        assert!(is_numeral_char(c), "{c}");
    }
    for c in "零壹贰貳参參叁肆伍陆陸柒捌玖拾佰仟万萬".chars() {
        assert!(is_formal_char(c), "{c}");
    }
    assert!(!"第、甲1１Ⅰ①a壹".chars().any(is_numeral_char));
    assert!(!"第、甲1１Ⅰ①a一".chars().any(is_formal_char));
    for c in '\0'..=char::MAX {
        // A reader takes from a numeral to the first character that is none.
        let text = format!("一{c}");
        assert_eq!(chinese(&text) == Ok((&text[3..], 1)), !is_numeral_char(c), "{text}");
    }
}

/// The short way in front of the readers leaves out nothing that one of them takes, and does leave out the rest.
#[test]
fn what_may_begin_a_numeral() {
    let readers: [fn(&str) -> Read<'_>; 7] = [chinese, formal, stem, arabic, roman, letter_upper, letter_lower];
    let mut begun = 0;
    for c in '\0'..=char::MAX {
        let text = c.to_string();
        let taken = readers.iter().any(|reader| reader(&text).is_ok());
        assert!(!taken || may_begin(c), "{c}");
        begun += usize::from(taken);
    }
    assert!(begun > 150, "{begun}");
    assert!(!"目第、（）-_@[`{／：＠［｀｛\u{215f}\u{2180}子①㈠".chars().any(may_begin));
}

#[test]
fn longest_runs() {
    let nines = "九万九千九百九十九";
    assert_eq!(whole(chinese, nines), Some(MAX_VALUE));
    for (text, reader) in [("一", chinese as fn(&str) -> Read<'_>), ("壹", formal), ("7", arabic), ("７", arabic_part)]
    {
        assert_eq!(reader(&text.repeat(13)), no());
    }
    assert_eq!(whole(arabic_part, "1000"), None);
    assert_eq!(whole(roman, "XXXVIII"), Some(38));
    assert_eq!(whole(roman, "XXXVIIII"), None);
}

/// A call at each place of a long run has to cost the same few steps: else this takes hours.
#[test]
fn long_runs_cost_no_more_than_short_ones() {
    const LENGTH: usize = 1_000_000;
    let readers = [chinese, formal, stem, arabic, arabic_part, roman, letter_upper, letter_lower];
    for sign in ["一", "〇", "十", "百", "廿", "壹", "零", "甲", "7", "７", "0", "I", "x", "Ⅹ", "ａ", "①"]
    {
        let text = sign.repeat(LENGTH);
        let read: usize = (0..LENGTH)
            .map(|at| {
                let tail = &text[at * sign.len()..];
                readers.iter().filter(|reader| reader(tail).is_ok()).count() + usize::from(enclosed(tail).is_ok())
            })
            .sum();
        assert!(read <= LENGTH, "{sign}: {read}");
    }
}

#[test]
fn any_soup_is_read_without_panic() {
    let soup: Vec<char> =
        "〇零○◯一二十百千万萬两廿卌壹拾佰仟参甲癸019０９IVXLiv\u{FF29}ＺⅠⅩⅫⅿⅳ①㊿⓪🄐。、 \n\0é́\u{202E}𠮷\u{10FFFF}"
            .chars()
            .collect();
    // A linear congruential generator (Knuth's MMIX): the same soup in each run.
    let mut state: u64 = 7;
    let text: String = (0..200_000)
        .filter_map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            soup.get((state >> 33) as usize % soup.len())
        })
        .collect();
    for (at, _) in text.char_indices() {
        let tail = &text[at..];
        for reader in [chinese, formal, stem, arabic, arabic_part, roman, letter_upper, letter_lower] {
            if let Ok((rest, value)) = reader(tail) {
                assert!(rest.len() < tail.len() && tail.ends_with(rest));
                assert!(value <= MAX_VALUE);
            }
        }
        if let Ok((rest, (value, _))) = enclosed(tail) {
            assert!(rest.len() < tail.len() && (1..=50).contains(&value));
        }
    }
}

#[test]
fn the_table_of_signs_says_what_the_list_says() {
    for c in ('\u{800}'..='\u{ffff}').chain('\u{20000}'..='\u{20010}') {
        let bytes = super::four(c.to_string().as_bytes(), 0);
        let (found, listed) = (super::SIGNS.first(bytes), super::chinese_sign(c));
        assert_eq!(format!("{found:?}"), format!("{listed:?}"), "{c}");
        let short = match listed {
            None => 0,
            Some(super::Sign::Digit(digit)) => digit as u8,
            Some(super::Sign::Ten) => 10,
            Some(_) => super::OTHER,
        };
        assert_eq!(super::SIGNS.short(bytes), short, "{c}");
        assert_eq!(super::begins_chinese(bytes), listed.is_some(), "{c}");
        let only = super::is_numeral_char(c) && !super::is_formal_char(c);
        assert_eq!(super::begins_only_chinese(bytes), only, "{c}");
        assert_eq!(of_sign(bytes), whole(chinese, &c.to_string()), "{c}");
    }
    assert!(super::SIGNS.first(0).is_none());
}
