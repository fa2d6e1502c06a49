#pragma once

#include <concepts>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "records/row.h"

namespace gongkai::records {

// What every act has, whatever its kind. When an act happened and when it was written down are two
// days: what comes late is recorded all the same.
struct Dated {
    Date on{};
    Date recorded_on{};
    std::string by;    // account, "public" or "system"
    SealedText words;  // reasons, remarks

    friend bool operator==(const Dated&, const Dated&) = default;
};

// One dated act; `what` is the variant of its subject's kinds.
template <class Kinds>
struct Act : Dated {
    Kinds what;

    // The particulars, where it is of that kind.
    template <class Kind>
    const Kind* as() const {
        return std::get_if<Kind>(&what);
    }
    template <class Kind>
    bool is() const {
        return std::holds_alternative<Kind>(what);
    }

    friend bool operator==(const Act&, const Act&) = default;
};

// The kind that most subjects have (更正错误登记): it takes effect on the act that it refers to.
struct Annul {
    Reference refers_to;

    static constexpr auto fields() {
        return field_list(field<&Annul::refers_to>("refers_to", "登记有误的环节"));
    }
    int annulled_act() const { return refers_to.act; }
    friend bool operator==(const Annul&, const Annul&) = default;
};

template <class Kind>
concept AnnulsAnAct = requires(const Kind& kind) {
    { kind.annulled_act() } -> std::same_as<int>;
};

template <class Kinds>
inline constexpr bool annuls = false;  // whether one of the kinds annuls acts
template <class... Kinds>
inline constexpr bool annuls<std::variant<Kinds...>> = (AnnulsAnAct<Kinds> || ...);

// The act that this one annuls; nothing where it is of another kind.
template <class... Kinds>
std::optional<int> annulled_by(const std::variant<Kinds...>& what) {
    return std::visit(
        [](const auto& kind) -> std::optional<int> {
            if constexpr (AnnulsAnAct<std::remove_cvref_t<decltype(kind)>>)
                return kind.annulled_act();
            else
                return {};
        },
        what);
}

// Where the record of an act lies, without its type, for the codecs.
template <class... Kinds>
const void* address(const std::variant<Kinds...>& what) {
    return std::visit([](const auto& kind) -> const void* { return &kind; }, what);
}

// Puts an empty record of the kind with this number in place.
template <class... Kinds>
void* emplace(std::variant<Kinds...>& what, std::size_t kind) {
    using Make = void* (*)(std::variant<Kinds...>&);
    static constexpr Make make[] = {
        [](std::variant<Kinds...>& into) -> void* { return &into.template emplace<Kinds>(); }...};
    return make[kind](what);
}

}  // namespace gongkai::records
