#include "demo/asking.h"

#include <string>

namespace gongkai::demo {

namespace {

using requests::ApplicantKind;
using requests::Channel;
using requests::Delivery;

constexpr std::string_view surnames[] = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄",
                                         "周", "吴", "徐", "孙", "胡", "朱", "高", "林"};
constexpr std::string_view given_names[] = {"晓云", "建平", "秀兰", "志远", "海燕", "文斌",
                                            "玉珍", "国庆", "雨桐", "明辉", "春梅", "立新"};
constexpr std::string_view wanted[] = {
    "2024年村级财务收支情况和公示材料",
    "老城区供水管网改造工程的中标合同",
    "柳河水库除险加固工程征地补偿安置方案",
    "农业机械购置补贴资金的发放名单和标准",
    "幼儿园收费标准的核定文件",
    "东溪路道路拓宽工程的规划许可材料",
    "乡村公益性岗位的招聘办法和录用结果",
    "本村低保对象的审核确认程序和标准",
    "小区物业维修资金的使用审批材料",
    "白杨路公共停车场特许经营协议",
    "2023年教师招聘的面试评分办法",
    "养老服务机构建设补助资金的分配文件",
    "农村公路养护经费的安排和使用情况",
    "桐花片区房屋征收决定和补偿标准",
    "燃气管道老化更新改造的年度计划",
    "县城污水处理厂委托运营的绩效评价报告",
    "高标准农田建设项目的验收报告",
    "政府常务会议关于校车运营补贴的会议纪要",
    "清石镇集镇改造的环境影响评价批复",
    "临时救助金的发放标准和申请流程",
    "本人宅基地确权登记的档案材料",
    "公共自行车项目的采购公告和合同",
    "县域内采石场安全检查的行政处罚决定",
    "防汛应急预案和物资储备清单",
};
constexpr std::string_view companies[] = {"云溪县青禾农产品有限公司", "溪畔建筑工程有限公司",
                                          "云溪县顺达物流有限公司"};
constexpr std::string_view institutes[] = {"山前大学公共管理学院", "溪源地方史研究所"};
constexpr std::string_view charities[] = {"云溪县溪水环保志愿者协会", "云溪县阳光助老服务中心"};
constexpr std::string_view law_firms[] = {"山前明理律师事务所", "云溪县法律服务所"};

std::string digits(Dice& dice, int count) {
    std::string it;
    for (int i = 0; i < count; ++i)
        it += char('0' + dice.between(0, 9));
    return it;
}

// GB 11643, of a region that is not there.
std::string id_number(Dice& dice) {
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    std::string it = "900121" + std::to_string(dice.between(1950, 2002)) + "0" +
                     std::to_string(dice.between(1, 9)) + "1" + digits(dice, 1) + digits(dice, 3);
    int sum = 0;
    for (std::size_t i = 0; i < it.size(); ++i)
        sum += (it[i] - '0') * weights[i];
    return it + "10X98765432"[sum % 11];
}

ApplicantKind any_kind(Dice& dice) {
    const int turn = dice.between(1, 100);
    if (turn <= 78) return ApplicantKind::NaturalPerson;
    if (turn <= 88) return ApplicantKind::Commercial;
    if (turn <= 91) return ApplicantKind::Research;
    if (turn <= 94) return ApplicantKind::PublicInterest;
    if (turn <= 98) return ApplicantKind::LegalService;
    return ApplicantKind::Other;
}

std::string name_of(Dice& dice, ApplicantKind kind) {
    switch (kind) {
        case ApplicantKind::NaturalPerson: break;
        case ApplicantKind::Commercial: return std::string(dice.pick(companies));
        case ApplicantKind::Research: return std::string(dice.pick(institutes));
        case ApplicantKind::PublicInterest: return std::string(dice.pick(charities));
        case ApplicantKind::LegalService: return std::string(dice.pick(law_firms));
        case ApplicantKind::Other: return "云溪县桐花村村民委员会";
    }
    return std::string(dice.pick(surnames)) + std::string(dice.pick(given_names));
}

Channel any_channel(Dice& dice) {
    const int turn = dice.between(1, 100);
    if (turn <= 40) return Channel::Internet;
    if (turn <= 70) return Channel::SignedMail;
    if (turn <= 85) return Channel::InPerson;
    if (turn <= 90) return Channel::OrdinaryMail;
    if (turn <= 95) return Channel::Email;
    return turn <= 97 ? Channel::Oral : Channel::Fax;
}

}  // namespace

desk::NewRequest any_request(Dice& dice, Date on) {
    desk::NewRequest it;
    it.channel = any_channel(dice);
    it.applicant_kind = any_kind(dice);
    it.submitted_on = it.received_on = on;
    const bool mailed = it.channel == Channel::SignedMail || it.channel == Channel::OrdinaryMail;
    if (mailed) it.submitted_on -= std::chrono::days{dice.between(2, 4)};
    it.wished = it.channel == Channel::Internet ? Delivery::Online : Delivery::Post;
    it.needs_help = dice.chance(3);
    it.who.name = name_of(dice, it.applicant_kind);
    it.who.id_number = it.applicant_kind == ApplicantKind::NaturalPerson
                           ? id_number(dice)
                           : "5290" + digits(dice, 14);
    it.who.phone = "1990000" + digits(dice, 4);
    if (mailed) it.who.address = "云溪县溪桥路" + std::to_string(dice.between(2, 90)) + "号";
    it.content = records::in_clear("申请公开：" + std::string(dice.pick(wanted)) + "。");
    return it;
}

}  // namespace gongkai::demo
