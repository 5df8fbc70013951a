//! Whole headings that documents of a kind have by custom.

use super::words::word;

/// Whole headings that plans and schemes (公文), emergency plans (GB/T 29639), standards (GB/T 1.1), calls, contracts, courses
/// and papers have by custom. In the order of their bytes.
pub(super) const CUSTOMARY: &[&str] = &[
    "下一步工作打算",
    "下一步工作计划",
    "下步工作打算",
    "不可抗力",
    "主办单位",
    "主旨",
    "主要任务",
    "主要做法",
    "主要内容",
    "主要目标",
    "主要职责",
    "主要问题",
    "主辦單位",
    "争议解决",
    "事件分级",
    "人员要求",
    "付款方式",
    "任职条件",
    "任职要求",
    "会务安排",
    "会议主题",
    "会议内容",
    "会议地点",
    "会议时间",
    "会议议程",
    "保密条款",
    "保障措施",
    "信息发布",
    "信息报告",
    "关于我们",
    "其他事项",
    "出席人员",
    "制定依据",
    "制定目的",
    "办理依据",
    "办理对象",
    "办理时限",
    "办理条件",
    "办理流程",
    "协办单位",
    "協辦單位",
    "参会人员",
    "参加人员",
    "参加对象",
    "参赛对象",
    "参赛要求",
    "双方的权利和义务",
    "发展目标",
    "受理单位",
    "受理条件",
    "合同期限",
    "后期处置",
    "善后处置",
    "培训内容",
    "培训对象",
    "培训方式",
    "培训时间",
    "培训目标",
    "基本原则",
    "基本情况",
    "報名方式",
    "奖励办法",
    "奖项设置",
    "如何联系我们",
    "存在的问题",
    "存在问题",
    "宗旨",
    "实施原则",
    "实施对象",
    "实施时间",
    "实施步骤",
    "实施范围",
    "实验内容",
    "实验原理",
    "实验器材",
    "实验步骤",
    "实验目的",
    "實施方式",
    "岗位职责",
    "岗位要求",
    "工作任务",
    "工作内容",
    "工作原则",
    "工作思路",
    "工作措施",
    "工作机制",
    "工作步骤",
    "工作目标",
    "工作目标和任务",
    "工作要求",
    "应急保障",
    "应急响应",
    "应急处置",
    "建设目标",
    "征集范围",
    "征集要求",
    "总体原则",
    "总体思路",
    "总体情况",
    "总体目标",
    "总体要求",
    "承办单位",
    "承辦單位",
    "报名办法",
    "报名方式",
    "报名时间",
    "报名条件",
    "报名要求",
    "招聘岗位",
    "招聘条件",
    "指导思想",
    "指導單位",
    "收费标准",
    "教学内容",
    "教学内容与要求",
    "教学准备",
    "教学对象",
    "教学方法",
    "教学目标",
    "教学目的",
    "教学要求",
    "教学过程",
    "教学重点",
    "教学难点",
    "整体情况",
    "文献综述",
    "时间和地点",
    "时间地点",
    "时间安排",
    "有关要求",
    "服务内容",
    "服务承诺",
    "术语和定义",
    "权利与义务",
    "权利义务",
    "比赛地点",
    "比赛时间",
    "比赛规则",
    "法律责任",
    "注意事項",
    "注意事项",
    "活动主题",
    "活动内容",
    "活动地点",
    "活动安排",
    "活动对象",
    "活动形式",
    "活动时间",
    "活动流程",
    "活动目的",
    "活动背景",
    "活动要求",
    "活動地點",
    "活動時間",
    "活動目的",
    "申报对象",
    "申报材料",
    "申报条件",
    "申报程序",
    "申报范围",
    "申报要求",
    "申请材料",
    "申请条件",
    "监督管理",
    "目标任务",
    "目的",
    "目的意义",
    "研究内容",
    "研究意义",
    "研究方法",
    "研究目标",
    "研究目的",
    "研究背景",
    "租赁期限",
    "竞赛内容",
    "组织实施",
    "组织机构",
    "组织机构与职责",
    "组织领导",
    "编写目的",
    "编制依据",
    "编制目的",
    "编制背景",
    "考核方式",
    "联系我们",
    "联系方式",
    "规划期限",
    "规划背景",
    "规范性引用文件",
    "課程目標",
    "设备要求",
    "评分标准",
    "评审办法",
    "评选办法",
    "评选条件",
    "评选程序",
    "评选范围",
    "课程性质",
    "课程目标",
    "课程简介",
    "责任追究",
    "进度安排",
    "违约责任",
    "适用范围",
    "适用范围和对象",
    "重点任务",
    "預期效益",
    "项目内容",
    "项目名称",
    "项目概况",
    "项目目标",
    "项目背景",
    "预期成果",
    "预期目标",
    "预防措施",
];

/// Whether words are a whole heading by custom. Asked of every noun before a seam: a search among the sorted headings
/// took a thirtieth of all time.
pub(super) fn is_customary(heading: &str) -> bool {
    let bytes = heading.as_bytes();
    let (Some(&first), Some(&last)) = (bytes.first_chunk(), bytes.last_chunk()) else { return false };
    let mut slot = customary_slot(word(first), word(last));
    while let Some(&index) = CUSTOMARY_SLOTS.get(slot).filter(|&&index| index != 0) {
        if CUSTOMARY.get(usize::from(index) - 1) == Some(&heading) {
            return true;
        }
        slot = (slot + 1) % CUSTOMARY_SLOTS.len();
    }
    false
}

/// For each heading its index and one, where [`customary_slot`] says or behind it; 0: empty, as more than half are.
static CUSTOMARY_SLOTS: [u8; 512] = {
    let mut slots = [0; 512];
    let mut index = 0;
    while index < CUSTOMARY.len() {
        let bytes = CUSTOMARY[index].as_bytes();
        if let (Some(&first), Some(&last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            let mut slot = customary_slot(word(first), word(last));
            while slots[slot] != 0 {
                slot = (slot + 1) % slots.len();
            }
            index += 1;
            slots[slot] = index as u8; // at most 255 headings, as a test holds
        }
    }
    slots
};

/// Where a heading is first looked for, by its first two and last two ideographs.
const fn customary_slot(first: u64, last: u64) -> usize {
    ((first ^ last.rotate_left(16)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 55) as usize
}

#[cfg(test)]
mod tests {
    use super::{CUSTOMARY, is_customary};

    #[test]
    fn customary_headings_are_in_order() {
        assert!(CUSTOMARY.is_sorted());
        assert!(CUSTOMARY.len() < 256 && CUSTOMARY.iter().all(|heading| is_customary(heading)));
        assert!(
            is_customary("指导思想") && is_customary("规范性引用文件") && is_customary("目的") && !is_customary("指导")
        );
    }
}
