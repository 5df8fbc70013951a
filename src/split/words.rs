//! Classes of words that say where a heading ends and where a text begins.
//!
//! ```text
//! 三、供养｜标准｜特困人员基本生活标准按…执行。     a noun that names what a part is about
//! （一）公告｜为｜方便广大家长，…                  a word that begins sentences
//! ```

mod course;

pub(super) use self::course::{begins_with_course, begins_with_new, is_inside_course, is_inside_progress};

use self::course::{ADVERBS, GREW, WENT, ends_with_new, ends_with_progress, says_how_it_went};
use super::customary::{CUSTOMARY, is_customary};
use super::phrases;
use crate::scan::bytes::{four, is_ideograph};

/// Nouns that name what a part of a document is about, two ideographs each. They stand last in headings of every kind of
/// document; of words of three the last two (可行性, 委员会). Left out are words of two for persons and bodies (用户, 单位, 员工),
/// for they begin sentences.
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
年假病假事假婚假产假出差离职入职晋升自查自纠抽查隐患图表分布仪式形式描述应用模式策略战略来源途径渠道手段条款声明须知提示协议合同订单账号记录报告通知\
纪律作风文化生态历史沿革资源产业市场竞争品牌推广营销定位价值愿景使命投资收益融资工期进度施工竣工售后保修退款库存资产采购\
租赁借阅期间保险救助就业创业社保医疗养老交通水利农业工业旅游体育健康法治党建纲要摘要前言致谢版本目標依據狀況現狀形勢簡介\
說明範圍對象條件資格標準內容辦法時間地點職責權限權利義務責任規定規則規範計畫計劃規劃經費費用獎勵獎項處罰罰則監督檢查審查\
審核報名評量評鑑服務聯絡資料檔案附則總則細則參與事務產品項目活動會議議題決議討論賽制競賽獎品教學課程學分結論結果總結建議\
發展關係組織權益變更爭議運動設施環境資訊測試維護風險預算補助申請登記註冊繳費招標投標價格品質处理机构能力实施名称管辖防治\
调查认证规模组织程度时效效力控制执行情形内涵验证送达认定行为管控操作文档收入日志设施合作分配准备修改制定概念风格场地分级\
辨识预警路径起源规律属性笔录供述证言电话号码额度面积金额资质设置计算许可举报运用转移领导工程例外核心習慣事項議程機構名稱\
辨析步驟處理調查執行案例工具语言平台时长预案主体主體主题主題类别編號编号难点難點要素软件后果产权职能划分供给规约专业学科\
行性要性效性限性员会員會挥部揮部小组小組公室证金證金押金租金约金务费修费洁费管费水费电费暖费务业业链任感迫感命感誉感\
領導問題困難原則意義現況概況定義術語過程環節階段時限場所機制體系體制任務重點要點經驗成績進展評價評估評審評分監管\
檢驗驗收審批資金財務會計審計稅務補貼賠償補償宣傳培訓指導聯繫溝通諮詢投訴手續證明目錄數據架構結構設計技術實驗安裝\
衛生應急預防約定特點特徵優勢指標參數類型分類種類等級數量規格質量結算發票運輸包裝違約解決終止解釋創新轉型影響本質\
理論路線綱領意見回顧設想佈局紀律作風生態歷史資源產業市場競爭推廣營銷價值投資融資進度資產採購租賃期間保險就業創業\
方面层面周期导向文本凭证角度趋势前景走向举例示例范例导论概论总论提纲图例符号释义解读问答守则准则公式习题练习试题结语序言导语缘由\
起因经过由来动态进程时段日程行程位置领域科目专题选题标题热点亮点看点人数名额名次职级职称年龄技能品德礼仪着装言行优点缺点缺陷漏洞\
灾情险情警情案情对策抓手板块章节条目事务业务后勤保洁保养安保采样检定校准测量计量计价计费定价定额编制班子师资师德学风教风校风党风\
政风行风工伤加班交接盘点核算归档存档备案移交任免任期任职担保抵押定金承诺鉴定取证举证质证辩论调解回避立案结案选址选型用印印章证照\
证书证件票据凭据界面页面版式字体装订封面\
醫療養老農業工業旅遊黨建致謝實施管轄認證規模時效準備計算許可舉報轉移報告獎懲懲處";

