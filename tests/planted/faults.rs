//! What can go wrong in an outline, one fault a function.

use gangmu::Code;

use super::{HEADINGS, Model, Node, POINTS, Seeded, Style, chinese, marker};

/// What should be said: a code, at this byte or (where `None`) anywhere.
pub(crate) type Expected = (Code, Option<usize>);

/// One kind of fault: changes the model and says what should be said, `None` where the model has no
/// place for it.
pub(crate) type Fault = fn(&mut Model, &mut Seeded) -> Option<Expected>;

/// A path that fits, drawn.
pub(crate) fn draw(
    model: &Model,
    seeded: &mut Seeded,
    fits: impl Fn(&mut Model, &[usize]) -> bool,
) -> Option<Vec<usize>> {
    let mut scratch = model.clone();
    let paths: Vec<_> = model.paths().into_iter().filter(|path| fits(&mut scratch, path)).collect();
    (!paths.is_empty()).then(|| paths[seeded.below(paths.len())].clone())
}

pub(crate) fn at(model: &Model, path: &[usize]) -> Option<usize> {
    model.write().1.get(path).copied()
}

pub(crate) fn last(path: &[usize]) -> usize {
    *path.last().unwrap()
}

pub(crate) fn moved(path: &[usize], by: usize) -> Vec<usize> {
    let mut path = path.to_vec();
    *path.last_mut().unwrap() += by;
    path
}

/// An inner member of a list of four or more.
pub(crate) fn inner(model: &mut Model, path: &[usize]) -> bool {
    let count = model.list(path).len();
    count >= 4 && last(path) > 0 && last(path) + 1 < count
}

pub(crate) fn drop_item(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, inner)?;
    if model.node(&path).style == Style::Chapter {
        return None; // its articles would go with it
    }
    model.list(&path).remove(last(&path));
    Some((Code::Gap, at(model, &path)))
}

pub(crate) fn double_number(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, inner)?;
    model.node(&path).number -= 1;
    Some((Code::Duplicate, at(model, &path)))
}

pub(crate) fn swap_numbers(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| inner(model, path) && last(path) + 2 < model.list(path).len())?;
    model.node(&path).number += 1;
    let second = moved(&path, 1);
    model.node(&second).number -= 1;
    Some((Code::Backward, at(model, &second)))
}

pub(crate) fn start_at_two(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        last(path) == 0 && model.list(path).len() >= 4 && model.node(path).number == 1 && path.len() > 1
    })?;
    if model.node(&path).style == Style::Article {
        return None; // the articles run on
    }
    model.list(&path).remove(0);
    Some((Code::StartNotOne, at(model, &path)))
}

pub(crate) fn change_delimiter(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        inner(model, path) && matches!(model.node(path).style, Style::Dot | Style::Dun | Style::ArabicDun)
    })?;
    let node = model.node(&path);
    let own = marker(node.style, node.number, "");
    node.marker = Some(match node.style {
        Style::Dot => own.replace('.', "、"),
        Style::Dun => own.replace('、', "．"),
        _ => own.replace('、', "."),
    });
    Some((Code::MixedDelimiter, at(model, &path)))
}

pub(crate) fn drop_delimiter(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| inner(model, path) && matches!(model.node(path).style, Style::Dot))?;
    let node = model.node(&path);
    node.marker = Some(node.number.to_string());
    Some((Code::LostDelimiter, at(model, &path)))
}

pub(crate) fn wrong_sign(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| matches!(model.node(path).style, Style::Brackets))?;
    let node = model.node(&path);
    node.marker = Some(format!("{}、", marker(node.style, node.number, "")));
    Some((Code::WrongDelimiter, at(model, &path)))
}

pub(crate) fn other_width(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        inner(model, path) && matches!(model.node(path).style, Style::Brackets | Style::Round)
    })?;
    let node = model.node(&path);
    let own = marker(node.style, node.number, "");
    node.marker = Some(own.replace('（', "(").replace('）', ")"));
    Some((Code::MixedWidth, at(model, &path)))
}

/// 第3条 between 第二条 and 第四条.
pub(crate) fn other_numeral(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| inner(model, path) && model.node(path).style == Style::Article)?;
    let node = model.node(&path);
    node.marker = Some(format!("第{}条", node.number));
    Some((Code::MixedNumeral, at(model, &path)))
}

/// All `1.` as `1、`.
pub(crate) fn unusual_sign(model: &mut Model, _: &mut Seeded) -> Option<Expected> {
    let official = matches!(model.sections[0].style, Style::Dun) && model.title.starts_with('全');
    let paths: Vec<_> = model.paths().into_iter().filter(|path| model.node(path).style == Style::Dot).collect();
    let first = paths.first().filter(|_| official)?.clone();
    for path in paths {
        let node = model.node(&path);
        node.marker = Some(marker(node.style, node.number, "").replace('.', "、"));
    }
    Some((Code::UnusualSign, at(model, &first)))
}

