#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "organs/organ.h"
#include "records/listing.h"
#include "records/repository.h"

namespace gongkai::organs {

// What happens to a body in the journal. Each act carries the whole of it as it is from then on.
namespace bodies {

template <class Kind>
consteval auto whole_organ() {
    return records::field_list(records::field<&Kind::organ>("organ", "机关").flat_everywhere());
}

// 登记机关
struct Create {
    OrganRecord organ;
    static constexpr auto fields() { return whole_organ<Create>(); }
    friend bool operator==(const Create&, const Create&) = default;
};

// 修改机关
struct Change {
    OrganRecord organ;
    static constexpr auto fields() { return whole_organ<Change>(); }
    friend bool operator==(const Change&, const Change&) = default;
};

// What was not finished when its body ended, and has been its successor's since.
struct OpenCase {
    std::int64_t organ = 0;  // in whose log it lies: the body's own, or one that it went on for
    std::string subject;     // "request/2026-0014"

    static constexpr auto fields() {
        using records::field;
        return records::field_list(
            field<&OpenCase::organ>("organ", "登记机关").used(records::Use::Told),
            field<&OpenCase::subject>("subject", "事项").used(records::Use::Told));
    }
    friend bool operator==(const OpenCase&, const OpenCase&) = default;
};

// 终止机关
struct End {
    OrganRecord organ;
    std::vector<OpenCase> open_cases{};

    static constexpr auto fields() {
        using records::field;
        return records::field_list(field<&End::organ>("organ", "机关").flat_everywhere(),
                                   field<&End::open_cases>("open_cases", "移交承继机关的事项")
                                       .optional()
                                       .used(records::Use::Told));
    }
    friend bool operator==(const End&, const End&) = default;
};

struct Progress {
    OrganRecord organ;
    Date latest{};
};

struct Rules {
    const std::vector<Organ>& all;  // bodies of the region
};

struct Subject {
    using Kinds = std::variant<Create, Change, End>;
    using Progress = bodies::Progress;
    using Rules = bodies::Rules;

    static const records::Table& table();
    static bool lawful(records::States states, const Progress& now);
    static std::string_view state_words(const Progress& now);
    static Status judge(const Kinds& what, const records::Moment<Subject>& moment);
    static void apply(const Kinds& what, const records::Dated& act, int index, Progress& progress);
};

// The act by which a body becomes what is given: made, changed or ended, then with its open cases.
records::ActOf<Subject> act_for(const Organ& organ, bool is_new,
                                std::vector<OpenCase> open_cases = {});
records::Key<Subject> history_key(const journal::LogKey& organ);  // organ/3 in the region's log

}  // namespace bodies

using OrganHistory = records::History<bodies::Subject>;

// Which bodies a list is of; what is not given narrows nothing.
struct Chosen {
    std::optional<Date> existing_on = {};
    std::optional<std::int64_t> below = {};  // the number of a body that stands above, however far
    std::optional<int> report_of = {};       // a year: filter `state` is that of its annual report
};

// Beside the histories, what lists read: the bodies as they are now.
class Repository : public records::Repository<bodies::Subject> {
public:
    virtual Result<Organ> current(const journal::View& view, const journal::LogKey& key) const = 0;
    // The regions that have bodies.
    virtual std::vector<std::int64_t> regions(const journal::View& view) const = 0;
    // All bodies of a region, by number.
    virtual std::vector<Organ> all(const journal::View& view, std::int64_t region) const = 0;
    // Those that ended before a day, by number.
    virtual std::vector<Organ> ended(const journal::View& view, std::int64_t region,
                                     Date before) const = 0;
    // The same by the page. Refusals: those of every list.
    virtual Result<records::Page<Organ>> page(const journal::View& view, std::int64_t region,
                                              const records::Ask& ask,
                                              const Chosen& chosen) const = 0;
};

}  // namespace gongkai::organs

// Compiled once, in organ_acts.cpp.
extern template class gongkai::records::History<gongkai::organs::bodies::Subject>;
