//! Titles as document sites show them.

use super::{find, title};

const TITLES: [&str; 3] = ["青河县绿地管护方案", "2021年街道年度工作总结", "门卫值守制度"];

/// Titles below and behind furniture; `{T}` stands for each.
fn holds(texts: &[&str], title_of: impl Fn(&str) -> String) {
    for name in TITLES {
        for text in texts {
            let text = format!("{}一、目标", text.replace("{T}", name));
            assert_eq!(title(&text, "一、").map(str::to_owned), Some(title_of(name)), "{text}");
        }
    }
}

#[test]
fn lines_of_furniture() {
    holds(
        &[
            "{T}_第1页\n{T}_第2页\n已阅读5页,还剩9页未读 继续免费阅读\n文档简介\n",
            "版权说明：本文档由用户提供并上传，若内容存在侵权，请进行举报或认领\n文档简介\n{T}\n",
            "文档介绍:\n第 1 页 共\n{T}\n",
            "1 / 4\n文档名称：\n{T}.doc\n格式：doc 大小：25KB 页数：4页\n文档介绍：{T}\n",
            "{T}Word文档格式.docx\n- 文档编号:318\n- 上传时间:2022-05-11\n- 大小:24.77KB\n{T}Word文档格式.docx\n\
             《{T}Word文档格式.docx》由会员分享,可在线阅读,更多相关《{T}》请在本网上搜索。\n",
            "{T}\n- 格式:doc\n- 大小:25.50 KB\n- 文档页数:3\n",
            "精品文档就在这里\n----各类专业好文档,值得你下载,教育,管理,应有尽有----\n{T}\n",
            "您的当前位置：首页正文\n{T}\n来源：市府办\n",
            "研究报告-1-{T}\n",
            "研究报告\n-1-\n{T}\n",
            "下载 相关 举报\n{T}.docx_第1页\n第1页 / 共56页\n点击查看更多>>\n资源描述\n{T}\n",
            "下面是小编为大家整理的{T},供大家参考。\n{T}\n",
            "以下是为大家整理的关于{T}的文章3篇 , 欢迎大家参考查阅!\n{T}\n",
            "欢迎来到公文网\n{T}\n",
            "HI,欢迎来到文书之家,投稿咨询:400-111-2222\n{T}\n",
            "首 页\n{T}\n",
            "\u{2022} 57.00 KB\n\u{2022} 27页\n{T}\n",
            "- 相关推荐\n{T}\n",
            "2022年3月5日 来源:市府办\n{T}\n",
            "标题 | {T} |\n",
            "|||||\n{T} |\n",
            "绿地范文  发布于:2016-11-03  分类: 绿地 手机版\n{T}\n",
            "{T} 首页 / 绿地 / {T}\n{T}\n",
            "HI,欢迎来到文书之家\n首页 精品文章 {T}\n{T}\n",
            "青河县印发通知。\n文件详情如下:\n{T}\n",
            "绿地要人管。以下是小编收集的{T},欢迎分享。\n{T}\n",
            "{T}\n时间:2025-02-11 08:01:12 制度 我要投稿\n",
            "免费下载\n{T}\n",
            "收藏 | 打印   浏览次数:1052 次   上传时间:2018-02-01\n\n{T}\n",
        ],
        str::to_owned,
    );
    // A field below a title is none of its lines.
    let file = "青政发〔2013〕16号《青河县关于绿地的意见》";
    let text = format!("{file}\n浏览量:  时间:2016-02-11\n青河县关于绿地的意见\n一、");
    assert_eq!(title(&text, "一、"), Some(file));
    // Nor is the line below the name of a file.
    let text = "五年级下册绿地童话.docx\n五年级下册绿地童话教学设计\n第一课时\n一、";
    assert_eq!(title(text, "一、"), Some("五年级下册绿地童话"));
    assert_eq!(title("租赁合同书\n时间:2025-02-11 租赁合同 我要投稿\n甲方：\n一、", "一、"), Some("租赁合同书"));
}