/// Verbs that begin headings of what is to be done; a noun behind one is its object and may go on.
const VERBS: &str = "\
加强提升强化健全完善落实推进规范优化加快推动深化严格做好抓好开展实施建立坚持提高促进扩大加大全面全力着力大力切实继续深入积极\
扎实创新改进明确统筹打造构建保持坚决牢固压实筑牢聚焦突出持续不断稳步确保\
营造培育激发增强凝聚厚植弘扬夯实拓展助力护航狠抓紧盯锚定守牢兜牢织密畅通盘活做强做优做大增进精准严明严肃严控防范化解破解补齐\
提振激活释放抢抓聚力立足注重谋划认清理清端正绷紧扛牢扛起压紧把牢站稳打好下好办好抓实抓牢用好建好管好\
加強強化落實推進規範優化推動嚴格開展堅持促進擴大著力切實繼續積極紮實改進明確統籌構建堅決持續不斷穩步確保營造激發\
增強弘揚緊盯築牢壓實";

/// Verbs that say what is done first, and words before them that say how, behind a heading that begins with one of [`VERBS`]:
/// 提升水平｜新建校舍….
const ACTS: &str = "\
新建改建扩建改造选派引导支持鼓励推广投入招聘依托对接购买整合出动招引查处制定制订召开举办组建设立建成完成争取引进出台印发\
下达安排划拨拨付兑现设置成立选聘选拔选树评选表彰组织动员发动带动辐射吸引培养培训孵化布局建设修建修缮维修疏浚治理关停淘汰\
取缔打击清退清除清运拆除拆违整治整改修订修改编制编印发放发布公布公开公示宣传宣讲讲解走访慰问帮助帮扶救助资助补贴奖补减免\
减征缓缴降低增加增设新增扩展拓宽延伸延长缩短压缩压减精简简化细化量化实化调整调动协调协同协助配合联合联动会同联系沟通交流\
学习研究研判分析梳理摸清摸排排查筛查检查抽查督查督促监督监测监控考核评估评价评比验收审核审查审批把握把好抓住抓紧探索试点\
创建创办开发开办开通开设开放开拓打通搭建构筑挖掘利用运用应用推行实行执行贯彻贯通遵守遵循遵照坚守严厉严打严守从严防止消除\
遏制杜绝避免控制管控维护保护守护保障保证力争努力尽快尽力充分进一层层认真主动定期及时广泛";

/// Words that close headings of what is to be done or dealt with, and stand elsewhere as well.
const CLOSERS: &str = "\
动能气象面貌局面征程篇章辉煌台阶高地样板品质风尚引擎名片标杆典范沃土枢纽强国强省强市强县路子质效福祉后劲颜值血脉根脉盲区死角堵点痛点\
顽疾新风正气声势能级壁垒屏障\
力度落实引导氛围督查督导支撑合力协同协作配合联动队伍水平效能秩序底线防线基础根基短板活力动力特色载体阵地链条覆盖整治攻坚\
行动执法普法问责追责排查化解防控稳定团结调研创建素质意识观念素养效率实效人才干部党员群众民生会费经营隐私免责其它通则总述\
总体挑战局限瓶颈基地公约章程条例职务职业岗位招聘工地现场工艺节点设备仪器器材物资车辆食堂宿舍教室班级家庭社会课堂课题阅读\
引领驱动赋能潜能红利生机步伐内需提质增效扩面攻关育人铸魂减负肃纪问效督办激励互动共治联控联治共识信心决心定力本领担当风采形象口碑\
财源内功胜仗大局集聚牵引清零带动\
写作演练值班巡查监测响应救援疏散恢复重建善后生产振兴认识追究投入协调实事规矩储备衔接动性对性觉性坚战任制结合提供入学\
落實引導氛圍督導支撐協同協作聯動隊伍底線防線基礎動力載體陣地鏈條覆蓋攻堅行動執法問責追責穩定團結調研創建素質意識\
机遇\
觀念實效幹部黨員群眾生產振興認識";

