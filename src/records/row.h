#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "law/clause.h"
#include "records/field.h"
#include "records/right.h"

namespace gongkai::records {

// A set of states, one bit each.
using States = std::uint64_t;
inline constexpr States nowhere = 0;  // of the kind that begins a subject

template <class State>
constexpr States in(std::initializer_list<State> all) {
    States bits = 0;
    for (const State state : all)
        bits |= States{1} << unsigned(state);
    return bits;
}

// What the public learns of an act: the words on the tracking page.
struct Public {
    std::string_view words;
};
inline constexpr Public hidden{};
consteval Public shown(std::string_view words) { return {words}; }

// What is written or said beside an act's fields: reasons, remarks. Each kind takes it, so that
// nothing that stands in an old entry is lost; a form asks for it where there is a label.
struct Words {
    std::string_view label;
    bool needed = false;
};
inline constexpr Words no_words{};
consteval Words asked(std::string_view label) { return {label, false}; }
consteval Words needed(std::string_view label) { return {label, true}; }

// Which days stand in the entries of a kind, beside the time of the entry itself.
enum class Days : std::uint8_t { Both, Happened, Recorded, None };

// One line of a subject's table: all that is known of a kind of act besides its fields and its law.
struct Row {
    std::string_view name;   // in the journal and the API; never changes
    std::string_view title;  // 告知补正
    std::optional<law::Clause> article;
    States lawful_in;
    Right right;
    std::string_view day;  // what the form calls the act's day: 告知日期; empty: it is today
    Words words;
    Public shown;
    Days days;
    std::span<const Field> fields;
};

template <HasFields Kind>
struct RowOf : Row {
    consteval RowOf with(Days in_entries) const {
        RowOf row = *this;
        row.days = in_entries;
        return row;
    }
};

template <HasFields Kind>
consteval RowOf<Kind> row(std::string_view name, std::string_view title,
                          std::optional<law::Clause> article, States lawful_in, Right right,
                          std::string_view day, Words words, Public shown) {
    if (name.empty() || title.empty()) throw std::invalid_argument("a row has a name and a title");
    for (const Field& field : fields_of<Kind>)
        for (const std::string_view taken :
             {"kind", "on", "recorded_on", "by", "index", "title", "article", "words", "seen"})
            if (!field.flat && field.name == taken)
                throw std::invalid_argument("every act has this field already");
    return {
        {name, title, article, lawful_in, right, day, words, shown, Days::Both, fields_of<Kind>}};
}

// A subject's rows. They do not compile unless each kind of the variant has one, in order.
template <class Kinds, class... Listed>
consteval std::array<Row, sizeof...(Listed)> rows_of(const RowOf<Listed>&... all) {
    static_assert(std::same_as<Kinds, std::variant<Listed...>>,
                  "each kind of the variant needs one row, in the order of the variant");
    const std::array<Row, sizeof...(Listed)> rows{all...};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && rows[i].lawful_in == nowhere)
            throw std::invalid_argument("a kind that does not begin a subject needs its states");
        for (std::size_t j = 0; j < i; ++j)
            if (rows[i].name == rows[j].name)
                throw std::invalid_argument("two kinds have one name");
    }
    return rows;
}

// What is known of a subject besides its law: "request", 申请, 这件申请, and its rows.
struct Table {
    std::string_view subject;   // the beginning of its subjects and kinds in the journal
    std::string_view refusals;  // the beginning of its refusals' codes
    std::string_view chinese;
    std::string_view this_one;
    std::span<const Row> rows;
    std::string_view of_acts = "act.";  // what then follows where an act is not lawful now

    const Row* find(std::string_view name) const {
        const auto row = std::ranges::find(rows, name, &Row::name);
        return row == rows.end() ? nullptr : &*row;
    }
};

// Refusals of a subject: the state forbids it, or the content does.
Error refused(const Table& table, std::string_view code, std::string message);
Error invalid(const Table& table, std::string_view code, std::string message);

}  // namespace gongkai::records
