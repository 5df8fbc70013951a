//! Seeded choice, and the words documents are made of.
//!
//! ```text
//! sentence   when ， verb object ， verb object ， aim 。      half of them
//!            a sentence with what looks like a marker          one in six
//!            a sentence with figures                            the rest
//! ```

/// A seeded sequence (xorshift).
pub(super) struct Draw(u64);

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A number up to 999 as statutes write it: 一百二十三.
pub(super) fn chinese(number: usize) -> String {
    let (hundreds, tens, ones) = (number / 100 % 10, number / 10 % 10, number % 10);
    let mut text = String::new();
    if hundreds > 0 {
        text += DIGITS[hundreds];
        text += "百";
    }
    match tens {
        0 if hundreds > 0 && ones > 0 => text += "零",
        0 => {}
        1 if hundreds == 0 => text += "十",
        _ => {
            text += DIGITS[tens];
            text += "十";
        }
    }
    if ones > 0 {
        text += DIGITS[ones];
    }
    text
}

const PLACES: [&str; 10] = ["全市", "全县", "全区", "我省", "我镇", "全系统", "全街道", "本校", "本局", "各乡镇"];
const FIELDS: [&str; 20] = [
    "教育",
    "水利",
    "卫生健康",
    "交通运输",
    "生态环境",
    "文化旅游",
    "农业农村",
    "社会保障",
    "应急管理",
    "市场监管",
    "住房保障",
    "科技创新",
    "养老服务",
    "城市管理",
    "粮食储备",
    "防汛抗旱",
    "人才工作",
    "乡村建设",
    "数据资源",
    "消防安全",
];
const WHENS: [&str; 14] = [
    "年内",
    "上半年",
    "下半年",
    "到年底",
    "6月底前",
    "三年内",
    "2027年前",
    "汛期到来之前",
    "每季度",
    "今后一个时期",
    "按照统一部署",
    "在摸底的基础上",
    "会同有关部门",
    "以问题为导向",
];
const VERBS: [&str; 28] = [
    "健全", "完善", "推进", "加强", "落实", "提升", "优化", "强化", "建立", "开展", "组织", "规范", "扩大", "深化",
    "压实", "统筹", "培育", "改造", "整治", "公开", "细化", "畅通", "督促", "支持", "引导", "保障", "修订", "盘活",
];
const OBJECTS: [&str; 32] = [
    "工作机制",
    "队伍建设",
    "基础设施",
    "服务流程",
    "责任清单",
    "考核办法",
    "重点项目",
    "资金监管",
    "应急预案",
    "信用体系",
    "人才公寓、保障住房",
    "公共服务设施",
    "数据共享平台",
    "监督检查",
    "宣传引导",
    "村级组织",
    "中小学校、幼儿园",
    "老旧小区",
    "排水管网、供水管网",
    "产业园区",
    "合作社、家庭农场",
    "执法程序",
    "培训计划",
    "安全隐患台账",
    "绿色通道",
    "社区食堂、日间照料中心",
    "病险水库",
    "县乡道路",
    "古树名木",
    "投诉渠道",
    "政策措施",
    "企业技术改造",
];
const AIMS: [&str; 14] = [
    "确保按期完成",
    "形成工作合力",
    "做到件件有着落",
    "让群众少跑腿",
    "防止问题反弹",
    "推动工作落地见效",
    "不断提高群众满意度",
    "补齐短板、弱项",
    "守住安全底线",
    "努力走在前列",
    "实现动态清零",
    "切实减轻基层负担",
    "为发展提供支撑",
    "促进城乡协调发展",
];
const WHO: [&str; 16] = [
    "县级以上人民政府",
    "主管部门",
    "经营者",
    "申请人",
    "建设单位",
    "有关机关",
    "监督检查人员",
    "乡镇人民政府",
    "行业协会",
    "利害关系人",
    "运营单位",
    "登记机关",
    "施工单位",
    "公民、法人和其他组织",
    "物业服务人",
    "学校",
];
const DUTIES: [&str; 20] = [
    "应当自收到申请之日起",
    "应当依法公开有关信息",
    "不得收取费用",
    "应当建立档案",
    "可以委托具备条件的机构实施",
    "应当听取公众意见",
    "应当说明理由",
    "应当采取措施消除危险",
    "负责本行政区域内的监督管理工作",
    "应当如实提供材料",
    "不得拒绝、阻碍",
    "应当保守商业秘密、个人隐私",
    "应当定期组织检查",
    "可以处以罚款",
    "责令限期改正",
    "应当予以公告",
    "依法承担赔偿责任",
    "应当将处理结果告知投诉人",
    "应当制定年度计划",
    "应当符合国家标准",
];
const CHAPTERS: [&str; 14] = [
    "总则",
    "职责分工",
    "规划与建设",
    "设立和变更",
    "经营管理",
    "权利和义务",
    "登记程序",
    "监督检查",
    "保障措施",
    "公众参与",
    "应急处置",
    "奖励与处罚",
    "法律责任",
    "附则",
];