#[test]
fn furniture_without_lines() {
    holds(
        &[
            "{T}_第1页{T}_第2页已阅读5页,还剩9页未读 继续免费阅读文档简介",
            "版权说明：本文档由用户提供并上传，若内容存在侵权，请进行举报或认领文档简介{T}",
            "1 / 4文档名称：{T}.doc格式：doc 大小：25KB 页数：4页文档介绍文档介绍：{T}",
            "{T}.docx- 文档编号:318- 大小:24.77KB{T}.docx《{T}.docx》由会员分享,请在本网上搜索。{T}",
            "精品文档就在这里----各类专业好文档,值得你下载----{T}",
            "精选优质文档-倾情为你奉上{T}",
            "下载后可任意编辑{T}",
            "精品文档精心整理PAGE精品文档可编辑的精品文档{T}",
            "第第PAGE\\MERGEFORMAT1页共NUMPAGES\\MERGEFORMAT1页{T}",
            "您的当前位置：首页正文{T}来源：市府办",
            "格式:DOC 大小:24.77KB{T}",
            "研究报告-1-{T}",
            "{T}合集下载{T}大全{T}大全",
            "{T}- 格式:doc- 大小:25.50 KB- 文档页数:3",
            "欢迎来到公文网{T}",
            "欢迎来到公文范文网{T}",
            "歡迎光臨文書範文網{T}",
            "\u{2022} 57.00 KB\u{2022} 27页{T}",
            "2022-08-23 09:56{T}",
            "时间:2022-08-23 09:56:46{T}",
            "字号:默认 大 超大打印{T}",
            "收藏 | 打印   浏览次数:1052 次   上传时间:2018-02-01{T}",
            "绿地范文  发布于:2016-11-03 {T}",
            "返回顶部设为首页 | 加入收藏{T}",
            "|||||{T}|||",
            "标题 | {T} |",
            "青河县印发通知。方案原文如下：{T}",
            "绿地要人管。以下是小编收集的范文,欢迎大家分享。{T}",
            "下面是小编为大家整理的{T},供大家参考。{T}",
        ],
        str::to_owned,
    );
    // The document begins at the last of its titles.
    let text = "绿地认养方案_第1页绿地认养方案_第2页已阅读5页,还剩9页未读文档简介绿地认养方案一、";
    assert_eq!(find(text, text.find("一、").unwrap() as u32).map(|found| found.start as usize), text.rfind("绿地认养"));
    for name in ["食堂食材采购与验收", "青河绿地应知应会"] {
        for behind in
            ["_第1页", ".docx", "Word文档格式.docx", "合集下载", "- 格式:doc- 大小:3 KB", "已阅读5页，还剩9页未读"]
        {
            assert_eq!(title(&format!("{name}{behind}一、目标"), "一、"), Some(name), "{behind}");
        }
    }
}

#[test]
fn what_is_no_furniture() {
    for title_of in [
        "精品文档管理办法",
        "欢迎来到青河一中招生简章",
        "下载文档管理制度",
        "首页改版工作方案",
        "研究报告撰写规范",
        "青河|绿地管护方案",
        "免费阅读活动方案",
    ] {
        assert_eq!(title(&format!("{title_of}\n各镇：\n一、"), "一、"), Some(title_of));
        assert_eq!(title(&format!("{title_of}一、"), "一、"), Some(title_of));
    }
    // An extension in a sentence, a time that ends a sentence.
    assert_eq!(title("当查询请求为“doc”或“.doc”时，程序查找所有文件。一、", "一、"), None);
    assert_eq!(title("投标文件递交的截止时间为2021-11-15 09:00:00，逾期不收。一、", "一、"), None);
    assert_eq!(title("第4页9.担任辅导老师一、", "9."), None);
    assert_eq!(title("本县用的例子是bms.txt，格式见下。一、", "一、"), None);
    assert_eq!(title("HI,欢迎来到文书之家,投稿咨询:400-1一、", "一、"), None);
    assert_eq!(title("为管好绿地，制定方案。主要内容如下：\n总体安排\n一、", "一、"), None);
    for (text, title_of) in [
        ("bms10k.txt 10000 sequences\n各镇：\n", "bms10k.txt 10000 sequences"),
        ("1/3的绿地管护办法", "1/3的绿地管护办法"),
        ("文档介绍:第 1 页 共青团绿地章程", "共青团绿地章程"),
        ("青河绿地认养 来源：本站 ", "青河绿地认养"),
        ("青河绿地网 管护方案", "青河绿地网 管护方案"),
    ] {
        assert_eq!(title(&format!("{text}一、"), "一、"), Some(title_of), "{text}");
    }
}

#[test]
fn commas_of_half_width_part_clauses() {
    for sentence in ["合同约定权利,义务和费用,以下是写法", "由甲方统一宣传,乙方承担费用"] {
        assert_eq!(title(&format!("{sentence}\n一、"), "一、"), None, "{sentence}");
        assert_eq!(title(&format!("{sentence}一、"), "一、"), None, "{sentence}");
    }
    for name in ["2025年,青河绿地认养详解", "绿地养护一标,其他标招标公告", "绿地养护A,其他标段", "绿地A,B两区养护"]
    {
        assert_eq!(title(&format!("{name}\n一、"), "一、"), Some(name));
    }
    let motto = format!("守护一江清水,建设美丽青河\n{}\n一、", "河湖是生态的命脉。".repeat(8));
    assert_eq!(title(&motto, "一、"), Some("守护一江清水,建设美丽青河"));
}

