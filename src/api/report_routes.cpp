#include "api/fields.h"
#include "api/given_act.h"
#include "api/media_type.h"
#include "api/office_routes.h"
#include "desk/report_shelf.h"
#include "files/report_json.h"
#include "journal/log_name.h"
#include "site/examined_json.h"
#include "site/guard.h"
#include "site/uploaded_file.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;
using reports::SubmissionKey;
namespace submissions = reports::submissions;

namespace {

std::optional<SubmissionKey> key_of(const Request& request, const site::Caller& caller) {
    const auto year = site::year_of_path(request.parameter("year"));
    if (!year) return {};
    return SubmissionKey{caller.organ, *year};
}

json::Object submission_json(const site::Services& services,
                             const reports::Submission& submission) {
    const auto opened = services.desks->shelf.opened_words(submission);
    json::Array acts;
    for (const auto& act : submission.acts())
        acts.push_back(
            records::output<submissions::Subject>(act, int(acts.size()), opened.opening()));
    return {{"year", submission.key().year},
            {"state", name(submission.state())},
            {"state_name", chinese(submission.state())},
            {"acts", std::move(acts)},
            {"seen", submission.acts().size()}};
}

json::Array belated_json(const std::vector<reports::Belated>& all) {
    json::Array out;
    for (const auto& it : all)
        out.push_back(json::Object{{"subject", it.subject},
                                   {"on", iso(it.on)},
                                   {"recorded_on", iso(it.recorded_on)},
                                   {"annulment", it.annulment}});
    return out;
}

Response changed(const site::Services& services, const Result<reports::Submission>& after) {
    if (!after.ok()) return refused(after.error());
    return answer(200, submission_json(services, after.value()));
}

// A handler that knows the body and the year.
using YearWork = std::function<Response(const Request&, const site::Caller&, const SubmissionKey&)>;

site::Work of_year(YearWork work) {
    return [work = std::move(work)](const Request& request, const site::Caller& caller) {
        const auto key = key_of(request, caller);
        return key ? work(request, caller, *key) : no_year();
    };
}

json::Array differences_json(const forms::Report& report,
                             const std::vector<reports::OpeningDifference>& all) {
    json::Array out;
    for (const auto& it : all)
        out.push_back(json::Object{{"cell", report.form->cell_id(it.cell)},
                                   {"name", report.form->cell_name(it.cell)},
                                   {"expected", it.accepted.text()},
                                   {"found", it.counted.text()}});
    return out;
}

Response show(const site::Services& services, const Request&, const site::Caller&,
              const SubmissionKey& key) {
    const auto compiled = services.desks->books.compile(key);
    if (!compiled.ok()) return refused(compiled.error());
    const auto& report = compiled.value().report;
    const auto kept = services.desks->shelf.submission(key);
    const auto review = services.desks->shelf.review(kept, report);
    files::JsonText out;
    out.open_object().members(submission_json(services, kept));
    files::write_report(out.key("compiled"), report);
    out.key("belated").value(belated_json(compiled.value().belated));
    files::write_findings(out.key("findings"), report, review.findings);
    out.key("opening_differences").value(differences_json(report, review.opening_differences));
    out.key("version");
    if (const auto& version = review.version) {
        site::write_examined(out.open_object(), version->report, version->findings, "");
        out.close_object();
    } else {
        out.null();
    }
    return http::json_answer(200, std::move(out.close_object()));
}

Response file(const site::Services& services, const Request& request, const site::Caller&,
              const SubmissionKey& key) {
    const auto format = request.query_value("format");
    if (!format.empty() && format != "docx" && format != "html" && format != "kept")
        return refused({ErrorKind::Invalid, "fields.kind", "format 只能是 docx、html 或 kept。"});
    const auto form = format == "html"   ? desk::FileForm::Page
                      : format == "kept" ? desk::FileForm::Kept
                                         : desk::FileForm::Word;
    auto made = services.desks->shelf.last_file(key, form);
    if (!made.ok()) return refused(made.error());
    auto& it = made.value();
    if (form == desk::FileForm::Page) return http::html_answer(200, std::move(it.bytes));
    const auto name = std::to_string(key.year) + "年政府信息公开工作年度报告." + it.ending;
    return download(media_type_of(name), name, std::move(it.bytes));
}

Response show_cell(const site::Services& services, const Request& request, const site::Caller&,
                   const SubmissionKey& key) {
    const auto compiled = services.desks->books.compile(key);
    if (!compiled.ok()) return refused(compiled.error());
    const auto& report = compiled.value().report;
    const auto cell = report.form->find(request.parameter("cell"));
    if (!cell)
        return refused({ErrorKind::NotFound, "report.cell", "这一年度的报告格式里没有这个数据。"});
    json::Array origins;
    for (const auto& it : compiled.value().origins(*cell))
        origins.push_back(
            json::Object{{"subject", it.subject}, {"on", iso(it.on)}, {"adds", it.adds.text()}});
    return answer(200, {{"cell", report.form->cell_id(*cell)},
                        {"name", report.form->cell_name(*cell)},
                        {"value", report.value(*cell).value_or(Decimal()).text()},
                        {"origins", std::move(origins)}});
}

Response prepare(const site::Services& services, const Request& request, const site::Caller& caller,
                 const SubmissionKey& key) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    desk::ReportWords words;
    auto given = fields.value().all();
    given.erase("seen");
    const auto read = records::read_record(given, records::fields_of<desk::ReportWords>, &words,
                                           "年度报告的文字部分");
    if (!read.ok()) return refused(read.error());
    const auto seen = seen_of(fields.value());
    if (!seen.ok()) return refused(seen.error());
    return changed(services,
                   services.desks->reports.prepare(caller.actor, key, words, seen.value()));
}