impl Draw {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }

    pub(super) fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn of(&mut self, all: &[&'static str]) -> &'static str {
        all[self.below(all.len())]
    }

    fn clause(&mut self) -> String {
        let (verb, field, object) = (self.of(&VERBS), self.of(&FIELDS), self.of(&OBJECTS));
        match self.below(10) {
            0 => format!("{verb}{field}、{}{object}", self.of(&FIELDS)),
            1 => format!("{verb}{object}、{}", self.of(&OBJECTS)),
            _ => format!("{verb}{field}{object}"),
        }
    }

    pub(super) fn title(&mut self) -> String {
        let kind = self.of(&["工作要点", "实施方案", "行动计划", "发展规划", "工作总结"]);
        format!("{}202{}年{}{kind}", self.of(&PLACES), self.below(10), self.of(&FIELDS))
    }

    pub(super) fn heading(&mut self) -> String {
        let mut heading = format!("{}{}", self.of(&VERBS), self.of(&OBJECTS));
        if self.one_in(3) {
            heading += "，";
            heading += self.of(&AIMS);
        }
        heading
    }

    pub(super) fn sentence(&mut self) -> String {
        let (some, more) = (2 + self.below(98), 1 + self.below(9));
        let clause = self.clause();
        match self.below(22) {
            0 => format!("推动一、二、三产业融合发展，{clause}。"),
            1 => format!("依照第{}条第（{}）项的规定，{clause}。", chinese(some), chinese(more)),
            2 => format!("《{}管理办法（试行）》202{more}年{more}月起施行，{clause}。", self.of(&FIELDS)),
            3 => format!("投入{some}.{more}亿元，新建、改建{}{some}处，{}。", self.of(&OBJECTS), self.of(&AIMS)),
            4 => format!("{}以来，{clause}{some}项，同比增长{more}.{more}%，{}。", self.of(&WHENS), self.of(&AIMS)),
            5 => format!("{clause}（责任单位：{}局、{}局），完成率不低于{some}%。", self.of(&FIELDS), self.of(&FIELDS)),
            6 => format!("坚持质量第一、服务至上，{clause}；{}，{}。", self.clause(), self.of(&AIMS)),
            7 => format!("新增{}{some}个、床位{some}{more}张，{clause}。", self.of(&OBJECTS)),
            8 => format!("提出“{more}+{more}”工作法，{clause}，{}；{}。", self.clause(), self.of(&AIMS)),
            _ => format!("{}，{clause}，{}，{}。", self.of(&WHENS), self.clause(), self.of(&AIMS)),
        }
    }

    pub(super) fn closing(&mut self) -> String {
        format!(
            "以上工作，请各单位结合实际抓好落实。{}领导小组办公室202{}年{}月",
            self.of(&FIELDS),
            self.below(10),
            1 + self.below(12)
        )
    }

    pub(super) fn statute(&mut self) -> String {
        format!(
            "{}{}{}",
            self.of(&["某某省", "某某市", ""]),
            self.of(&FIELDS),
            self.of(&["条例", "管理办法", "若干规定"])
        )
    }

    pub(super) fn passed(&mut self) -> String {
        let (year, month, day) = (self.below(10), 1 + self.below(12), 1 + self.below(28));
        format!("（202{year}年{month}月{day}日第{}次会议通过）", chinese(1 + day))
    }

    pub(super) fn chapter(&mut self) -> &'static str {
        self.of(&CHAPTERS)
    }

    pub(super) fn rule(&mut self) -> String {
        let (some, more) = (2 + self.below(60), 1 + self.below(9));
        let (who, duty) = (self.of(&WHO), self.of(&DUTIES));
        match self.below(20) {
            0 => format!(
                "违反本条例第{}条规定的，由{who}{}，处{}万元以下罚款。",
                chinese(some),
                self.of(&DUTIES),
                chinese(more)
            ),
            1 => format!(
                "{who}依照前款第（{}）项作出决定，{duty}，{}日内送达{}。",
                chinese(more),
                chinese(some),
                self.of(&WHO)
            ),
            2 => format!("本办法所称{}，是指{}的活动，不包括{}。", self.of(&FIELDS), self.clause(), self.clause()),
            3 => {
                format!("{who}{duty}，{}；情节严重的，{}，并处2.{more}倍以上罚款。", self.of(&DUTIES), self.of(&DUTIES))
            }
            _ => format!(
                "{who}{duty}，{}；{}，应当{}。{}{}，{}。",
                self.clause(),
                self.of(&WHENS),
                self.clause(),
                self.of(&WHO),
                self.of(&DUTIES),
                self.of(&AIMS)
            ),
        }
    }

    pub(super) fn announcement(&mut self) -> String {
        format!("{}有下列情形之一的，{}：", self.of(&WHO), self.of(&DUTIES))
    }

    pub(super) fn item(&mut self) -> String {
        match self.below(3) {
            0 => format!("{}，未按照规定{}的", self.of(&WHENS), self.clause()),
            1 => format!("{}{}", self.of(&FIELDS), self.of(&OBJECTS)),
            _ => format!("{}{}", self.of(&WHO), self.of(&DUTIES)),
        }
    }
}
