#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "disclosure/register.h"
#include "journal/ledger.h"

namespace gongkai::disclosure {

std::string_view name(RegisterKind kind);
using gongkai::chinese;  // of a date
std::string_view chinese(RegisterKind kind);
std::optional<RegisterKind> register_kind(std::string_view name);

struct RegisterKey {
    journal::LogKey log;
    std::string number;  // 2026-0003
    friend auto operator<=>(const RegisterKey&, const RegisterKey&) = default;
};
// The subject of its entries in the journal: register/2026-0003.
std::string subject(const RegisterKey& key);

enum class RegisterAct { Enter, Annul };

// One dated act on a line of a register (台账).
struct RegisterEvent {
    RegisterAct act = RegisterAct::Enter;
    Date recorded_on{};
    std::string by;

    RegisterKind kind{};       // Enter
    std::optional<Date> from;  // Enter: first day of a period
    Date on{};                 // Enter: the day, or the last day of the period
    Decimal amount;            // Enter: decisions, or 万元 for a fee
    std::string source;        // Enter: where it can be looked up
    journal::Sealed words{};   // Annul: what was wrong

    friend bool operator==(const RegisterEvent&, const RegisterEvent&) = default;
};

// Why such a line cannot be entered or annulled; Done where it can. A wrong line is annulled and
// entered anew, never changed.
Status check_entry(const RegisterEvent& event);
Status check_annulment(const RegisterEntry& entry, const RegisterEvent& event);

// What the events of one line amount to. Throws std::logic_error where they do not begin with an
// entry.
RegisterEntry entry_of(const RegisterKey& key, const std::vector<RegisterEvent>& events);

}  // namespace gongkai::disclosure
