//! Places where no heading ends, whatever else speaks for it.
//!
//! ```text
//! 入库时｜请检查…        no heading ends so
//! 保证｜金每个标段…      no text begins so
//! ```

use super::phrases;
use super::signs::joins;
use super::words;

/// What stands on the two sides of a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sides<'p> {
    pub(super) head: &'p str,
    pub(super) rest: &'p str,
    /// The last two characters before it, in the order of the text.
    pub(super) before: (char, char),
    /// The first two behind it.
    pub(super) behind: (char, char),
    /// Whether a word stands before it that closes headings.
    pub(super) noun: bool,
    /// Whether the piece begins with a verb that begins headings.
    pub(super) verb: bool,
}

impl Sides<'_> {
    /// Whether what stands before is no heading.
    pub(super) fn end_no_heading(&self) -> bool {
        let Self { head, rest, before: (second, last), noun, verb, .. } = *self;
        let alone = head.len() == second.len_utf8() + last.len_utf8();
        // 在管理｜我们的业务时
        noun && phrases::is_object(head)
            // 未尽事宜｜另行通知 is a sentence.
            || head.ends_with("未尽事宜")
            // 本合同｜一式两份
            || phrases::is_this(head)
            // 目的, 依据 and 行为 are nouns, and 参与 is no preposition; 报到｜报到时间另行通知.
            || joins(last) && !noun && !rest.starts_with(head) && (second, last) != ('参', '与')
            // 本方案附有｜• …
            || last == '有' && !matches!(second, '国' | '國' | '所' | '公' | '私')
            // 青河大学（以下简称本校）｜为提升…: a subject
            || matches!(last, '）' | ')') && phrases::names_shortly(head)
            // 入库时｜请检查, but 学时｜每周四节.
            || matches!(last, '时' | '時') && !matches!(second, '学' | '學' | '课' | '課' | '工' | '用' | '计')
            // 入库时请｜依次核对, but 经费申请｜由各村提出.
            || matches!(last, '请' | '請') && !matches!(second, '申' | '邀' | '聘' | '提')
            // 仅有一个｜自然语义
            || matches!(last, '个' | '個' | '种' | '種' | '项' | '項' | '些')
                && matches!(second, '一' | '两' | '几' | '多' | '各' | '每' | '某' | '这' | '這' | '那')
            // 阅览期间｜自觉遵守制度, but 保修期间｜自验收之日起….
            || head.ends_with("期间") && (!rest.starts_with(['自', '从', '为', '以', '由']) || rest.starts_with("自觉"))
            // 落实｜收购资金: a verb alone says nothing.
            || verb && alone
            // 使学生更｜深入地理解
            || phrases::ends_with_adverb(second, last)
            // 切实增强｜责任感, 自觉接受｜监督
            || words::is_adverb_and_verb(head)
            // 严格执行｜“三会一课”
            || rest.starts_with(['“', '《', '「'])
                && words::ends_with_verb(head)
                && words::last_of_heading(head, false).0 != words::Last::Course
            // 主要目标做好｜今年工作, but 改革步伐明显加快｜推进…
            || !noun && phrases::wants_more(head)
            // 基于参数｜搜索的方法
            || head.starts_with("基于") && !head.contains('的')
            // 规划需设计｜脚本
            || phrases::ends_with_need(head)
            // 服务银行目前｜我市有四家
            || words::ends_with_opener(head)
            // 收费执行｜物价部门核定的标准
            || (second, last) == ('执', '行') && phrases::is_rule(rest)
            // 学习并认真执行｜公司制度
            || phrases::ends_with_joined_verb(head)
            // 已（拟）｜确定的题目
            || phrases::is_alternative(head)
            // 情况是否建立｜台账
            || matches!(head.as_bytes(), [.., 0xE6, 0x98, 0xAF, 0xE5, 0x90, 0xA6, _, _, _, _, _, _])
    }

    /// Whether what stands behind is no text.
    pub(super) fn begin_no_text(&self) -> bool {
        let Self { head, rest, before: (second, last), behind: (now, next), noun, verb } = *self;
        let alone = head.len() == second.len_utf8() + last.len_utf8();
        // 学习形式要多样 is a sentence, 坚决守住底线｜要开展排查 has a heading that says what to do.
        now == '要' && !verb
            // 领导下, but 下列文件 begins sentences.
            || now == '下' && !matches!(next, '列' | '述' | '面' | '表' | '图')
            // 招标人｜应在三日内
            || matches!(now, '应' | '應') && phrases::is_duty(rest)
            // 付款方式如下：
            || now == '如' && next == '下'
            // 服务期限为3年, but 为规范管理 begins sentences.
            || matches!(now, '为' | '為') && phrases::is_amount(next)
            // 符合条件｜2的单位: the number belongs to the noun.
            || matches!(now, '0'..='9' | 'x' | 'X') && next == '的'
            // 借阅ht｜tps://…: inside a foreign word or a figure.
            || last.is_ascii_alphanumeric() && now.is_ascii_alphanumeric()
            // 配置｜DNS: a single word before foreign ones is a verb or belongs to them.
            || alone && (now.is_ascii_alphabetic() || now == '“')
            // 使用｜MySQL
            || now.is_ascii_alphabetic() && phrases::takes_foreign(head)
            // 2025年政府工作｜总体要求和主要目标, 推动监管｜提质增效
            || noun && phrases::begins_with_part(rest)
            || words::is_inside_progress(head, rest)
            || noun && words::begins_with_new(rest)
            // 兜底保障｜更加有力, 安全责任｜落实情况
            || !verb && words::begins_with_course(rest)
            // 改革创新步伐明显｜加快
            || words::is_inside_course(head, rest)
            // 改革创新｜步伐明显加快
            || rest.get(6..).is_some_and(words::begins_with_course)
            || phrases::begins_with_state(rest)
            // 社会救助｜网, but 网上办理
            || now == '网' && !matches!(next, '上' | '络' | '民' | '格' | '友' | '站')
            // 正确使用｜各种器材
            || matches!(now, '各' | '一') && noun && words::ends_with_deed(head) && phrases::begins_with_all(rest)
            // 有意投标｜供应商必须
            || matches!(now, '人' | '方' | '商' | '供') && phrases::begins_with_bidder(head, rest)
            // 付款/支付方式
            || now == '/'
            // 属于条例｜第十条规定的项目
            || now == '第' && phrases::begins_with_reference(rest)
            // 保证金, 资料费, but 金额 and 费用 begin texts.
            || matches!(now, '金' | '费' | '費') && noun && !matches!(next, '额' | '額' | '用')
            // 合同生效｜期内, 质量保证｜期满
            || now == '期' && noun && matches!(next, '内' | '满' | '限' | '间' | '末')
            // 使用｜单位应加强管理
            || alone && rest.starts_with("单位")
            // 责任感, 责任制, but 感谢 and 制定 begin texts.
            || now == '感' && noun && !matches!(next, '谢' | '受' | '到' | '觉')
            || now == '制' && noun && !matches!(next, '定' | '度' | '订' | '作' | '造' | '约' | '止' | '图')
            // 管理员, but 员工 begins sentences; 工作组, but 组织 and 组长 begin texts.
            || now == '员' && next != '工'
            || matches!(now, '组' | '組') && !matches!(next, '织' | '織' | '长' | '長' | '成' | '建' | ' ' | '\u{3000}')
            // 施行本办法｜自公布之日起
            || matches!(now, '自' | '由' | '在' | '经' | '将' | '系' | '适' | '以') && phrases::ends_with_this(head)
    }
}

