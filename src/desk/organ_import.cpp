#include "desk/organ_import.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "desk/organ_desk.h"

namespace gongkai::desk {

using files::CsvRow;
using journal::Change;
using organs::Organ;

namespace {

enum Which {
    Name,
    Kind,
    Level,
    Division,
    From,
    Unit,
    Address,
    Phone,
    Credit,
    Parent,
    Hours,
    Fax,
    Web,
    Review,
    Court,
    OnlineReview,
    Until,
};
const std::array<Column, Until + 1> columns{{
    {{"机关名称"}, true},
    {{"机关类别"}, true},
    {{"级别"}, true},
    {{"区划代码"}, true},
    {{"成立日期"}, true},
    {{"工作机构"}, true},
    {{"办公地址"}, true},
    {{"联系电话"}, true},
    {{"统一社会信用代码"}},
    {{"上级机关", "上级"}},
    {{"办公时间"}},
    {{"传真"}},
    {{"网址"}},
    {{"复议机关"}},
    {{"管辖法院"}},
    {{"网上复议渠道"}},
    {{"终止日期"}},
}};

std::string cell(const CsvRow& row, const Places& places, Which column) {
    return places.cell(row, column);
}

Error refused(std::string_view column, const std::string& cell, const std::string& what) {
    return {ErrorKind::Invalid, "import.cell",
            "“" + std::string(column) + "”不能是“" + cell + "”" + what};
}

// The body as the row has it; what is blank stays as in `it`. The superior comes later.
Result<Organ> with_cells(Organ it, const CsvRow& row, const Places& places) {
    const auto take = [&](Which column, std::string& into) {
        if (auto words = cell(row, places, column); !words.empty()) into = std::move(words);
    };
    take(Name, it.name);
    take(Division, it.division_code);
    take(Credit, it.credit_code);
    take(Unit, it.contact.unit);
    take(Address, it.contact.address);
    take(Phone, it.contact.phone);
    take(Hours, it.contact.hours);
    take(Fax, it.contact.fax);
    take(Web, it.contact.web);
    take(Review, it.remedies.review_organ);
    take(Court, it.remedies.court);
    take(OnlineReview, it.remedies.online_review);
    const auto kind = cell(row, places, Kind), level = cell(row, places, Level);
    const auto known_kind = choice_in_cell<organs::OrganKind>(kind);
    const auto known_level = choice_in_cell<organs::Level>(level);
    if (!known_kind)
        return refused("机关类别", kind,
                       "，应是人民政府、人民政府办公厅（室）、工作部门、街道办事处或派出机构。");
    if (!known_level) return refused("级别", level, "，应是乡镇级、县级、市级、省级或国家级。");
    it.kind = *known_kind;
    it.level = *known_level;
    for (const Which column : {From, Until}) {
        const auto words = cell(row, places, column);
        const auto day = day_in_cell(words);
        if (!day && (column == From || !words.empty()))
            return refused(columns[column].title(), words, "，应写成 2019-05-15 这样的日期。");
        if (column == From) it.valid_from = *day;
        if (column == Until && day) it.valid_until = day;
    }
    return it;
}

std::string superior_of(const Organ& it, const std::vector<Organ>& all) {
    for (const Organ& each : all)
        if (it.parent == each.key.organ) return each.name;
    return {};
}

// What a change changes, for whoever reads the dry run.
std::vector<std::string> differences(const Organ& before, const Organ& after,
                                     const std::vector<Organ>& all) {
    const auto day = [](const std::optional<Date>& it) { return it ? iso(*it) : std::string(); };
    const std::array<std::pair<std::string, std::string>, columns.size()> pairs{{
        {before.name, after.name},
        {std::string(chinese(before.kind)), std::string(chinese(after.kind))},
        {std::string(chinese(before.level)), std::string(chinese(after.level))},
        {before.division_code, after.division_code},
        {iso(before.valid_from), iso(after.valid_from)},
        {before.contact.unit, after.contact.unit},
        {before.contact.address, after.contact.address},
        {before.contact.phone, after.contact.phone},
        {before.credit_code, after.credit_code},
        {superior_of(before, all), superior_of(after, all)},
        {before.contact.hours, after.contact.hours},
        {before.contact.fax, after.contact.fax},
        {before.contact.web, after.contact.web},
        {before.remedies.review_organ, after.remedies.review_organ},
        {before.remedies.court, after.remedies.court},
        {before.remedies.online_review, after.remedies.online_review},
        {day(before.valid_until), day(after.valid_until)},
    }};
    std::vector<std::string> out;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (pairs[i].first != pairs[i].second)
            out.push_back(std::string(columns[i].title()) + "：" + pairs[i].first + " → " +
                          pairs[i].second);
    return out;
}

}  // namespace

// One import, within a change of the region's log.
class ListImport {
public:
    ListImport(const OrganDesk& desk, Change& change, const Actor& by, const Places& places)
        : desk_(desk),
          change_(change),
          by_(by),
          all_(desk.organs_.all(change, change.log().region)),
          places_(places) {}

