#include "api/routes.h"

#include <sstream>

#include "api/listing.h"
#include "base/quoted.h"
#include "checks/version.h"
#include "files/report_json.h"
#include "http/dispatch.h"
#include "site/addresses.h"
#include "site/examination.h"
#include "site/examined_json.h"
#include "site/guard.h"
#include "site/refusal.h"
#include "site/report_id.h"

namespace gongkai::api {

namespace {

// Ids are strings: they have more digits than the numbers of many JSON readers.
json::Object facts(const reports::Kept& kept) {
    return {{"id", std::to_string(std::int64_t(kept.id))},
            {"region", kept.region},
            {"organ", kept.organ},
            {"year", kept.year ? json::Value(kept.year) : json::Value()},
            {"form", kept.form},
            {"title", kept.title},
            {"source", kept.source},
            {"format", kept.format},
            {"digest", kept.digest},
            {"imported", kept.imported}};
}

http::Response csv(std::string body) {
    return {200,
            {{"Content-Type", "text/csv; charset=utf-8"}},
            "\xEF\xBB\xBF" + files::report_csv_header() + std::move(body)};
}

http::Response refused(const Error& error) {
    return site::refusal(http::status_of(error.kind), error);
}

}  // namespace

namespace {

json::Value verdict_json(const std::optional<checks::Tally>& verdict) {
    if (!verdict) return {};
    return json::Object{
        {"errors", verdict->errors}, {"warnings", verdict->warnings}, {"hints", verdict->hints}};
}

Error bad_filter(std::string_view name, std::string_view wanted, std::string_view given) {
    return {ErrorKind::Invalid, "list.filter",
            "筛选条件 " + std::string(name) + " 应是" + std::string(wanted) + "，现为" +
                text::in_quotes(given) + "。"};
}

Status narrow(const records::Ask::Filter& filter, reports::Wanted& wanted) {
    const auto number = site::plain_number(filter.value);
    if (filter.name == "organ") {
        wanted.name = filter.value;
    } else if (filter.name == "year") {
        if (!number || *number > 9999) return bad_filter("year", "四位数的年份", filter.value);
        wanted.year = int(*number);
    } else if (filter.name == "region") {
        if (!number || *number > 999'999) return bad_filter("region", "六位区划代码", filter.value);
        wanted.region = std::int32_t(*number);
    } else {
        return Error{ErrorKind::Invalid, "list.filter",
                     "这个列表不能按" + text::in_quotes(filter.name) +
                         "筛选，可以按：organ、year、region。"};
    }
    return Done{};
}

// The part of the list of kept reports that a request asks for.
struct Part {
    reports::Wanted wanted;
    std::optional<reports::ReportPlace> after;
    int limit = records::usual_page;
};

constexpr std::string_view by_organ = "report organ";

// A place has four parts: two values of a cursor hold two each.
std::string written(const reports::ReportPlace& place) {
    return records::written({std::to_string(place.body.region) + " " + std::to_string(place.year) +
                                 " " + std::to_string(place.id),
                             place.body.organ},
                            by_organ);
}

Result<reports::ReportPlace> place_of(std::string_view text) {
    GK_TRY(cursor, records::cursor_of(text, by_organ));
    const auto* numbers = std::get_if<std::string>(&cursor.sorted_by);
    const auto* organ = std::get_if<std::string>(&cursor.key);
    reports::ReportPlace place;
    if (numbers && organ) {
        std::istringstream in(*numbers);
        if (in >> place.body.region >> place.year >> place.id) {
            place.body.organ = *organ;
            return place;
        }
    }
    return Error{ErrorKind::Invalid, "list.cursor",
                 "翻页的位置 after 不完整或不属于这个列表，请从第一页重新开始。"};
}

Result<Part> part_of(const http::Request& request) {
    GK_TRY(ask, ask_of(request));
    Part part;
    part.limit = ask.limit;
    if (!ask.sort.empty() && ask.sort != "organ")
        return Error{ErrorKind::Invalid, "list.sort",
                     "这个列表不能按" + text::in_quotes(ask.sort) + "排序，可以按：organ。"};
    for (const auto& filter : ask.filters)
        GK_CHECK(narrow(filter, part.wanted));
    if (!ask.search.empty()) part.wanted.name = ask.search;
    if (!ask.after.empty()) {
        GK_TRY(place, place_of(ask.after));
        part.after = std::move(place);
    }
    return part;
}

// One more than a page tells that there is another: the place at which the page ends, or nothing.
std::string end_of(std::vector<reports::Listed>& lines, int limit) {
    if (lines.size() <= std::size_t(limit)) return {};
    lines.resize(std::size_t(limit));
    return written(reports::place_of(lines.back().kept));
}

// The query of a request with another place.
std::string next_query(const http::Request& request, const std::string& next) {
    std::string query = "?after=" + next;
    for (const auto& [name, value] : request.query)
        if (name != "after" && !value.empty())
            query += "&" + http::encoded(name) + "=" + http::encoded(value);
    return query;
}

}  // namespace

http::Response list_reports(const site::Services& services, const http::Request& request) {
    const auto part = part_of(request);
    if (!part.ok()) return refused(part.error());
    const auto& [wanted, after, limit] = part.value();
    auto lines = services.library.page(wanted, after, limit + 1, checks::rules_version());
    const auto next = end_of(lines, limit);
    records::Page<json::Object> page{{}, next, services.library.count(wanted).reports, {}};
    for (const auto& line : lines) {
        page.rows.push_back(facts(line.kept));
        page.rows.back().set("findings", verdict_json(line.verdict));
    }
    return http::json_answer(200, page_json("reports", std::move(page)));
}

http::Response one_report(const site::Services& services, const http::Request& request) {
    const auto found = find_report(services, request);
    if (!found.ok()) return refused(found.error());
    const auto checked = site::check_kept(services, found.value());
    const auto& [kept, report] = found.value();
    files::JsonText out;
    out.open_object().key("kept").value(facts(kept));
    site::write_examined(out, report, checked.findings, kept.source);
    return http::json_answer(200, std::move(out.close_object()));
}

http::Response one_report_csv(const site::Services& services, const http::Request& request) {
    const auto found = find_report(services, request);
    if (!found.ok()) return refused(found.error());
    return csv(files::report_csv(found.value().report));
}

http::Response all_cells_csv(const site::Services& services, const http::Request& request) {
    const auto part = part_of(request);
    if (!part.ok()) return refused(part.error());
    const auto& [wanted, after, limit] = part.value();
    auto page = services.library.page(wanted, after, limit + 1, {});
    const auto next = end_of(page, limit);
    std::string lines;
    for (const auto& line : page)
        if (const auto found = services.library.find_in(line.kept.region, line.kept.id); found.ok())
            lines += files::report_csv(found.value().report);
    auto response = csv(std::move(lines));
    if (!next.empty())
        response.set("Link", "<" + address::in_data(services.base, address::all_cells) +
                                 next_query(request, next) + ">; rel=\"next\"");
    return response;
}

http::Response check(const site::Services& services, const http::Request& request) {
    const auto upload = site::examine_upload(services, request);
    if (!upload.ok()) return refused(upload.error());
    const auto& examined = upload.value().examined;
    files::JsonText out;
    out.open_object();
    site::write_examined(out, examined.report, examined.checked.findings, upload.value().file_name);
    auto response = http::json_answer(200, std::move(out.close_object()));
    response.set("Cache-Control", "no-store");
    return response;
}

http::Response show_site(const site::Services& services) {
    const auto& site = services.site;
    return http::json_answer(
        200,
        json::Object{{"name", site.name}, {"sponsor", site.sponsor}, {"contact", site.contact}});
}

}  // namespace gongkai::api
