#include "desk/open_cases.h"

#include <algorithm>

#include "desk/subjects.h"
#include "records/history.h"

namespace gongkai::desk {

using journal::LogKey;
using journal::View;
using organs::bodies::OpenCase;

namespace {

constexpr std::size_t named_at_most = 5;

// The open ones of a list, all its pages.
template <class Subject, class PageOf>
Status take(const LogKey& organ, PageOf page_of, std::vector<OpenCase>& into) {
    records::Ask ask{.filters = {{"group", "open"}}, .limit = records::longest_page};
    do {
        GK_TRY(page, page_of(ask));
        for (const auto& row : page.rows)
            into.push_back(
                {organ.organ, records::subject(records::Key<Subject>{organ, row.number})});
        ask.after = page.next;
    } while (!ask.after.empty());
    return Done{};
}

std::string in_words(const OpenCase& it) {
    const auto slash = it.subject.find('/');
    const auto* const table =
        *std::ranges::find(tables(), it.subject.substr(0, slash), &records::Table::subject);
    return std::string(table->chinese) + " " + it.subject.substr(slash + 1);
}

}  // namespace

Result<std::vector<OpenCase>> OpenCases::of(const View& view, const LogKey& organ,
                                            Date today) const {
    std::vector<OpenCase> all;
    const auto requests = [&](const records::Ask& ask) {
        return requests_.page(view, organ, {today, today}, ask);
    };
    const auto messages = [&](const records::Ask& ask) {
        return messages_.page(view, organ, ask, today);
    };
    const auto proposals = [&](const records::Ask& ask) {
        return proposals_.page(view, organ, ask, today);
    };
    GK_CHECK(take<requests::Subject>(organ, requests, all));
    GK_CHECK(take<interaction::messages::Subject>(organ, messages, all));
    GK_CHECK(take<interaction::proposals::Subject>(organ, proposals, all));
    std::ranges::sort(all, {}, &OpenCase::subject);
    return all;
}

std::string listed_in_words(const std::vector<OpenCase>& cases) {
    std::string words;
    for (std::size_t i = 0; i < cases.size() && i < named_at_most; ++i)
        words += (i == 0 ? "" : "、") + in_words(cases[i]);
    if (cases.size() > named_at_most) words += "等";
    return words;
}

}  // namespace gongkai::desk
