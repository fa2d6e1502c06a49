#include "demo/papers.h"

namespace gongkai::demo {

namespace {

using enum disclosure::Kind;

// clang-format off
constexpr Paper office[] = {
    {Information, 7, 2, "{place}{year}年部门预算", "本部门预算收支总额、“三公”经费和绩效目标随文公开。", true},
    {NormativeDocument, 1, 3, "云溪县人民政府办公室关于印发{year}年政务公开工作要点的通知", "围绕群众办事、企业开办和资金使用，列出全年公开任务和责任单位。"},
    {Interpretation, 1, 4, "《{year}年政务公开工作要点》解读", "用问答说明今年新增的公开事项、时间要求和群众怎样提意见。"},
    {Information, 4, 4, "云溪县{year}年一季度经济运行情况", "一季度全县生产总值、粮食播种面积和居民收入的主要数据。"},
    {Information, 10, 5, "云溪县{year}年重大建设项目清单", "列出项目名称、建设内容、总投资和责任单位，按季更新进展。", true},
    {Information, 12, 6, "云溪县防汛抗旱应急预案（{year}年修订）", "明确预警级别、转移路线和各乡镇的物资储备点。"},
    {NormativeDocument, 1, 9, "云溪县人民政府办公室关于加强小型水库安全管理的通知（{year}）", "落实水库巡查责任人，汛期每日巡查并登记。"},
    {Information, 15, 11, "云溪县{year}年民生实事完成情况", "十件民生实事的完成进度和下一步安排。"},
};
constexpr Paper education[] = {
    {Information, 7, 2, "{place}{year}年部门预算", "预算收支、“三公”经费和政府采购安排。", true},
    {NormativeDocument, 1, 4, "{place}关于做好{year}年义务教育招生入学工作的通知", "公布招生范围、报名时间和所需材料，不设置考试。"},
    {Interpretation, 1, 5, "{year}年义务教育招生入学政策解读", "说明随迁子女、多孩家庭怎样报名。"},
    {Information, 11, 7, "云溪县{year}年学生资助政策和标准", "各学段资助项目、标准和申请时间。", true},
    {Information, 14, 8, "云溪县{year}年公开招聘教师公告", "招聘岗位、条件、报名和考试安排。"},
    {Information, 15, 10, "云溪县{year}年校外培训机构名单", "已审批的校外培训机构名称、地址和科目。"},
};
constexpr Paper affairs[] = {
    {Information, 7, 2, "{place}{year}年部门预算", "预算收支、“三公”经费和绩效目标。", true},
    {NormativeDocument, 1, 3, "{place}关于调整{year}年城乡低保和特困供养标准的通知", "从当年1月1日起执行新的保障标准。"},
    {Information, 11, 5, "云溪县{year}年第一季度临时救助情况", "救助人次、资金和标准。"},
    {Information, 11, 8, "云溪县{year}年养老服务机构名单", "机构名称、床位、收费和等级。", true},
    {Information, 15, 11, "云溪县{year}年地名命名公告", "新命名的道路和小区名称。"},
};
constexpr Paper building[] = {
    {Information, 7, 2, "{place}{year}年部门预算", "预算收支、“三公”经费和政府采购安排。", true},
    {Information, 5, 3, "{place}{year}年行政许可事项目录", "许可名称、依据、条件、时限和咨询电话。"},
    {NormativeDocument, 1, 5, "{place}关于加强住宅专项维修资金管理的通知（{year}）", "明确使用申请、公示和拨付的办理时限。"},
    {Interpretation, 1, 6, "《关于加强住宅专项维修资金管理的通知（{year}）》解读", "说明业主怎样申请使用维修资金。"},
    {Information, 10, 7, "云溪县{year}年老旧小区改造计划", "改造小区名单、户数和内容。", true},
    {Information, 6, 9, "{place}{year}年行政处罚决定公开（第三批）", "隐去个人信息的处罚决定摘要。"},
    {Information, 11, 10, "云溪县{year}年公共租赁住房分配结果", "分配批次、套数和轮候情况。"},
};
constexpr Paper farming[] = {
    {Information, 7, 2, "{place}{year}年部门预算", "预算收支、“三公”经费和绩效目标。", true},
    {NormativeDocument, 1, 3, "{place}关于印发{year}年农业机械购置补贴实施办法的通知", "补贴范围、标准、申请和公示办法。", true},
    {Interpretation, 1, 4, "{year}年农业机械购置补贴问答", "农户最关心的十个问题。"},
    {Information, 11, 6, "云溪县{year}年耕地地力保护补贴发放公告", "补贴标准、面积和发放时间。"},
    {Information, 13, 8, "云溪县{year}年农产品质量安全抽检结果", "抽检批次、合格率和不合格产品处理。"},
    {Information, 10, 10, "云溪县{year}年高标准农田建设项目公示", "项目位置、面积、投资和工期。"},
};
constexpr Paper town[] = {
    {Information, 7, 2, "{place}{year}年财政预算", "收支预算、“三公”经费和专项资金安排。", true},
    {Information, 0, 3, "{place}{year}年农村低保对象名单", "按规定公示到村，只列户主姓氏和保障人数。"},
    {NormativeDocument, 1, 4, "{place}人居环境整治办法（{year}）", "门前三包、垃圾收运和积分兑换办法。"},
    {Information, 12, 5, "{place}{year}年防汛应急预案", "地质灾害点、转移路线和责任人岗位。"},
    {Information, 0, 6, "{place}{year}年征地补偿费用收支情况", "到村组的补偿费用拨付和使用情况。"},
    {Information, 11, 9, "{place}{year}年公益性岗位招聘公告", "岗位、条件、报酬和报名时间。"},
    {Information, 0, 11, "{place}{year}年惠民惠农补贴发放情况", "分项目公布发放标准和总额。", true},
};
// clang-format on

std::string filled(std::string_view pattern, const Body& body, int year) {
    std::string it(pattern);
    const auto fill = [&](std::string_view name, const std::string& with) {
        for (auto at = it.find(name); at != it.npos; at = it.find(name, at + with.size()))
            it.replace(at, name.size(), with);
    };
    fill("{place}",
         std::string(body.level == organs::Level::Township ? body.short_name : body.name));
    fill("{year}", std::to_string(year));
    return it;
}

}  // namespace

std::span<const Paper> papers_of(const Body& body) {
    if (body.kind == organs::OrganKind::Office) return office;
    if (body.level == organs::Level::Township) return town;
    if (body.login == "jiaoyu") return education;
    if (body.login == "minzheng") return affairs;
    if (body.login == "nongye") return farming;
    return building;
}

std::string title_of(const Paper& paper, const Body& body, int year) {
    return filled(paper.title, body, year);
}

std::string text_of(const Paper& paper, const Body& body, int year) {
    return title_of(paper, body, year) + "\n\n" + filled(paper.what, body, year) + "\n\n" +
           "一、公开范围。本件在云溪县政府网站和本机关公开栏同步公开，任何人都可以查阅、复制。\n"
           "\n" +
           "二、办理和咨询。对内容有疑问的，可以在工作日到" + std::string(body.address) +
           "咨询，电话" + std::string(body.phone) + "。\n\n" +
           "三、意见反馈。发现错误或者遗漏的，请告诉我们，核实后及时更正并说明。\n\n" +
           std::string(body.name) + "\n";
}

}  // namespace gongkai::demo