#[test]
fn a_year_that_a_plan_joins() {
    let title_of = "街道2020年工作总结暨2021年工作计划";
    assert_eq!(title(&format!("{title_of}今年以来，街道努力工作。一、"), "一、"), Some(title_of));
    assert_eq!(title("《绿地童话》教案[教学目标]1、知识", "1、"), Some("《绿地童话》教案"));
}

#[test]
fn what_stands_right_behind_a_title() {
    for (title_of, text) in [
        ("青河镇柳树村村规民约", "总 则第一条"),
        ("绿地条例", "目录第一条"),
        ("绿地返还押金判决", "主 文第一条"),
        ("青河县关于绿地的意见", "\n(青发〔2019〕5号)\n第一条"),
        ("青河县关于绿地的意见", "(青发[2019]5号)为管好绿地，第一条"),
    ] {
        assert_eq!(title(&format!("{title_of}{text}"), "第一条"), Some(title_of), "{text}");
    }
    for name in ["民法总则", "青河大学书友站总则", "绿地条例的总 则", "青河县绿地认养目录\n"]
    {
        assert_eq!(title(&format!("{name}第一条"), "第一条"), Some(name.trim_end()));
    }
    for name in ["认养合同1", "认养合同(篇1)", "认养合同（篇一）"] {
        let text = format!("认养合同\n怎么写呢？下面是小编整理的范文。\n{name}\n甲方：\n一、");
        assert_eq!(title(&text, "一、"), Some(name));
    }
    assert_eq!(title("认养合同\n下载\n认养合同1号文本\n甲方：\n一、", "一、"), Some("认养合同"));
    assert_eq!(title("青河县政府门户网站青河县绿地方案一、", "一、"), Some("青河县绿地方案"));
    assert_eq!(title("青河县政府门户网站管理方案一、", "一、"), Some("青河县政府门户网站管理方案"));
    assert_eq!(title("- 目录\n一、", "一、"), None);
    assert_eq!(title("欢迎来到公文网青河网站管理办法一、", "一、"), Some("青河网站管理办法"));
}

#[test]
fn readings_stand_inside_of_words() {
    let title_of = "臨湖州水務(wù)局工作總結(jié)";
    for text in ["一、工作目標(biāo)", "今年以來(lái)，全局努力。一、目標(biāo)", "\n各縣：\n一、目標(biāo)"]
    {
        assert_eq!(title(&format!("{title_of}{text}"), "一、"), Some(title_of), "{text}");
    }
    let notice = "關(guān)于印發(fā)《臨湖州防汛實(shí)施方案》的通知";
    assert_eq!(title(&format!("{notice}各縣：現(xiàn)印發(fā)。一、"), "一、"), Some(notice));
    assert_eq!(title(&format!("{notice}\n各縣：\n現(xiàn)印發(fā)。\n一、"), "一、"), Some(notice));
}

#[test]
fn every_piece_of_furniture_is_a_line() {
    for line in [
        "已阅读5页，还剩9页未读",
        "继续免费阅读",
        "继续阅读",
        "免费阅读",
        "免费下载",
        "付费下载",
        "立即下载",
        "点击查看更多>>",
        "点击此处下载",
        "点击下载",
        "下载本文档",
        "下载后可任意编辑",
        "下载资源",
        "下载声明",
        "下载 相关 举报",
        "下载文档",
        "下面是小编整理的",
        "下面是为大家整理的",
        "以下是小编整理的",
        "以下是为大家整理的",
        "以下是会员收集的",
        "以下是网友分享的",
        "合集下载",
        "版权说明：由用户上传",
        "版权反馈",
        "文档简介",
        "文档介绍",
        "文档名称：",
        "文档描述",
        "文本预览",
        "资源描述",
        "资源简介",
        "显示全部",
        "返回顶部",
        "返回 下载 相关 举报",
        "设为首页 | 加入收藏",
        "欢迎光临青河",
        "欢迎访问青河",
        "欢迎来到青河",
        "歡迎來到青河",
        "歡迎光臨青河",
        "HI,欢迎来到青河",
        "HI，欢迎来到青河",
        "精选优质文档----倾情为你奉上",
        "精品文档就在这里",
        "精品文档精心整理",
        "精品文档可编辑的精品文档",
        "可编辑的精品文档",
        "各类专业好文档",
        "首页 正文",
        "首页",
        "您的当前位置：首页",
        "头版",
        "正文复制",
        "手机阅读",
        "相关推荐",
        "无障碍浏览 长者模式",
        "网站支持IPv6",
        "移动端logo",
        "内部资料 注意保存",
        "选择特殊符号",
        "选择搜索类型",
        "请输入搜索",
        "我要投稿",
        "[标签:标题]",
        "MENU",
        "EN",
        "PAGE",
        "第 1 页 / 共 5 页",
        "24.77 KB",
        "27页",
    ] {
        assert!(crate::title::site::is_line(line), "{line}");
    }
    for line in ["", "绿地方案", "欢迎来到青河一中招生简章", "第5条", "27页纸", "_第章", "方案.docx文件"]
    {
        assert!(!crate::title::site::is_line(line), "{line}");
    }
}