Response prepare_file(const site::Services& services, const Request& request,
                      const site::Caller& caller, const SubmissionKey& key) {
    const auto file = site::uploaded_file(request);
    if (!file.ok()) return refused(file.error());
    const auto seen = site::plain_number(request.query_value("seen"));
    if (!seen)
        return refused(
            {ErrorKind::Invalid, "fields.missing", "请在网址里写明已看到的环节数，如 ?seen=2。"});
    return changed(services, services.desks->reports.prepare_file(
                                 caller.actor, key, file.value().bytes,
                                 std::string(file.value().opening_reason), std::size_t(*seen)));
}

Response submit(const site::Services& services, const Request& request, const site::Caller& caller,
                const SubmissionKey& key) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto seen = seen_of(fields.value());
    if (!seen.ok()) return refused(seen.error());
    return changed(services, services.desks->reports.submit(caller.actor, key, seen.value()));
}

// Return, accept, publish.
template <class Kind>
Response move(const site::Services& services, const Request& request, const site::Caller& caller,
              const SubmissionKey& key) {
    const records::Row& row = records::row_for<submissions::Subject, Kind>();
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    json::Object given = fields.value().all();
    given.erase("seen");
    given.set("kind", row.name);
    const auto act = records::act_from<submissions::Subject>(std::move(given));
    if (!act.ok()) return refused(act.error());
    const auto seen = seen_of(fields.value());
    if (!seen.ok()) return refused(seen.error());
    return changed(services,
                   services.desks->reports.move(caller.actor, key, act.value(), seen.value()));
}

template <class Kind>
Right right_of() {
    return records::row_for<submissions::Subject, Kind>().right;
}

Response roll_up(const site::Services& services, const Request&, const site::Caller&,
                 const SubmissionKey& key) {
    const auto all = services.desks->roll_ups.accepted(key);
    if (!all.ok()) return refused(all.error());
    json::Array missing;
    for (const auto& it : all.value().missing)
        missing.push_back(json::Object{{"organ", journal::log_name(it.key)}, {"name", it.name}});
    files::JsonText out;
    out.open_object().members({{"year", key.year}, {"missing", std::move(missing)}});
    files::write_report(out.key("report"), all.value().sum.report);
    return http::json_answer(200, std::move(out.close_object()));
}

}  // namespace

Response no_year() {
    return refused(
        {ErrorKind::NotFound, "report.year", "网址里的年度不对，应为 2025 这样的年份。"});
}

std::vector<Route> report_routes(const site::Services& services) {
    const auto route = [&](std::string_view method, std::string_view path, std::string_view title,
                           Right right, auto work) {
        YearWork with = [&services, work](const Request& it, const site::Caller& caller,
                                          const SubmissionKey& key) {
            return work(services, it, caller, key);
        };
        return Route::open(method, path, title, json_type,
                           site::guarded(services, right, of_year(std::move(with))))
            .needing(right);
    };
    return {
        route("GET", "/api/organs/{organ}/reports/{year}", "年度报告：由记录汇总的数据和报送情况",
              Right::ReadWork, show),
        route("GET", "/api/organs/{organ}/reports/{year}/file", "年度报告的文件", Right::ReadWork,
              file)
            .answering(bytes_type)
            .asking({{"format", "docx（不写即是）、html 或 kept（上传的原文件）"}})
            .refusing({422}),
        route("GET", "/api/organs/{organ}/reports/{year}/cells/{cell}", "一个数据由哪些记录得来",
              Right::ReadWork, show_cell),
        route("POST", "/api/organs/{organ}/reports/{year}/prepare", "由记录编制年度报告",
              right_of<submissions::Prepare>(), prepare),
        route("POST", "/api/organs/{organ}/reports/{year}/file", "上传另行编制的年度报告",
              right_of<submissions::Prepare>(), prepare_file)
            .uploading(services.uploads.staff)
            .asking({{"seen", "已看到的环节数"}})
            .refusing({422}),
        route("POST", "/api/organs/{organ}/reports/{year}/submit", "报送年度报告",
              right_of<submissions::Submit>(), submit),
        route("POST", "/api/organs/{organ}/reports/{year}/return", "退回年度报告",
              right_of<submissions::Return>(), move<submissions::Return>),
        route("POST", "/api/organs/{organ}/reports/{year}/accept", "通过年度报告",
              right_of<submissions::Accept>(), move<submissions::Accept>),
        route("POST", "/api/organs/{organ}/reports/{year}/publish", "公布年度报告",
              right_of<submissions::Publish>(), move<submissions::Publish>),
        route("GET", "/api/organs/{organ}/consolidated/{year}", "汇总下级机关的年度报告",
              Right::ReviewReports, roll_up),
    };
}

}  // namespace gongkai::api