/// Words that begin sentences and seldom stand behind a subject: of ground and aim, of time and of place, of asking.
const OPENERS: &str = "\
根据按照依照对于为了为进为加为规为做为贯为落为深为保为方为切为实为确为适为充为推为应为维为提为减为更为有为此为弘为响为营为严\
为满为强为防为预为避为鼓为扩为构为建为打为发为解为巩为健为完为培为增为积为帮为全为促为引为改为优为妥由于原为原定随着通过采用围绕针对结合目前近年从即自即即日\
今年今后去年有下有以详见年初截至截止全市全区全县全省全国全镇全校所有任何严禁禁止欢迎作为面对下列上述上半中央中共全年为期如果我国不收另行见附免费\
过去下表下图今天\
根據對於為了隨著圍繞針對結合詳見全縣全國全鎮嚴禁歡迎作為閣下\
為使為因為評為配為協為利為讓為達為增為鼓為加為推為落為提為辦為確為維為促為保為建為規為強為有為此為培為實為應為進\
阁下为使为因为评为配为协为利为让为达";

/// Who does something, or what is done first: such words begin texts, and stand inside headings as well. Verbs of what is to be
/// done gained six headings of a thousand that have no sign.
const SUBJECTS: &str = "\
牢牢甲方乙方丙方丁方双方用户公司学校学生學生团队團隊会员會員员工員工教师教師买方卖方原告被告企业市民居民村民家长成立建立组建充分\
认真积极进一制定暂定具有负责下设主要以下包括定期考生应聘报考参赛选手干部党员职工\
支持坚持推行鼓励加快深化强化加大加强推动确保完善健全深入掌握理解了解熟悉能够传统现有严格着力提供配备举办落实推进发展培育引进发挥扩大实行会议依托借助总体\
县财市财区财省财县委市委区委县级市级群众农民青年学员\
雙方企業鼓勵認真推動";

/// What somebody does who is named by it, 投标人 供应商 出租方: the third ideograph is one of [`PERSONS`].
const ROLES: &str = "投标招标供应申请采购出租承租上诉";
const PERSONS: [char; 3] = ['人', '方', '商'];

/// With these before it, a word of [`SUBJECTS`] is part of another: 分公司, 大学生.
const OF_SUBJECTS: [char; 9] = ['分', '子', '总', '本', '各', '大', '中', '小', '信'];

/// An ideograph that begins sentences by itself: the characters that make another word of it when they stand before,
/// 申请, 成本.
const fn alone(first: char) -> Option<&'static str> {
    Some(match first {
        '本' => "基成根资文样版日课剧",
        '请' | '請' => "申邀聘提",
        '当' => "应担相适不恰正",
        '经' => "已财曾神",
        '其' => "尤与极",
        '自' => "亲各",
        '凡' => "非平",
        '此' => "因如",
        '我' => "自",
        '该' => "应",
        '該' => "應",
        '如' => "例",
        '要' => "重主需只纲摘简首必概紧将还不都就也均仍更既又应一二三四五六七八九十",
        '在' => "存现現所正内內潜旨意重贵好处處不",
        '拟' | '擬' => "模虚草",
        '除' => "解免清扣排消删废拆开根去铲破",
        '执' | '改' | '党' | '长' | '从' => "",
        '把' => "一二两三几每手车严持终要是应会并不",
        '以' => "可所加予难足得何用",
        '您' | '你' | '各' | '若' | '每' | '这' => "",
        _ => return None,
    })
}
const ALONE: &str = "除以执改党长从把拟擬在本请請当经其自凡此我该該如您你各若每这要";

/// A text may begin with these, but more often its subject stands before: 面试｜按1:3的比例…, 用车｜标准按….
const PREPOSITIONS: &str = "由按";

const fn is_preposition(c: char) -> bool {
    matches!(c, '由' | '按')
}

/// With these go on words before them, and begin fields: 时间：, 日期：, 型号：.
const FIELDS: &str = "时時日型";

/// Words of two ideographs, by [`slot`]: their six bytes, and above them the lists they are in.
static WORDS: [u64; SLOTS] = words();

const NOUN: u64 = 1 << 48;
const VERB: u64 = 1 << 49;
const CLOSER: u64 = 1 << 50;
const OPENER: u64 = 1 << 51;
const SUBJECT: u64 = 1 << 52;
const ROLE: u64 = 1 << 53;
/// A heading of [`CUSTOMARY`] ends with it.
const CUSTOM: u64 = 1 << 54;
/// One begins with it.
const BEGINS_CUSTOM: u64 = 1 << 55;
const WENT_OR_GREW: u64 = 1 << 56;
const HAS_NO_OBJECT: u64 = 1 << 57;
const ADVERB: u64 = 1 << 58;
const ACT: u64 = 1 << 59;
const BYTES: u64 = NOUN - 1;