#[test]
fn rows_of_a_table_and_pages_before_a_title() {
    let table = "文件名称 | 青河县绿地管护方案 | ||\n索引号 | /2025-01 | 公开目录: | 方案 |\n文号 | 成文日期: | 2025年4月15日 | |\n";
    for text in [format!("{table}县长 张某\n各位代表：\n一、"), format!("{table}各位代表：一、").replace('\n', "")]
    {
        assert_eq!(title(&text, "一、"), Some("青河县绿地管护方案"), "{text}");
    }
    assert_eq!(title("文号 | 成文日期: | 2025年4月15日 | |\n张某\n一、", "一、"), Some("张某"));
    let about = "关于认养绿地的通知";
    for page in ["信件详情", "1", "返回列表\n客户端\n关注公众号\n关于认养绿地的通知\n分类:绿地浏览:30\n"]
    {
        for text in [format!("{page}{about}\n各镇：\n一、"), format!("{page}{about}各镇：一、").replace('\n', "")]
        {
            assert_eq!(title(&text, "一、"), Some(about), "{text}");
        }
    }
    for own in ["信件详情查询办法", "110联动工作方案", "3月在职职工培训计划"] {
        assert_eq!(title(&format!("{own}\n各镇：\n一、"), "一、"), Some(own));
        assert_eq!(title(&format!("{own}各镇：一、"), "一、"), Some(own));
    }
    for text in ["查看详情\n消防预案\n1、总则", "查看详情消防预案1、总则", "预案详情消防预案1、总则"]
    {
        assert_eq!(title(text, "1、"), Some("消防预案"));
    }
    assert_eq!(title("12关于认养绿地的通知各镇：一、", "一、"), Some(about));
    assert_eq!(title("3在全县绿化大会上的讲话同志们：一、", "一、"), Some("在全县绿化大会上的讲话"));
    let path = "当前位置: 首页>频道 >本局文件青河县林业局关于做好 管护的通知• 时间:2023-05-04 08:58";
    let again = "青河县林业局关于做好管护的通知";
    assert_eq!(title(&format!("{path}青林发〔2023〕1号{again}各镇：一、"), "一、"), Some(again));
    let headline = "锐意进取 真抓实干 全面提升绿化水平";
    let text = format!("{headline}2014-03-14   来源:记者站     浏览数:——在全县大会上的报告县长 张某同志们:一、");
    assert_eq!(title(&text, "一、"), Some(headline));
    let sample = "绿地防火的应急预案怎么写【第一篇】";
    assert_eq!(title(&format!("{sample}本预案所称绿地,是指公园。一、"), "一、"), Some(sample));
}

#[test]
fn the_name_of_the_site_is_no_part_of_the_title() {
    for (head, found) in [
        ("绿地认养方案_青河县人民政府", "绿地认养方案"),
        ("绿地认养方案_通知公告_青河县林业局", "绿地认养方案"),
        ("绿地认养方案 - 青河县人民政府网", "绿地认养方案"),
        ("绿地认养方案-青河县门户网站", "绿地认养方案"),
        ("绿地认养方案 | 青河大学", "绿地认养方案"),
        ("青河县举行认养活动_青河新闻网", "青河县举行认养活动"),
        // Parts of a title.
        ("绿地认养方案-第二部分", "绿地认养方案-第二部分"),
        ("青河-柳湾管网公司", "青河-柳湾管网公司"),
    ] {
        let text = format!("{head}\n为绿化全县，制定本方案。\n一、目标\n二、措施\n");
        assert_eq!(title(&text, "一、"), Some(found), "{head}");
    }
}
