//! Classes of words that say where a heading ends and where a text begins.
//!
//! ```text
//! 三、供养｜标准｜特困人员基本生活标准按…执行。     a noun that names what a part is about
//! （一）公告｜为｜方便广大家长，…                  a word that begins sentences
//! ```

/// Nouns that name what a part of a document is about, two ideographs each. They stand last in headings of every kind of
/// document. Left out are words for persons and bodies (用户, 单位, 员工), for they begin sentences.
const NOUNS: &str = "\
目的目标依据原则背景意义现状形势情况概况概述概要简介介绍说明定义术语范围对象条件资格标准要求要件内容方式方法办法措施步骤\
程序流程过程环节阶段时间日期期限时限地点地址场所分工职责权限权利义务责任制度机制体系体制规定规则规范政策计划规划方案安排\
部署任务工作重点要点思路举措做法经验成效成果成绩成就进展进步突破问题困难不足原因因素分析评价评估评审评分考核考评考试面试\
监督监管管理治理检查检验验收审批审核审查公示公告公布登记注册登录申请申报受理办理报名报送递交提交录取录用聘用招生招标投标\
开标评标定标报价缴费收费费用经费资金预算财务会计审计税务补助补贴奖励奖项奖惩处罚罚则处分申诉仲裁赔偿补偿保障保证支持服务\
宣传培训教育指导联系沟通反馈咨询投诉信访材料资料文件手续证明附件附则总则细则清单名单目录表格数据信息功能模块接口架构结构\
设计模型算法原理技术实现测试训练实验环境配置安装维护运维升级更新安全卫生消防治安风险应急处置预防需求约束约定限制特点特征\
特性优势指标性能参数类型分类种类等级级别数量规格质量价格付款支付结算发票报销交付交货运输物流包装保管保密违约争议解决变更\
终止解除生效适用解释权益保护共享转让披露存储收集获取使用用途用法产品项目活动会议议程议题纪要决议动议讨论赛制比赛竞赛奖品\
教学课程大纲学时学分学籍学位教材教法作业实习论文答辩文献综述引言绪论结论结果总结小结建议展望意见回顾打算设想布局格局建设\
发展改革创新转型效益影响关系作用地位本质理论思想路线纲领观点事项事宜其他备注格式主旨宗旨待遇福利薪酬工资考勤请假休假假期\
年假病假事假婚假产假出差离职入职晋升形式描述应用模式策略战略来源途径渠道手段条款声明须知提示协议合同订单账号记录报告通知\
纪律作风文化生态历史沿革资源产业市场竞争品牌推广营销定位价值愿景使命投资收益融资工期进度施工竣工售后保修退款库存资产采购\
租赁借阅期间保险救助就业创业社保医疗养老交通水利农业工业旅游体育健康法治党建纲要摘要前言致谢版本目標依據狀況現狀形勢簡介\
說明範圍對象條件資格標準內容辦法時間地點職責權限權利義務責任規定規則規範計畫計劃規劃經費費用獎勵獎項處罰罰則監督檢查審查\
審核報名評量評鑑服務聯絡資料檔案附則總則細則參與事務產品項目活動會議議題決議討論賽制競賽獎品教學課程學分結論結果總結建議\
發展關係組織權益變更爭議運動設施環境資訊測試維護風險預算補助申請登記註冊繳費招標投標價格品質处理机构能力实施名称管辖防治\
调查认证规模组织程度时效效力控制执行情形内涵验证送达认定行为管控操作文档收入日志设施合作分配准备修改制定概念风格场地分级\
辨识预警路径起源规律属性笔录供述证言电话号码额度面积金额资质设置计算许可举报运用转移领导工程例外核心習慣事項議程機構名稱\
辨析步驟處理調查執行案例工具语言";

/// Verbs that begin headings of what is to be done; a noun behind one is its object and may go on.
const VERBS: &str = "\
加强提升强化健全完善落实推进规范优化加快推动深化严格做好抓好开展实施建立坚持提高促进扩大加大全面全力着力大力切实继续深入积极\
扎实创新改进明确统筹打造构建保持";

/// Persons, bodies and measures to which a noun before belongs: 教育部门, 工作人员, 标准以上.
const BODIES: &str = "人员部门单位机构组织领导中心系统平台以上以下以内以外人員部門單位";

/// Words of two ideographs, by [`slot`]: their six bytes, and above them the lists they are in.
static WORDS: [u64; SLOTS] = words();

const NOUN: u64 = 1 << 48;
const VERB: u64 = 1 << 49;
const BODY: u64 = 1 << 50;
const BYTES: u64 = NOUN - 1;

/// A power of two, at least twice the number of words.
const SLOTS: usize = 2048;

