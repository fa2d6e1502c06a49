#include "desk/year_books.h"

#include <algorithm>
#include <map>
#include <optional>

#include "disclosure/counts.h"

namespace gongkai::desk {

using journal::View;
using reports::SubmissionKey;

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

Books books_of(const CountedRecords& records, const View& view, reports::Compilation compilation,
               const SubmissionKey& key) {
    ByChannel channels(key.year);
    records.requests.each(view, key.log, [&](const requests::Request& it) {
        compilation.count(it);
        channels.count(it);
    });
    auto documents = records.documents.all(view, key.log);
    const Date end = last_day_of(key.year);
    for (const auto& it : documents) {
        if (const auto normative = disclosure::normative_of(it, end)) compilation.count(*normative);
        for (const auto& correction : disclosure::corrections(it))
            compilation.note(correction);
    }
    for (const auto& line : records.registers.of_year(view, key.log, key.year))
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

}  // namespace

Result<const forms::Form*> form_of(const forms::Forms& forms, int year) {
    const auto it =
        std::ranges::find_if(forms, [&](const forms::Form& form) { return form.covers(year); });
    if (it == forms.end())
        return Error{ErrorKind::Invalid, "report.no-form",
                     "没有适用于 " + std::to_string(year) + " 年度的报告格式。"};
    return &*it;
}

Date last_day_of(int year) {
    using namespace std::chrono;
    return sys_days{std::chrono::year{year} / December / 31};
}

Result<reports::Compiled> YearBooks::compile(const SubmissionKey& key) const {
    GK_TRY(form, form_of(forms_, key.year));
    std::optional<reports::Compiled> it;
    ledger_.look([&](const View& view) {
        it = books_of(records_, view, {*form, key.year, settings_}, key).compiled;
    });
    return std::move(*it);
}

Result<YearBooks::Told> YearBooks::told(const SubmissionKey& key) const {
    GK_TRY(form, form_of(forms_, key.year));
    GK_TRY(organ, organs_.find(key.log));
    std::optional<Books> books;
    ledger_.look([&](const View& view) {
        books = books_of(records_, view, {*form, key.year, settings_}, key);
    });
    Told told{std::move(books->compiled.report), {}};
    told.facts.organ = organ.name;
    told.facts.kind = kind_of(organ);
    told.facts.published = published_of(books->documents, key.year);
    told.facts.request_channels = std::move(books->request_channels);
    return told;
}

}  // namespace gongkai::desk