    // Rows whose superior stands further down wait for it.
    std::vector<ImportRow> run(std::span<const CsvRow> rows) {
        std::vector<ImportRow> out(rows.size());
        std::vector<std::size_t> waiting;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            out[i].line = rows[i].line;
            out[i].name = cell(rows[i], places_, Name);
            if (auto twice = named_before(rows[i]); !twice.empty())
                out[i].refuse(std::move(twice));
            else
                waiting.push_back(i);
        }
        while (!waiting.empty()) {
            const auto before = waiting.size();
            std::erase_if(waiting, [&](std::size_t i) { return take(rows[i], out[i]); });
            if (waiting.size() == before) break;
        }
        for (const auto i : waiting)
            out[i].refuse("上级机关“" + cell(rows[i], places_, Parent) +
                          "”不存在，这份清单里也没有它（或者它没能导入）。");
        return out;
    }

private:
    const OrganDesk& desk_;
    Change& change_;
    const Actor& by_;
    std::vector<Organ> all_;
    Places places_;
    std::map<std::string, int> lines_;  // by name or credit code

    std::string named_before(const CsvRow& row) {
        std::string twice;
        for (const Which column : {Name, Credit}) {
            const auto words = cell(row, places_, column);
            if (words.empty()) continue;
            const auto [it, first] = lines_.emplace(words, row.line);
            if (!first)
                twice = "“" + words + "”在第 " + std::to_string(it->second) + " 行已经有了。";
        }
        return twice;
    }

    const Organ* known(std::string Organ::*field, const std::string& words) const {
        const auto it = std::ranges::find(all_, words, field);
        return words.empty() || it == all_.end() ? nullptr : &*it;
    }

    // Whether the row is done with: recorded or refused. False: its superior is not there yet.
    bool take(const CsvRow& row, ImportRow& out) {
        const auto above = cell(row, places_, Parent);
        const Organ* parent = known(&Organ::name, above);
        if (!above.empty() && !parent) return false;
        const Organ* by_name = known(&Organ::name, out.name);
        const Organ* by_code = known(&Organ::credit_code, cell(row, places_, Credit));
        if (by_name && by_code && by_name != by_code) {
            out.refuse("名称是“" + by_name->name + "”的，统一社会信用代码却是“" + by_code->name +
                       "”的。请核对。");
            return true;
        }
        const Organ* before = by_name ? by_name : by_code;
        Organ blank;
        blank.key = {change_.log().region, 0};
        auto wanted = with_cells(before ? *before : blank, row, places_);
        if (!wanted.ok()) {
            out.refuse(wanted.error().message);
            return true;
        }
        if (parent) wanted.value().parent = parent->key.organ;
        record(wanted.value(), before, out);
        return true;
    }

    void record(const Organ& wanted, const Organ* before, ImportRow& out) {
        if (before && wanted == *before) {
            out.action = ImportAction::Same;
            return;
        }
        out.action = before ? ImportAction::Change : ImportAction::Create;
        if (before) out.messages = differences(*before, wanted, all_);
        const auto put = desk_.put(change_, by_, all_, wanted);
        if (put.ok()) return;
        out.messages.clear();
        out.refuse(put.error().message);
    }
};

Result<OrganImport> OrganDesk::import_list(const Actor& by, std::int64_t region,
                                           std::string_view bytes, bool dry_run) {
    GK_TRY(rows, read_table(bytes));
    GK_TRY(places, Places::of(rows.front(), columns));
    return import_rows(ledger_, by, {region, 0}, dry_run, [&](Change& change) {
        return ListImport(*this, change, by, places).run(std::span(rows).subspan(1));
    });
}

std::string organ_file_template() {
    constexpr std::array<std::string_view, columns.size()> example{"示例县示例镇人民政府",
                                                                   "人民政府",
                                                                   "乡镇级",
                                                                   "900121199000",
                                                                   "2019-05-15",
                                                                   "党政综合办公室",
                                                                   "示例镇人民路1号",
                                                                   "0000-1234567",
                                                                   "",
                                                                   "",
                                                                   "工作日 9:00-12:00 14:00-17:00",
                                                                   "",
                                                                   "",
                                                                   "示例县人民政府",
                                                                   "示例县人民法院",
                                                                   "",
                                                                   ""};
    return template_csv(columns, example);
}

}  // namespace gongkai::desk
