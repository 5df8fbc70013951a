//! Words that close a title, and with which words they are others.

use super::title;

#[test]
fn what_is_put_on_paper_has_a_name_of_its_own() {
    for title_of in [
        "柳湾镇党委班子对照检查材料",
        "关于全县防汛工作的情况汇报材料",
        "在全县绿化工作会议上的发言提纲",
        "党支部2024年度党员学习计划表",
        "2024年一季度绿化工作运行分析",
        "柳湾县2024年度普法工作责任分工",
    ] {
        for text in
            ["2023年以来，全县植树千亩。一、", "按照会议安排，我作简要汇报。一、", "同志们：现在开会。一、", "一、"]
        {
            assert_eq!(title(&format!("{title_of}{text}目标"), "一、"), Some(title_of), "{text}");
        }
    }
    // These words stand in sentences and names as well.
    for text in ["新型建筑材料产业发展迅速，产值逐年增长。一、", "申报材料请于三月底前报送县局，逾期不候。一、"]
    {
        assert_eq!(title(text, "一、"), None);
    }
    assert_eq!(title("关于报送申报材料的通知各镇：请报送。一、", "一、"), Some("关于报送申报材料的通知"));
}

#[test]
fn a_title_that_goes_on_behind_a_closing_word() {
    for title_of in [
        "市林业局落实巡察反馈意见整改情况的报告",
        "柳湾县公安局2023年法治政府建设情况报告",
        "柳湾县法院法官业绩评价办法",
    ] {
        for text in ["同志们：现在开会。一、", "2023年以来，全县植树千亩。一、"] {
            assert_eq!(title(&format!("{title_of}{text}目标"), "一、"), Some(title_of), "{text}");
        }
    }
    // What the text says behind a whole title is no part of it.
    let text = "河岸绿地管理办法2024年是柳湾县实施绿化规划的第一年，任务繁重。一、";
    assert_eq!(title(text, "一、"), Some("河岸绿地管理办法"));
}

#[test]
fn the_title_below_a_company() {
    let form = "柳湾园林有限公司\n文件名称：苗木管理程序    文件编号：LW-01\n一、目的";
    assert_eq!(title(form, "一、"), Some("苗木管理程序"));
    assert_eq!(
        title("柳湾园林有限公司\n苗木管理程序\n文件编号：LW-01\n一、目的", "一、"),
        Some("柳湾园林有限公司\n苗木管理程序")
    );
}

#[test]
fn the_last_step_of_a_path_is_no_part_of_the_title() {
    let text =
        "首页 > 政务公开 > 规划计划 > 工作计划县林业局2024年绿化工作要点索引号：0012/2024-1 2024年，全县植树千亩。一、";
    assert_eq!(title(text, "一、"), Some("县林业局2024年绿化工作要点"));
}