pub(crate) fn double_sign(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| matches!(model.node(path).style, Style::Dot | Style::Dun))?;
    let node = model.node(&path);
    node.marker = Some(format!("{}、", marker(node.style, node.number, "")));
    Some((Code::WrongDelimiter, at(model, &path)))
}

pub(crate) fn half_brackets(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        inner(model, path) && matches!(model.node(path).style, Style::Brackets | Style::Round)
    })?;
    let node = model.node(&path);
    node.marker = Some(marker(node.style, node.number, "").replace('）', ""));
    Some((Code::UnbalancedBracket, at(model, &path)))
}

pub(crate) fn open_title(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| model.node(path).body.len() > 60)?;
    let node = model.node(&path);
    node.body = format!("落实《工作意见，{}", node.body.trim_start());
    let (text, _) = model.write();
    Some((Code::UnbalancedBracket, text.find("《工作意见，")))
}

pub(crate) fn skip_level(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        let node = model.node(path);
        let below = node.children.first().is_some_and(|child| child.children.len() > 1);
        below && !matches!(node.style, Style::Chapter | Style::Article)
    })?;
    let node = model.node(&path);
    let deeper = node.children[0].children.clone();
    if deeper[0].style == Style::Decimal {
        for child in &mut node.children {
            child.children.clear();
        }
        let number = node.number;
        for (index, child) in node.children.iter_mut().enumerate() {
            child.marker = Some(format!("{number}.1.{}", index + 1));
        }
    } else {
        node.children = deeper;
    }
    let mut first = path;
    first.push(0);
    Some((Code::LevelSkipped, at(model, &first)))
}

pub(crate) fn reverse_level(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    // Only where （一） is not used elsewhere: else a reader, too, would take it for its own level.
    let path = draw(model, seeded, |model, path| {
        path.len() == 2 && model.node(path).style == Style::Dot && model.node(path).children.len() > 1
    })?;
    for child in &mut model.node(&path).children {
        child.style = Style::Brackets;
    }
    let mut first = path;
    first.push(0);
    Some((Code::LevelReversed, at(model, &first)))
}

pub(crate) fn break_reference(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| model.node(path).body.starts_with("违反本办法规定"))?;
    model.node(&path).body = "违反本办法第九十八条规定的，责令改正。".to_owned();
    let (text, _) = model.write();
    Some((Code::DanglingReference, text.find("第九十八条")))
}

pub(crate) fn break_point(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| model.node(path).body.starts_with("违反本办法规定"))?;
    let other = draw(model, seeded, |model, path| {
        model.node(path).style == Style::Article && !model.node(path).children.is_empty()
    })?;
    let reference = format!("第{}条第（九）项", chinese(model.node(&other).number));
    model.node(&path).body = format!("有{reference}情形的，责令改正。");
    let (text, _) = model.write();
    Some((Code::DanglingReference, text.find(&reference)))
}

pub(crate) fn break_part(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        let official = matches!(model.sections[0].style, Style::Dun) && model.title.starts_with('全');
        official && model.node(path).body.len() > 40
    })?;
    model.node(&path).body = "具体分工见第十八部分，由各单位落实。".to_owned();
    let (text, _) = model.write();
    Some((Code::DanglingReference, text.find("第十八部分")))
}

pub(crate) fn square_year(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        let official = matches!(model.sections[0].style, Style::Dun) && model.title.starts_with('全');
        official && model.node(path).body.contains("〔2024〕")
    })?;
    let node = model.node(&path);
    node.body = node.body.replace('〔', "[").replace('〕', "]");
    let (text, _) = model.write();
    Some((Code::DocumentNumber, text.find("[2024]")))
}

pub(crate) fn change_contents(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let contents = model.contents.as_mut()?;
    let line = seeded.below(contents.len());
    let (marker, _) = contents[line].split_once(' ').unwrap();
    contents[line] = format!("{marker} 另一个标题");
    let changed = contents[line].clone();
    let (text, _) = model.write();
    Some((Code::ContentsMismatch, text.find(&changed)))
}

pub(crate) fn empty_item(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| inner(model, path) && model.node(path).children.is_empty())?;
    let node = model.node(&path);
    node.heading.clear();
    node.body.clear();
    Some((Code::EmptyHeading, at(model, &path)))
}

pub(crate) fn mask(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| model.node(path).body.contains('，'))?;
    let with = ["xx", "×××", "XX"][seeded.below(3)];
    let node = model.node(&path);
    node.body = node.body.replacen('，', &format!("{with}处，"), 1);
    let (text, _) = model.write();
    Some((Code::Placeholder, text.find(&format!("{with}处，"))))
}

pub(crate) fn cut_end(model: &mut Model, _: &mut Seeded) -> Option<Expected> {
    model.cut = true;
    Some((Code::TruncatedEnd, None))
}