#[cfg(test)]
mod tests {
    use super::Sides;
    use crate::split::words::{Last, last};

    /// The sides of the place that `｜` marks.
    fn sides(piece: &str) -> Sides<'_> {
        let (head, rest) = piece.split_once('｜').unwrap();
        let (mut before, mut behind) = (head.chars().rev(), rest.chars());
        let (last_of, second) = (before.next().unwrap(), before.next().unwrap());
        let behind = (behind.next().unwrap(), behind.next().unwrap());
        Sides { head, rest, before: (second, last_of), behind, noun: last(head) != Last::Other, verb: false }
    }

    #[test]
    fn where_no_heading_ends() {
        for (piece, ends) in [
            ("未尽事宜｜另行通知", true),
            ("本合同｜一式两份", true),
            ("附件共有｜三份", true),
            ("土地国有｜财产登记", false),
            ("阅览期间｜自觉遵守", true),
            ("保修期间｜自验收", false),
            ("入库时｜请检查", true),
            ("本周学时｜每周四节", false),
            ("入库时请｜依次核对", true),
            ("经费申请｜由各村提出", false),
            ("我们在管理｜业务", true),
            ("设置一个｜管理账号", true),
            ("建设项目｜投资一亿", false),
            ("权利和｜义务", true),
            ("报到｜报到时间另定", false),
            ("检查依据｜国家标准", false),
            ("主要目标做好｜今年工作", true),
            ("排查情况是否建立｜台账", true),
            ("安全工作予以｜保障", true),
            ("使用服务过程中｜我们收集", true),
            ("无人值守的情况下｜设备自检", true),
            ("使学生更｜深入理解", true),
            ("重大变更｜深入研究", false),
            ("提高对工作｜认真负责", true),
            ("加强校对工作｜认真负责", false),
            ("自觉接受｜各方监督", true),
            ("进一步提升｜服务能力", true),
            ("充分认识｜保护古树", true),
            ("提高认识｜各村要", false),
            ("持续改进｜对不合格品", false),
            ("抓好落实｜各单位要", false),
            ("基于参数｜搜索的方法", true),
            ("基于图像的方法｜传统做法", false),
            ("升级规划需设计｜升级脚本", true),
            ("所需经费｜由县财政承担", false),
            ("社保卡服务银行目前｜我市有四家", true),
            ("收费执行｜物价部门核定的标准，依法收取", true),
            ("预算执行｜年中检查一次", false),
            ("组织工人学习并认真执行｜车间制度", true),
            ("财务报表合并｜每季度一次", false),
            ("已（拟）｜确定的题目", true),
            ("报名（审核）｜六月三日前", false),
            ("熟练掌握｜本岗位方法", true),
            ("严格执行｜“五不准”规定", true),
            ("工作制度｜“五不准”规定", false),
            ("读者有责任｜在期内归还", true),
            ("现有基础｜在县城已建", false),
        ] {
            assert_eq!(sides(piece).end_no_heading(), ends, "{piece}");
        }
        assert!(Sides { verb: true, ..sides("落实｜收购资金") }.end_no_heading());
    }

    #[test]
    fn where_no_text_begins() {
        for (piece, begins) in [
            ("学习形式｜要多样", true),
            ("在领导｜下进行", true),
            ("报名范围｜下列人员", false),
            ("缩写词定义｜下表列出", false),
            ("招标人｜应在三日", true),
            ("安全责任｜落实情况主要", true),
            ("安全责任｜主要情况如下", false),
            ("环保设施｜建设情况：建成", true),
            ("环保设施｜主要情况：建成", false),
            ("社会救助｜网健全", true),
            ("社会救助｜网上办理", false),
            ("兜底保障｜更加有力全年", true),
            ("兜底保障｜更加注重质量", false),
            ("政府工作｜总体要求和目标", true),
            ("政府工作｜总体要求是", false),
            ("推动监管｜提质增效深入", true),
            ("推动监管提质｜增效深入", true),
            ("推动监管提质增效｜深入开展", false),
            ("项目建设｜扎实推进近年来", true),
            ("项目建设｜扎实推进乡村绿化", false),
            ("水权改革步伐明显｜加快推进水价改革", true),
            ("建设取得新成效｜加快建设法治政府", false),
            ("水权改革｜步伐明显加快推进水价改革", true),
            ("引领作用｜更加突出认真落实", true),
            ("引领作用｜更加突出重点工作", false),
            ("水利改革｜持续深化。完成", true),
            ("管护模式｜积极探索。形成", true),
            ("管护模式｜积极探索新路", false),
            ("正确分析和处理｜各种质量异常", true),
            ("质量问题处理｜各车间要", false),
            ("质量要求｜各种产品", false),
            ("图像压缩的方法设计｜一个网络", true),
            ("典型案例｜一个农民", false),
            ("有意投标｜供应商必须", true),
            ("投标保证｜供应商必须", false),
            ("教育设施建设｜进一步加强。新建", true),
            ("属于条例｜第十条规定的", true),
            ("适用范围｜第三类项目", false),
            ("合同生效｜期内", true),
            ("质量要求｜期初", false),
            ("使用｜单位应加强", true),
            ("使用要求｜单位应加强", false),
            ("工作责任｜感更强", true),
            ("工作责任｜感受到", false),
            ("工作责任｜制更严", true),
            ("工作责任｜制定办法", false),
            ("付款方式｜如下", true),
            ("服务期限｜为3年", true),
            ("合同价款｜为人民币", true),
            ("服务期限｜为规范管理", false),
            ("符合条件｜2的单位", true),
            ("借阅ht｜tps://book", true),
            ("借阅网站｜https://book", false),
            ("配置｜DNS", true),
            ("配置说明｜DNS", false),
            ("数据库创建使用｜MySQL", true),
            ("参数区的使用｜WIFI", false),
            ("付款方式｜/支付", true),
            ("磋商保证｜金每个", true),
            ("收费标准｜金额为", false),
            ("系统管理｜员登录", true),
            ("请假规定｜员工凭", false),
            ("应急工作｜组按照", true),
            ("应急工作｜组织抢修", false),
            ("施行本办法｜自公布", true),
            ("附件说明｜自公布", false),
            ("签署方本协议｜在双方之间", true),
            ("定义本清单应用｜以下定义", true),
        ] {
            assert_eq!(sides(piece).begin_no_text(), begins, "{piece}");
        }
    }
}