/// Where a word is first looked for.
const fn slot(word: u64) -> usize {
    (word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize % SLOTS
}

/// Two ideographs as one number.
const fn word([a, b, c, d, e, f]: [u8; 6]) -> u64 {
    u64::from_le_bytes([a, b, c, d, e, f, 0, 0])
}

/// Built by the compiler, where an index out of bounds is an error.
const fn words() -> [u64; SLOTS] {
    let mut table = [0; SLOTS];
    list(&mut table, NOUNS, NOUN);
    list(&mut table, VERBS, VERB);
    list(&mut table, BODIES, BODY);
    table
}

/// Adds a list to the table.
const fn list(table: &mut [u64; SLOTS], words: &str, list: u64) {
    let (words, _) = words.as_bytes().as_chunks::<6>();
    let mut at = 0;
    while at < words.len() {
        let word = word(words[at]);
        let mut slot = slot(word);
        while table[slot] != 0 && table[slot] & BYTES != word {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] |= word | list;
        at += 1;
    }
}

/// Whether two ideographs are a word of a list.
fn is_in(two: Option<&[u8; 6]>, list: u64) -> bool {
    let Some(&two) = two else { return false };
    let word = word(two);
    let mut slot = slot(word);
    // At least half of the slots are empty, so that this ends.
    while let Some(&found) = WORDS.get(slot).filter(|&&found| found != 0) {
        if found & BYTES == word {
            return found & list != 0;
        }
        slot = (slot + 1) % SLOTS;
    }
    false
}

/// Whether a noun that closes headings ends here.
pub(super) fn ends_with_noun(head: &str) -> bool {
    is_in(head.as_bytes().last_chunk(), NOUN)
}

/// Whether a noun that closes headings begins here.
pub(super) fn begins_with_noun(rest: &str) -> bool {
    is_in(rest.as_bytes().first_chunk(), NOUN)
}

/// Whether a person, body or measure begins here.
pub(super) fn names_a_body(rest: &str) -> bool {
    is_in(rest.as_bytes().first_chunk(), BODY)
}

/// Whether a verb begins here that begins headings of what is to be done.
pub(super) fn begins_with_verb(head: &str) -> bool {
    is_in(head.as_bytes().first_chunk(), VERB)
}

/// Words that begin sentences and seldom stand behind a subject: of ground and aim, pronouns, words of time and of place,
/// of asking. Those with the same first ideograph stand side by side. With them the characters that make another word of
/// them when they stand before: 申请, 成本.
const BEGINNINGS: [(&str, &str); 106] = [
    ("根据", ""),
    ("按照", ""),
    ("依照", ""),
    ("为了", ""),
    ("为进一步", ""),
    ("为加强", ""),
    ("为规范", ""),
    ("为做好", ""),
    ("为贯彻", ""),
    ("为落实", ""),
    ("为深入", ""),
    ("为保障", ""),
    ("为方便", ""),
    ("为切实", ""),
    ("为实现", ""),
    ("为确保", ""),
    ("为适应", ""),
    ("为充分", ""),
    ("为深化", ""),
    ("为推进", ""),
    ("为推动", ""),
    ("为加快", ""),
    ("为应对", ""),
    ("为维护", ""),
    ("为提升", ""),
    ("为减少", ""),
    ("为更好", ""),
    ("为有效", ""),
    ("为此", ""),
    ("为弘扬", ""),
    ("为响应", ""),
    ("为营造", ""),
    ("为保证", ""),
    ("为保护", ""),
    ("为严格", ""),
    ("为满足", ""),
    ("为强化", ""),
    ("为防止", ""),
    ("为预防", ""),
    ("为避免", ""),
    ("为鼓励", ""),
    ("为扩大", ""),
    ("为构建", ""),
    ("为建立", ""),
    ("为打造", ""),
    ("为发挥", ""),
    ("为解决", ""),
    ("为巩固", ""),
    ("为健全", ""),
    ("为完善", ""),
    ("为培育", ""),
    ("为增强", ""),
    ("为积极", ""),
    ("为帮助", ""),
    ("为全面", ""),
    ("为促进", ""),
    ("为提高", ""),
    ("本", "基成根资文样版日课剧"),
    ("我", "自"),
    ("您", ""),
    ("请", "申邀聘提"),
    ("請", "申邀聘提"),
    ("该", "应"),
    ("該", "應"),
    ("其", "尤与极"),
    ("各", ""),
    ("凡", "非平"),
    ("如", "例"),
    ("若", ""),
    ("当", "应担相适不恰正"),
    ("当前", ""),
    ("由于", ""),
    ("经", "已财曾神"),
    ("自", "亲各"),
    ("随着", ""),
    ("通过", ""),
    ("采用", ""),
    ("围绕", ""),
    ("针对", ""),
    ("结合", ""),
    ("目前", ""),
    ("近年", ""),
    ("今年", ""),
    ("去年", ""),
    ("年初", ""),
    ("截至", ""),
    ("截止", ""),
    ("全市", ""),
    ("全区", ""),
    ("全县", ""),
    ("全省", ""),
    ("全国", ""),
    ("全镇", ""),
    ("全校", ""),
    ("每", ""),
    ("所有", ""),
    ("任何", ""),
    ("严禁", ""),
    ("禁止", ""),
    ("欢迎", ""),
    ("作为", ""),
    ("这", ""),
    ("此", "因如"),
    ("面对", ""),
    ("下列", ""),
    ("上述", ""),
];

/// What a character can be, one bit each: classes of [`class`].
pub(super) mod class {
    /// No text begins with it: the words before go on.
    pub(in crate::split) const GOES_ON: u8 = 1;
    /// No heading ends with it.
    pub(in crate::split) const JOINS: u8 = 1 << 1;
    /// Behind the first character of a word it ties the word to what follows.
    pub(in crate::split) const TIES: u8 = 1 << 2;
    /// Words of [`super::BEGINNINGS`] begin with it.
    pub(in crate::split) const BEGINS: u8 = 1 << 3;
    /// Words of [`super::NOUNS`] begin with it.
    pub(in crate::split) const NOUN_BEGINS: u8 = 1 << 4;
    /// Words of [`super::NOUNS`] end with it. The next bit, so that two characters are asked in one step.
    pub(in crate::split) const NOUN_ENDS: u8 = NOUN_BEGINS << 1;
    /// Sentences begin with it: prepositions and verbs of duty.
    pub(super) const SENTENCE: u8 = 1 << 6;
}

const GOES_ON: &str = "的和与及或等是中上下化性定将须需不已有要均从于者之而且也都就则但会會得了着過并並與為及内內外前后後時时书日型类率量";
const JOINS: &str = "的和与及以对向在将由从于被把给使等是为按据到至與為於將";
const TIES: &str = "的和与及";
const SENTENCE: &str = "为由按在应须因对从以符不必";

/// As many as two bytes number, so that no look into [`CLASSES`] is out of bounds and none is asked about.
const CHARACTERS: usize = 1 << 16;

/// The classes of every character: one look instead of a search in each list.
static CLASSES: [u8; CHARACTERS] = classes();

/// Built by the compiler, where an index out of bounds is an error.
const fn classes() -> [u8; CHARACTERS] {
    let mut classes = [0; CHARACTERS];
    mark(&mut classes, GOES_ON.as_bytes(), 3, class::GOES_ON);
    mark(&mut classes, JOINS.as_bytes(), 3, class::JOINS);
    mark(&mut classes, TIES.as_bytes(), 3, class::TIES);
    mark(&mut classes, SENTENCE.as_bytes(), 3, class::SENTENCE);
    mark(&mut classes, NOUNS.as_bytes(), 6, class::NOUN_BEGINS);
    mark(&mut classes, NOUNS.as_bytes().split_at(3).1, 6, class::NOUN_ENDS);
    let mut at = 0;
    while at < BEGINNINGS.len() {
        mark(&mut classes, BEGINNINGS[at].0.as_bytes(), usize::MAX, class::BEGINS);
        at += 1;
    }
    classes
}

/// Adds a class to the ideographs of a list, of which one begins every `step` bytes.
const fn mark(classes: &mut [u8; CHARACTERS], list: &[u8], step: usize, class: u8) {
    let mut at = 0;
    while at < list.len() {
        classes[ideograph([list[at], list[at + 1], list[at + 2]]) as usize] |= class;
        at = at.saturating_add(step);
    }
}

/// The ideograph of three bytes.
pub(super) const fn ideograph([a, b, c]: [u8; 3]) -> u16 {
    (a as u16) << 12 | ((b & 0x3F) as u16) << 6 | (c & 0x3F) as u16
}

/// The classes of an ideograph, none for any other character.
pub(super) fn classes_of_ideograph(ideograph: u16) -> u8 {
    // Every u16 is an index.
    CLASSES[usize::from(ideograph)]
}

/// The classes of a character, none for what is no ideograph.
pub(super) fn classes_of(c: char) -> u8 {
    u16::try_from(u32::from(c)).map_or(0, classes_of_ideograph)
}

/// Places of [`FIRST_WORDS`], a power of two, at least twice the number of words.
const PLACES: usize = 256;

/// The first of the [`BEGINNINGS`] that begin with an ideograph, counted from 1, by [`place`].
static FIRST_WORDS: [u8; PLACES] = first_words();

/// Where the words that begin with an ideograph are first looked for.
const fn place(first: u16) -> usize {
    (first as u32).wrapping_mul(0x9E37_79B1) as usize >> 24 & (PLACES - 1)
}

/// The first ideograph of a word.
const fn first_of(word: &str) -> u16 {
    let word = word.as_bytes();
    ideograph([word[0], word[1], word[2]])
}

/// Built by the compiler, where an index out of bounds is an error.
const fn first_words() -> [u8; PLACES] {
    let mut table = [0; PLACES];
    let mut at = 0;
    while at < BEGINNINGS.len() {
        let first = first_of(BEGINNINGS[at].0);
        let mut place = place(first);
        while table[place] != 0 && first_of(BEGINNINGS[table[place] as usize - 1].0) != first {
            place = (place + 1) % PLACES;
        }
        if table[place] == 0 {
            table[place] = at as u8 + 1;
        }
        at += 1;
    }
    table
}

/// Whether words begin at `rest` that begin sentences; `before`: the character before.
pub(super) fn begins_sentence(rest: &str, before: char) -> bool {
    let Some(first) = rest.chars().next().filter(|&first| classes_of(first) & class::BEGINS != 0) else { return false };
    let begins = |(word, _): &&(&str, &str)| word.starts_with(first);
    // An ideograph: it has a class.
    let mut place = place(first as u16);
    // Fewer than half of the places are taken, so that this ends.
    while let Some(&at @ 1..) = FIRST_WORDS.get(place) {
        let mut words = BEGINNINGS.iter().skip(usize::from(at) - 1).take_while(begins).peekable();
        if words.peek().is_some() {
            return words.any(|(word, not_behind)| rest.starts_with(word) && !not_behind.contains(before));
        }
        place = (place + 1) % PLACES;
    }
    false
}

/// Whether a piece begins as a sentence does.
pub(super) fn is_sentence(piece: &str) -> bool {
    piece.starts_with(|c| classes_of(c) & class::SENTENCE != 0) || begins_sentence(piece, ' ')
}

#[cfg(test)]
mod tests {
    use super::{
        BEGINNINGS, BODIES, NOUNS, PLACES, SLOTS, VERBS, begins_sentence, begins_with_noun, begins_with_verb, class,
        classes_of, ends_with_noun, ideograph, is_sentence, names_a_body,
    };

    fn words(list: &str) -> Vec<&str> {
        list.as_bytes().chunks(6).map(|word| std::str::from_utf8(word).unwrap()).collect()
    }

    #[test]
    fn every_word_is_found_in_its_list_alone() {
        let all = || [NOUNS, VERBS, BODIES].into_iter().flat_map(words);
        assert!(all().count() * 2 <= SLOTS);
        for word in all().chain(["员工", "的是", "目的是", "目", "", "ab"]) {
            let is_in = |list| words(list).contains(&word.get(..6).unwrap_or(word));
            assert_eq!(begins_with_noun(word), is_in(NOUNS), "{word}");
            assert_eq!(begins_with_verb(word), is_in(VERBS), "{word}");
            assert_eq!(names_a_body(word), is_in(BODIES), "{word}");
        }
        for noun in words(NOUNS) {
            assert!(ends_with_noun(&format!("工作{noun}")), "{noun}");
            assert_eq!(words(NOUNS).iter().filter(|other| **other == noun).count(), 1, "{noun} stands twice");
        }
        assert!(!ends_with_noun("目的是"));
    }

    #[test]
    fn every_beginning_is_found() {
        assert!(BEGINNINGS.len() * 2 <= PLACES);
        for (word, not_behind) in BEGINNINGS {
            assert!(begins_sentence(word, '，') && begins_sentence(&format!("{word}一"), '期'), "{word}");
            for before in not_behind.chars() {
                assert!(!begins_sentence(word, before), "{before}{word}");
            }
        }
        assert!(begins_sentence("请登录系统", '试'));
        assert!(!begins_sentence("为三年", '期'));
        assert!(is_sentence("为三年") && is_sentence("根据规定") && !is_sentence("供养标准"));
    }

    #[test]
    fn ideographs_are_read_from_their_bytes() {
        for c in '\u{4000}'..='\u{9FFF}' {
            let mut bytes = [0; 3];
            c.encode_utf8(&mut bytes);
            assert_eq!(u32::from(ideograph(bytes)), u32::from(c));
        }
        assert_eq!(classes_of('的') & class::TIES, class::TIES);
        assert_eq!(classes_of('a'), 0);
    }
}
