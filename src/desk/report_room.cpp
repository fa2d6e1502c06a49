#include "desk/report_room.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "desk/examine.h"
#include "desk/people_desk.h"
#include "desk/recording.h"
#include "desk/release.h"
#include "desk/report_document.h"
#include "desk/year_before.h"
#include "disclosure/counts.h"
#include "disclosure/document.h"
#include "files/report_json.h"

namespace gongkai::desk {

using journal::Change;
using journal::Signature;
using journal::View;
using reports::Submission;
using reports::SubmissionAct;
using reports::SubmissionKey;
namespace submissions = reports::submissions;

namespace {

// How many requests came in a year by which channel.
class ByChannel {
public:
    explicit ByChannel(int year) : year_(year) {}

    void count(const requests::Request& request) {
        const auto progress = request.progress();
        if (progress.state == requests::State::Annulled || !progress.received_on) return;
        if (year_of(*progress.received_on) != year_) return;
        ++counts_[application_of(request).channel];
    }

    std::vector<reports::Counted> named() const {
        std::vector<reports::Counted> all;
        all.reserve(counts_.size());
        for (const auto& [channel, count] : counts_)
            all.push_back({std::string(chinese(channel)), Decimal(count)});
        return all;
    }

private:
    int year_;
    std::map<requests::Channel, int> counts_;
};

// What the records tell of a year.
struct Books {
    reports::Compiled compiled;
    std::vector<reports::Counted> request_channels;
    std::vector<disclosure::Document> documents;
};

Books books_of(const Office& office, const View& view, const forms::Form& form,
               const SubmissionKey& key) {
    reports::Compilation compilation(form, key.year, office.settings);
    ByChannel channels(key.year);
    office.requests.each(view, key.log, [&](const requests::Request& it) {
        compilation.count(it);
        channels.count(it);
    });
    auto documents = office.documents.all(view, key.log);
    const Date end = last_day_of(key.year);
    for (const auto& it : documents) {
        if (const auto normative = disclosure::normative_of(it, end)) compilation.count(*normative);
        for (const auto& correction : disclosure::corrections(it))
            compilation.note(correction);
    }
    for (const auto& line : office.registers.of_year(view, key.log, key.year))
        compilation.count(line);
    return {std::move(compilation).finish(), channels.named(), std::move(documents)};
}

reports::OrganKind kind_of(const organs::Organ& organ) {
    if (organ.kind != organs::OrganKind::Government) return reports::OrganKind::Department;
    return organ.level == organs::Level::Township ? reports::OrganKind::Township
                                                  : reports::OrganKind::Government;
}

std::vector<reports::Counted> published_of(const std::vector<disclosure::Document>& documents,
                                           int year) {
    std::vector<reports::Counted> all;
    const auto counted = disclosure::counts(documents, year);
    for (std::size_t i = 0; i < counted.by_channel.size(); ++i)
        if (const int count = counted.by_channel[i])
            all.push_back({std::string(chinese(disclosure::Channel(i))), Decimal(count)});
    return all;
}

// The compiled year with its words.
Result<forms::Report> told(const Office& office, const View& view, const SubmissionKey& key,
                           const ReportWords& words) {
    GK_TRY(form, form_of(office, key.year));
    GK_TRY(organ, office.organs.current(view, key.log));
    Books books = books_of(office, view, *form, key);
    forms::Report report = std::move(books.compiled.report);
    reports::NarrativeFacts facts;
    facts.organ = organ.name;
    facts.kind = kind_of(organ);
    facts.published = published_of(books.documents, key.year);
    facts.request_channels = std::move(books.request_channels);
    facts.management = words.management;
    facts.platform = words.platform;
    facts.supervision = words.supervision;
    facts.appraisal = words.appraisal;
    facts.problems = words.problems;
    facts.improvements = words.improvements;
    facts.other = words.other;
    reports::narrate(report, facts);
    return report;
}

// With `seen`, only where nothing has happened since.
Result<Submission> record(Office& office, const Signature& by, const SubmissionKey& key,
                          const SubmissionAct& act, std::optional<std::size_t> seen = {}) {
    std::optional<Submission> result;
    const auto recorded = office.ledger.change(by, key.log, [&](Change& change) -> Status {
        const Submission before = office.submissions.of_year(change, key);
        GK_CHECK(check_seen(submissions::Subject::table(), seen, before.acts().size()));
        SubmissionAct ready = act;
        sign(ready, records::row_of<submissions::Subject>(ready), by);
        seal<submissions::Subject>(change, ready);
        GK_TRY(after, before.after(std::move(ready)));
        append<submissions::Subject>(change, reports::history_key(key), after.acts().back());
        result = std::move(after);
        return Done{};
    });
    if (!recorded.ok()) return recorded.error();
    return std::move(*result);
}

Result<Submission> keep_version(Office& office, const Signature& by, const SubmissionKey& key,
                                const forms::Report& report, std::string_view file, bool compiled,
                                const std::string& reason) {
    GK_TRY(json, office.contents.put(files::report_json(report)));
    GK_TRY(kept_file, office.contents.put(file));
    SubmissionAct act;
    act.what = submissions::Prepare{json, kept_file, compiled};
    if (!text::is_blank(reason)) act.words = records::in_clear(reason);
    return record(office, by, key, act);
}

// Whether a report may be that of a body, by the name that it has or had.
bool may_be_of(const forms::Report& report, const organs::Organ& organ) {
    forms::Report named;
    named.organ = organ.name;
    if (may_be_one_body(report, named)) return true;
    return std::ranges::any_of(organ.former_names, [&](const organs::FormerName& it) {
        named.organ = it.name;
        return may_be_one_body(report, named);
    });
}

}  // namespace

Result<reports::Compiled> compile_year(const Office& office, const SubmissionKey& key) {
    GK_TRY(form, form_of(office, key.year));
    std::optional<reports::Compiled> it;
    office.ledger.look([&](const View& view) { it = books_of(office, view, *form, key).compiled; });
    return std::move(*it);
}

Result<Submission> prepare_report(Office& office, const Signature& by, const SubmissionKey& key,
                                  const ReportWords& words) {
    if (std::ranges::all_of(words.problems, text::is_blank) ||
        std::ranges::all_of(words.improvements, text::is_blank))
        return Error{ErrorKind::Invalid, "report.words",
                     "请填写存在的主要问题和改进情况（报告第五部分），不能空着。"};
    std::optional<Result<forms::Report>> made;
    office.ledger.look([&](const View& view) { made = told(office, view, key, words); });
    GK_TRY(report, std::move(*made));
    const std::string file = report_docx(report);
    GK_CHECK(read_back(report, file, office.forms));
    return keep_version(office, by, key, report, file, true, words.opening_reason);
}

Result<Submission> prepare_file(Office& office, const Signature& by, const SubmissionKey& key,
                                std::string_view bytes, const std::string& opening_reason) {
    GK_TRY(report, read_report(bytes, office.forms));
    return keep_version(office, by, key, report, bytes, false, opening_reason);
}

Result<Submission> submit_report(Office& office, const Signature& by, const SubmissionKey& key) {
    const Submission before = submission(office, key);
    if (const auto* version = before.version()) {
        const auto report = kept_report(office, version->report);
        if (!report)
            return Error{ErrorKind::NotFound, "report.lost",
                         "保存的报告文件不见了，请重新编制或上传。"};
        const auto last = accepted_report(office, {key.log, key.year - 1});
        auto gate =
            reports::gate(*report, last ? &*last : nullptr, key.year, before.has_opening_reason());
        GK_TRY(organ, find_organ(office, key.log));
        gate.other_body = !may_be_of(*report, organ);
        GK_CHECK(reports::passed(gate, *report));
    }
    SubmissionAct act;
    act.what = submissions::Submit{};
    // What passed the gate is what goes up, not what somebody has put in its place meanwhile.
    return record(office, by, key, act, before.acts().size());
}

Result<Submission> move_report(Office& office, const Signature& by, const SubmissionKey& key,
                               const SubmissionAct& act) {
    if (act.is<submissions::Prepare>() || act.is<submissions::Submit>())
        return Error{ErrorKind::NotAllowed, "submission.not-now", "请用编制或报送办理。"};
    return record(office, by, key, act);
}

std::optional<forms::Report> kept_report(const Office& office, const std::string& digest) {
    const auto json = office.contents.get(digest);
    if (!json) return {};
    auto report = files::parse_report(*json, office.forms);
    if (!report.ok()) return {};
    return std::move(report.value());
}

std::optional<forms::Report> accepted_report(const Office& office, const SubmissionKey& key) {
    const Submission kept = submission(office, key);
    return kept.accepted() ? kept_report(office, kept.accepted()->report) : std::nullopt;
}

Submission submission(const Office& office, const SubmissionKey& key) {
    Submission kept(key);
    office.ledger.look([&](const View& view) { kept = office.submissions.of_year(view, key); });
    return kept;
}

Result<RollUp> consolidated(const Office& office, const SubmissionKey& key) {
    return roll_up(office, key, bodies_below(office, key.log, last_day_of(key.year)),
                   [&](const SubmissionKey& one) { return accepted_report(office, one); });
}

}  // namespace gongkai::desk
