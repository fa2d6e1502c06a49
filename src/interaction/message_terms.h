#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interaction/message_words.h"
#include "law/calendar.h"
#include "records/field.h"

namespace gongkai::interaction::messages {

// How long one source gives for one kind of matter, and by whose rule. Local rules differ, so that
// they are data (data/settings/message_terms.json), and each ticket keeps the one it came under.
struct Rule {
    std::optional<Source> source;  // none: any
    std::optional<Matter> matter;  // none: any
    bool urgent = false;           // for what is marked urgent alone
    int days = 0;                  // 0: the same day
    DayKind kind = DayKind::Working;
    std::string basis;

    friend bool operator==(const Rule&, const Rule&) = default;
};

// The term of one ticket as it was counted when it came, with the day that was told. A notice of
// holidays that comes later does not move a day that somebody was told.
struct Term {
    int days = 0;
    DayKind kind = DayKind::Working;
    std::string basis;
    Date due{};

    static constexpr auto fields() {
        using records::field;
        return records::field_list(
            field<&Term::days>("days", "天数"), field<&Term::kind>("day_kind", "按什么日子计算"),
            field<&Term::basis>("basis", "依据"), field<&Term::due>("due", "办理期限"));
    }
    friend bool operator==(const Term&, const Term&) = default;
};

class Terms {
public:
    Terms() = default;
    // A list ends with a line for all that is left; throws std::invalid_argument where it does not.
    explicit Terms(std::vector<Rule> rules);

    // The first line that fits.
    const Rule& of(Source source, Matter matter, bool urgent) const;
    const std::vector<Rule>& all() const { return rules_; }

private:
    std::vector<Rule> rules_;
};

// The basis of a day that the dispatcher set.
inline constexpr std::string_view set_by_dispatcher = "派单时确定";

// Counted from a day that does not count itself. UNSETTLED Q56: a calendar term that ends on a day
// off is not moved to the next working day.
Term counted(const Rule& rule, Date start, const law::Calendar& calendar);
// How it was counted, in a sentence.
std::string counted_how(const Term& term, Date start);

}  // namespace gongkai::interaction::messages