/// A power of two, at least twice the number of words.
const SLOTS: usize = 4096;

/// Where a word is first looked for.
const fn slot(word: u64) -> usize {
    (word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize % SLOTS
}

/// Two ideographs as one number.
pub(super) const fn word([a, b, c, d, e, f]: [u8; 6]) -> u64 {
    u64::from_le_bytes([a, b, c, d, e, f, 0, 0])
}

/// Built by the compiler, where an index out of bounds is an error.
const fn words() -> [u64; SLOTS] {
    let mut table = [0; SLOTS];
    list(&mut table, NOUNS, NOUN);
    list(&mut table, VERBS, VERB);
    list(&mut table, CLOSERS, CLOSER);
    list(&mut table, OPENERS, OPENER);
    list(&mut table, SUBJECTS, SUBJECT);
    list(&mut table, ROLES, ROLE);
    list(&mut table, ACTS, ACT);
    list(&mut table, WENT, WENT_OR_GREW | HAS_NO_OBJECT);
    list(&mut table, GREW, WENT_OR_GREW);
    list(&mut table, ADVERBS, ADVERB);
    let mut index = 0;
    while index < CUSTOMARY.len() {
        let (_, word) = CUSTOMARY[index].split_at(CUSTOMARY[index].len() - 6);
        list(&mut table, word, CUSTOM);
        let (word, _) = CUSTOMARY[index].split_at(6);
        list(&mut table, word, BEGINS_CUSTOM);
        index += 1;
    }
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

/// The lists that hold two ideographs, as bits.
#[inline]
fn lists_of(two: Option<&[u8; 6]>) -> u64 {
    let Some(&two) = two else { return 0 };
    let word = word(two);
    let mut slot = slot(word);
    // At least half of the slots are empty, so that this ends.
    while let Some(&found) = WORDS.get(slot).filter(|&&found| found != 0) {
        if found & BYTES == word {
            return found & !BYTES;
        }
        slot = (slot + 1) % SLOTS;
    }
    0
}

/// The word at the end of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Last {
    /// One of [`NOUNS`].
    Noun,
    /// One of [`CLOSERS`].
    Closer,
    /// One of [`WENT`] or [`GREW`], with a subject and an adverb before it.
    Course,
    Other,
}

/// The word that ends here.
pub(super) fn last(head: &str) -> Last {
    last_of(lists_of(head.as_bytes().last_chunk()))
}

/// The word that ends here, and whether all words are a heading by custom; `customary`: whether one begins so.
#[inline]
pub(super) fn last_of_heading(head: &str, customary: bool) -> (Last, bool) {
    match lists_of(head.as_bytes().last_chunk()) {
        0 => (Last::Other, false),
        lists => last_by_lists(head, lists, customary),
    }
}

/// The same of a word that is in these lists.
#[inline(never)]
fn last_by_lists(head: &str, lists: u64, customary: bool) -> (Last, bool) {
    let last = match lists & WENT_OR_GREW {
        _ if ends_with_new(head) => Last::Course,
        0 => last_of(lists),
        _ if says_how_it_went(head) => Last::Course,
        _ if ends_with_progress(head) => Last::Noun,
        _ => last_of(lists),
    };
    (last, customary && lists & CUSTOM != 0 && is_customary(head))
}

/// In which manner something is done.
const MANNERS: &str = "充分深刻积极扎实全面深入稳步有序持续不断继续切实自觉坚决努力着力大力有效";

/// Whether two ideographs say in which manner something is done.
fn is_manner(word: &[u8; 6]) -> bool {
    MANNERS.as_bytes().as_chunks::<6>().0.contains(word)
}

const fn last_of(lists: u64) -> Last {
    match lists {
        lists if lists & NOUN != 0 => Last::Noun,
        lists if lists & CLOSER != 0 => Last::Closer,
        _ => Last::Other,
    }
}

/// Whether a verb begins a heading that begins headings of what is to be done, and whether a heading by custom begins so.
pub(super) fn first_of_heading(head: &str) -> (bool, bool) {
    let lists = lists_of(head.as_bytes().first_chunk());
    (lists & VERB != 0, lists & BEGINS_CUSTOM != 0)
}

/// Verbs that take an object, beside an adverb: 切实增强….
const TAKES: &str = "增强提高提升强化加强完善健全接受落实维护改善认识";

/// Whether words are nothing but an adverb and a verb that takes an object: 切实增强, 进一步提升.
pub(super) fn is_adverb_and_verb(head: &str) -> bool {
    matches!(head.len(), 12 | 15)
        && head.as_bytes().split_last_chunk::<6>().is_some_and(|(adverb, verb)| {
            (adverb == "进一步".as_bytes() || adverb.try_into().is_ok_and(is_manner))
                && TAKES.as_bytes().as_chunks::<6>().0.contains(verb)
        })
}

/// Verbs beside those that begin headings that what is quoted may be the object of: 执行“三会一课”.
const QUOTES: &str = "执行实行推行按照参加通过学习运用利用采取遵守签订制定印发开设设立建成";

/// Whether words end with a verb that takes what is quoted: 落实“三单”.
pub(super) fn ends_with_verb(head: &str) -> bool {
    let last = head.as_bytes().last_chunk();
    lists_of(last) & VERB != 0 || last.is_some_and(|last| QUOTES.as_bytes().as_chunks::<6>().0.contains(last))
}

/// Nouns that are verbs before what is dealt with: 正确使用｜各种器材.
const DEEDS: &str = "设计处理執行执行使用管理检查检验测试分析掌握提供處理";

/// Whether words end with one of them.
pub(super) fn ends_with_deed(head: &str) -> bool {
    head.as_bytes().last_chunk().is_some_and(|last| DEEDS.as_bytes().as_chunks::<6>().0.contains(last))
}

/// Whether two ideographs are a word of one of the lists.
pub(super) fn is_word(two: &[u8; 6]) -> bool {
    lists_of(Some(two)) & !(CUSTOM | BEGINS_CUSTOM | ACT) != 0
}

/// Whether a noun that closes headings begins here, or another word that closes them and begins no text: 安全｜生产.
pub(super) fn begins_with_noun(rest: &str) -> bool {
    let lists = lists_of(rest.as_bytes().first_chunk());
    lists & NOUN != 0 && !rest.starts_with("改革开放以来") && !puts_into_practice(rest)
        || lists & (CLOSER | VERB | SUBJECT | OPENER) == CLOSER
}

/// What 实施 belongs to, and what belongs to it, where it is no verb that begins a text: 实施方案, 实施后.
const OF_PRACTICE: [&str; 22] = [
    "方案", "办法", "细则", "意见", "情况", "主体", "单位", "步骤", "时间", "过程", "期", "后", "中", "的", "和", "与",
    "及", "、", "路径", "效果", "要", "保障",
];

/// Whether a text begins here with what is put into practice: 问题导向｜实施清单管理, but 项目｜实施方案.
fn puts_into_practice(rest: &str) -> bool {
    rest.strip_prefix("实施").is_some_and(|object| {
        object.starts_with(|c| crate::scan::ideograph::is_ideograph(c) || c == '“')
            && !OF_PRACTICE.iter().any(|word| object.starts_with(word))
    })
}

/// Whether words end with one of [`OPENERS`], which closes no headings: 服务银行目前.
pub(super) fn ends_with_opener(head: &str) -> bool {
    lists_of(head.as_bytes().last_chunk()) & (OPENER | NOUN | CLOSER) == OPENER
}

/// Whether a verb begins here that begins headings of what is to be done.
pub(super) fn begins_with_verb(head: &str) -> bool {
    lists_of(head.as_bytes().first_chunk()) & VERB != 0
}

/// Whether a verb begins here that says what is done first.
pub(super) fn begins_with_act(rest: &str) -> bool {
    lists_of(rest.as_bytes().first_chunk()) & (VERB | ACT) != 0
}

/// What a character can be, one bit each: classes of [`class`].
pub(super) mod class {
    /// No text begins with it: the words before go on.
    pub(in crate::split) const GOES_ON: u8 = 1;
    /// No heading ends with it.
    pub(in crate::split) const JOINS: u8 = 1 << 1;
    /// Words of [`super::VERBS`] begin with it.
    pub(in crate::split) const VERB_BEGINS: u8 = 1 << 2;
    /// Words begin with it that begin sentences; see [`super::beginning`].
    pub(in crate::split) const BEGINS: u8 = 1 << 3;
    /// Words of [`super::NOUNS`] and [`super::CLOSERS`] begin with it.
    pub(in crate::split) const NOUN_BEGINS: u8 = 1 << 4;
    /// They end with it. The next bit, so that two characters are asked in one step.
    pub(in crate::split) const NOUN_ENDS: u8 = NOUN_BEGINS << 1;
    /// Words of [`super::ADVERBS`] end with it, or 取得新….
    pub(in crate::split) const ADVERB_ENDS: u8 = 1 << 6;
}

const GOES_ON: &str = "的和与及或等是中上化性定将须需不已有均从于者之而且也都就则但会會得了着過并並與為及内內外前后後時时书日型类率量所们們度侧式业業";
const JOINS: &str = "的和与及以对向在将由从于被把给使等是为按据到至與為於將";

/// As many as two bytes number, so that no look into [`CLASSES`] is out of bounds and none is asked about.
const CHARACTERS: usize = 1 << 16;

/// The classes of every character: one look instead of a search in each list.
static CLASSES: [u8; CHARACTERS] = classes();

/// Built by the compiler, where an index out of bounds is an error.
const fn classes() -> [u8; CHARACTERS] {
    let mut classes = [0; CHARACTERS];
    mark(&mut classes, GOES_ON.as_bytes(), 3, class::GOES_ON);
    mark(&mut classes, JOINS.as_bytes(), 3, class::JOINS);
    mark(&mut classes, VERBS.as_bytes(), 6, class::VERB_BEGINS);
    mark(&mut classes, ACTS.as_bytes(), 6, class::VERB_BEGINS);
    mark(&mut classes, ADVERBS.as_bytes().split_at(3).1, 6, class::ADVERB_ENDS);
    // 取得新进展
    mark(&mut classes, "新".as_bytes(), 3, class::ADVERB_ENDS);
    mark(&mut classes, NOUNS.as_bytes(), 6, class::NOUN_BEGINS);
    mark(&mut classes, NOUNS.as_bytes().split_at(3).1, 6, class::NOUN_ENDS);
    let mut index = 0;
    while index < CUSTOMARY.len() {
        let (_, word) = CUSTOMARY[index].as_bytes().split_at(CUSTOMARY[index].len() - 6);
        mark(&mut classes, word, 6, class::NOUN_BEGINS);
        mark(&mut classes, word.split_at(3).1, 6, class::NOUN_ENDS);
        index += 1;
    }
    mark(&mut classes, CLOSERS.as_bytes(), 6, class::NOUN_BEGINS);
    mark(&mut classes, CLOSERS.as_bytes().split_at(3).1, 6, class::NOUN_ENDS);
    mark(&mut classes, WENT.as_bytes(), 6, class::NOUN_BEGINS);
    mark(&mut classes, GREW.as_bytes(), 6, class::NOUN_BEGINS);
    mark(&mut classes, WENT.as_bytes().split_at(3).1, 6, class::NOUN_ENDS);
    mark(&mut classes, GREW.as_bytes().split_at(3).1, 6, class::NOUN_ENDS);
    mark(&mut classes, OPENERS.as_bytes(), 6, class::BEGINS);
    mark(&mut classes, SUBJECTS.as_bytes(), 6, class::BEGINS);
    mark(&mut classes, ROLES.as_bytes(), 6, class::BEGINS);
    mark(&mut classes, ALONE.as_bytes(), 3, class::BEGINS);
    mark(&mut classes, FIELDS.as_bytes(), 3, class::BEGINS);
    mark(&mut classes, PREPOSITIONS.as_bytes(), 3, class::BEGINS);
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

/// The ideograph that begins with four bytes, the first in the lowest place.
pub(super) const fn ideograph_of(bytes: u32) -> u16 {
    (bytes << 12) as u16 | (bytes >> 2) as u16 & 0x0FC0 | (bytes >> 16) as u16 & 0x3F
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

/// The word at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum First {
    /// It begins sentences.
    Opener,
    /// Who does something, or what is done.
    Subject,
    Other,
}

/// The word that begins here; `before`: the character before.
#[inline]
pub(super) fn beginning(rest: &str, before: char) -> First {
    let here = four(rest.as_bytes(), 0);
    // All characters of the lists are ideographs of three bytes.
    let ideograph = if is_ideograph(here) { ideograph_of(here) } else { 0 };
    if classes_of_ideograph(ideograph) & class::BEGINS == 0 { First::Other } else { begun(rest, ideograph, before) }
}

/// Whether one of [`OPENERS`] begins here, which stands inside no heading; `before`: the classes of the character before.
pub(super) fn opens_for_sure(rest: &str, before: u8) -> bool {
    before & class::JOINS == 0 && lists_of(rest.as_bytes().first_chunk()) & OPENER != 0
}

/// The same of an ideograph that such words begin with.
fn begun(rest: &str, first: u16, before: char) -> First {
    let Some(first) = char::from_u32(first.into()) else { return First::Other };
    // 要求 and 要点 are nouns.
    if first == '要' && rest.chars().nth(1).is_some_and(|next| "求点素件领闻害略塞".contains(next)) {
        return First::Other;
    }
    let next = |rest: &str| rest.chars().nth(2).unwrap_or(' ');
    if first == '上' && ["上一个", "上个", "上学期"].iter().any(|time| rest.starts_with(time)) {
        return First::Opener;
    }
    // 启动仪式｜主题：…
    if matches!(first, '主' | '作') && phrases::names_host_before_colon(rest) {
        return First::Subject;
    }
    // 截止时间 and 负责人 are nouns, 通过的人员 goes on.
    if matches!(first, '截' | '负' | '負' | '通')
        && matches!((first, next(rest)), ('截', '时' | '時' | '日') | ('负' | '負', '人') | ('通', '的'))
    {
        return First::Other;
    }
    // Where the character before does not matter it is a blank, which is in no list.
    if alone(first).is_some_and(|not_behind| before == ' ' || !not_behind.contains(before))
        && phrases::is_not_part_of_word(first, rest)
    {
        return First::Opener;
    }
    match lists_of(rest.as_bytes().first_chunk()) {
        lists if lists & OPENER != 0 => First::Opener,
        // 资料提供｜双方约定: the verb belongs to what stands before.
        lists
            if lists & (SUBJECT | CLOSER) == SUBJECT | CLOSER
                && lists_of(rest.as_bytes().get(6..).and_then(<[u8]>::first_chunk)) & (SUBJECT | OPENER) != 0 =>
        {
            First::Other
        }
        lists if lists & SUBJECT != 0 && first == '会' && phrases::is_said_in_minutes(rest) => First::Opener,
        lists if lists & SUBJECT != 0 && !OF_SUBJECTS.contains(&before) => First::Subject,
        lists if lists & ROLE != 0 && rest.chars().nth(2).is_some_and(|third| PERSONS.contains(&third)) => {
            First::Subject
        }
        // 理由, 缘由
        _ if is_preposition(first) && !"自理缘事因经原來来".contains(before) => {
            // 会场布置｜由后勤部负责…
            if first == '由' && phrases::says_who_does(rest) { First::Opener } else { First::Subject }
        }
        _ => First::Other,
    }
}

/// Whether a piece begins as a sentence does: with a preposition, a verb of duty, or one of [`OPENERS`].
pub(super) fn is_sentence(piece: &str) -> bool {
    let sentence = ['为', '由', '按', '在', '应', '须', '因', '对', '从', '以', '符', '不', '必'];
    piece.starts_with(sentence) && !phrases::names_bearing(piece) || beginning(piece, ' ') == First::Opener
}

/// Whether a character behind the first of a word ties the word to what follows: 质量｜效益和….
pub(super) const fn ties(c: char) -> bool {
    matches!(c, '的' | '和' | '与' | '及' | '、')
}

#[cfg(test)]
mod tests {
    use super::{
        ALONE, CLOSERS, First, Last, NOUNS, OPENERS, PREPOSITIONS, ROLES, SLOTS, SUBJECTS, VERBS, WORDS, alone,
        beginning, begins_with_noun, begins_with_verb, class, classes_of, ideograph, is_sentence, last,
    };

    fn words(list: &str) -> Vec<&str> {
        list.as_bytes().chunks(6).map(|word| std::str::from_utf8(word).unwrap()).collect()
    }

    #[test]
    fn every_word_is_found_in_its_list_alone() {
        let all = || [NOUNS, VERBS, CLOSERS, OPENERS, SUBJECTS, ROLES].into_iter().flat_map(words);
        assert!(WORDS.iter().filter(|&&word| word != 0).count() * 2 <= SLOTS);
        for word in all().chain(["员工", "的是", "目的是", "目", "", "ab"]) {
            let is_in = |list| words(list).contains(&word.get(..6).unwrap_or(word));
            let closes = is_in(CLOSERS) && ![VERBS, SUBJECTS, OPENERS].into_iter().any(is_in);
            assert_eq!(begins_with_noun(word), is_in(NOUNS) || closes, "{word}");
            assert_eq!(begins_with_verb(word), is_in(VERBS), "{word}");
            let first = word.get(..6).unwrap_or(word);
            assert_eq!(last(first) == Last::Noun, is_in(NOUNS), "{word}");
            assert_eq!(last(first) == Last::Closer, is_in(CLOSERS), "{word}");
        }
        for noun in words(NOUNS) {
            assert_eq!(last(&format!("工作{noun}")), Last::Noun, "{noun}");
            assert_eq!(words(NOUNS).iter().filter(|other| **other == noun).count(), 1, "{noun} stands twice");
        }
        assert_eq!(last("目的是"), Last::Other);
    }

    #[test]
    fn every_beginning_is_found() {
        for word in words(OPENERS) {
            assert_eq!(beginning(word, '，'), First::Opener, "{word}");
        }
        for word in words(SUBJECTS) {
            assert_eq!((beginning(word, '，'), beginning(word, '分')), (First::Subject, First::Other), "{word}");
        }
        for word in words(ROLES) {
            assert_eq!(beginning(&format!("{word}人"), '，'), First::Subject, "{word}");
            assert_eq!(beginning(&format!("{word}书"), '，'), First::Other, "{word}");
        }
        for first in PREPOSITIONS.chars() {
            assert_eq!(beginning(&format!("{first}某"), '，'), First::Subject, "{first}");
        }
        for other in [
            "截止时间",
            "负责人",
            "通过的",
            "自动搜索",
            "自習室",
            "把关人",
            "在于",
            "除尘设备",
            "以人为本",
            "执行标准和",
            "主题教育",
            "改革措施",
            "党的领导",
            "长期贷款",
            "从业人员",
            "经济结构",
            "在线申请",
            "本科教育",
            "请假制度",
            "若干问题",
        ] {
            assert_eq!(beginning(other, '，'), First::Other, "{other}");
        }
        assert_eq!((beginning("由区政府", '理'), beginning("截止六月", '，')), (First::Other, First::Opener));
        for first in ALONE.chars() {
            let text = match first {
                '改' => "改革开放以来，".to_owned(),
                '党' => "党的十九大以来，".to_owned(),
                '长' => "长期以来，".to_owned(),
                '从' => "从全局的高度，".to_owned(),
                '除' => "除另有规定外，".to_owned(),
                '以' => "以通知为准。".to_owned(),
                '执' => "执行统一规定。".to_owned(),
                _ => first.to_string(),
            };
            assert_eq!(beginning(&text, '，'), First::Opener, "{first}");
            for before in alone(first).unwrap().chars() {
                assert_eq!(beginning(&first.to_string(), before), First::Other, "{before}{first}");
            }
        }
        assert_eq!(beginning("主题：读书", '式'), First::Subject);
        assert_eq!(beginning("以下材料", '，'), First::Subject);
        // The verb belongs to what stands before: 资料提供｜双方约定.
        assert_eq!((beginning("提供双方约定", '料'), beginning("提供材料", '料')), (First::Other, First::Subject));
        assert_eq!(beginning("请登录系统", '试'), First::Opener);
        assert_eq!((beginning("上一个学年，", '景'), beginning("上级部门", '景')), (First::Opener, First::Other));
        assert!(begins_with_noun("实施方案") && begins_with_noun("实施") && !begins_with_noun("实施清单管理"));
        assert!(begins_with_noun("改革措施") && !begins_with_noun("改革开放以来，"));
        assert_eq!(beginning("为三年", '期'), First::Other);
        assert!(is_sentence("对业务开展检查") && !is_sentence("对业务的影响"));
        assert!(is_sentence("为三年") && is_sentence("根据规定") && !is_sentence("供养标准"));
    }

    #[test]
    fn ideographs_are_read_from_their_bytes() {
        for c in '\u{4000}'..='\u{9FFF}' {
            let mut bytes = [0; 3];
            c.encode_utf8(&mut bytes);
            assert_eq!(u32::from(ideograph(bytes)), u32::from(c));
        }
        assert_eq!(classes_of('的') & class::JOINS, class::JOINS);
        assert_eq!(classes_of('a'), 0);
    }
}
