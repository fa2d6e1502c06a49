#include "desk/request_list.h"

#include "base/text.h"
#include "desk/opened.h"
#include "desk/request_desk.h"
#include "law/term.h"

namespace gongkai::desk {

using journal::LogKey;
using journal::View;
using requests::ListLine;

namespace {

constexpr std::size_t shown_signs = 20;

}  // namespace

Date soon_after(const law::Calendar& calendar, Date today) {
    return *law::term(calendar, today, soon_days).last_day;  // without pauses there is one
}

std::string masked_name(std::string_view name, requests::ApplicantKind kind) {
    return kind == requests::ApplicantKind::NaturalPerson ? masked_person(name)
                                                          : std::string(text::trim(name));
}

std::string first_signs(std::string_view text) {
    std::string line;
    std::size_t signs = 0;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t sign = text::next(text, at);
        if (text::is_space(sign)) {
            gap = !line.empty();
            continue;
        }
        if (signs == shown_signs) return line + "…";
        if (gap && signs + 1 < shown_signs) {
            line += ' ';
            ++signs;
        }
        gap = false;
        text::append(line, sign);
        ++signs;
    }
    return line;
}

RequestRow RequestList::row_of(const View& view, const LogKey& organ, Date today,
                               const ListLine& line) const {
    RequestRow row{line, clock_on(line, today), {}, {}, {}};
    if (is_open(line.state) && row.clock && row.clock->due)
        row.working_days_left = law::working_days(rules_.calendar, today, *row.clock->due);
    row.applicant = unless_damaged(
        [&]() -> std::string {
            const auto who = view.open(organ, line.applicant);
            if (who) return masked_name(unpacked<Applicant>(*who).name, line.applicant_kind);
            return instead_of_lacking(view, organ,
                                      records::subject(requests::RequestKey{organ, line.number}));
        },
        std::string(damaged_in_list));
    row.about = unless_damaged(
        [&]() -> std::string {
            const auto what = view.open(organ, line.content);
            return what ? first_signs(*what) : "";
        },
        std::string(damaged_in_list));
    return row;
}

Result<records::Page<RequestRow>> RequestList::page(const LogKey& organ, Date today,
                                                    const records::Ask& ask) const {
    Result<records::Page<RequestRow>> result = records::Page<RequestRow>{};
    ledger_.look([&](const View& view) {
        auto page = requests_.page(view, organ, {today, soon_after(rules_.calendar, today)}, ask);
        if (!page.ok()) {
            result = page.error();
            return;
        }
        result = page.value().shown(
            [&](const ListLine& line) { return row_of(view, organ, today, line); });
    });
    return result;
}

}  // namespace gongkai::desk