pub(crate) fn single(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        let style = model.node(path).style;
        last(path) == 0 && path.len() > 1 && !matches!(style, Style::Article | Style::Chapter)
    })?;
    model.list(&path).truncate(1);
    Some((Code::SingleItem, at(model, &path)))
}

pub(crate) fn long_heading(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        let node = model.node(path);
        !node.children.is_empty() && matches!(node.style, Style::Dun | Style::Brackets | Style::Dot)
    })?;
    let node = model.node(&path);
    let start = seeded.below(HEADINGS.len());
    node.heading = (0..11).map(|place| HEADINGS[(start + place) % HEADINGS.len()]).collect::<Vec<_>>().join("和");
    let heading = node.heading.clone();
    let (text, _) = model.write();
    Some((Code::HeadingTooLong, text.find(&heading)))
}

/// A line that begins with a marker of a style that the text has nowhere else.
pub(crate) fn stray_marker(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| model.node(path).children.is_empty())?;
    let stray = ["②", "⑤", "丙、", "丁、", "3）"][seeded.below(5)];
    let node = model.node(&path);
    node.body.push_str(&format!("\n{stray}逐项销号，接受监督。"));
    let (text, _) = model.write();
    Some((Code::DoubtfulMarker, text.find(&format!("{stray}逐项"))))
}

/// The list of a leaf in the style that the section around it has, which goes on behind it.
pub(crate) fn style_again(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        let leaf = path.len() > 2 && model.node(path).children.is_empty();
        if !leaf || !matches!(model.node(path).style, Style::Dot | Style::Round) {
            return false;
        }
        let around = &path[..path.len() - 1];
        // Behind the third item, the fourth would go on from the new list as well as from the old one.
        inner(model, around) && model.node(around).number != 3
    })?;
    let style = model.node(&path[..path.len() - 1]).style;
    let child = |place: usize| Node {
        style,
        number: u32::try_from(place).unwrap() + 1,
        marker: None,
        heading: String::new(),
        body: format!("{}，限期改正。", POINTS[place].trim_end_matches('的')),
        children: Vec::new(),
    };
    model.node(&path).children = (0..3).map(child).collect();
    Some((Code::SameStyleTwoDepths, at(model, &[path, vec![0]].concat())))
}

/// Lists of two in each other, down to the seventeenth level.
pub(crate) fn too_deep(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    pub(crate) const CHAIN: [[&str; 2]; 14] = [
        ["（1）", "（2）"],
        ["1）", "2）"],
        ["①", "②"],
        ["A.", "B."],
        ["a.", "b."],
        ["（A）", "（B）"],
        ["（a）", "（b）"],
        ["甲、", "乙、"],
        ["（甲）", "（乙）"],
        ["壹、", "贰、"],
        ["A）", "B）"],
        ["a）", "b）"],
        ["Ⅰ.", "Ⅱ."],
        ["（壹）", "（贰）"],
    ];
    let path = draw(model, seeded, |model, path| {
        path.len() == 3 && model.node(path).children.is_empty() && matches!(model.node(path).style, Style::Dot)
    })?;
    let mut deepest = path;
    for (place, markers) in CHAIN.iter().enumerate() {
        let child = |marker: &str, offset: usize| Node {
            style: Style::Dot,
            number: 1,
            marker: Some(marker.to_owned()),
            heading: HEADINGS[(place + offset) % HEADINGS.len()].to_owned(),
            body: String::new(),
            children: Vec::new(),
        };
        model.node(&deepest).children = vec![child(markers[0], 0), child(markers[1], 12)];
        deepest.push(0);
    }
    Some((Code::DepthLimit, at(model, &deepest)))
}

pub(crate) const FAULTS: [(&str, Fault); 28] = [
    ("other numeral", other_numeral),
    ("drop an item", drop_item),
    ("double a number", double_number),
    ("swap two numbers", swap_numbers),
    ("start at 2", start_at_two),
    ("change a delimiter", change_delimiter),
    ("drop a delimiter", drop_delimiter),
    ("a sign behind brackets", wrong_sign),
    ("other width", other_width),
    ("1、 throughout", unusual_sign),
    ("a sign typed twice", double_sign),
    ("half a pair of brackets", half_brackets),
    ("an open 《", open_title),
    ("skip a level", skip_level),
    ("reverse a level", reverse_level),
    ("a reference to no 条", break_reference),
    ("a reference to no 项", break_point),
    ("a reference to no 部分", break_part),
    ("a year in square brackets", square_year),
    ("change the contents", change_contents),
    ("nothing behind a marker", empty_item),
    ("mask a figure", mask),
    ("cut the end", cut_end),
    ("a list of one", single),
    ("a long heading", long_heading),
    ("a stray marker", stray_marker),
    ("a style on two levels", style_again),
    ("seventeen levels", too_deep),
];
