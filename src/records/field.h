#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "records/type.h"

namespace gongkai::records {

struct Range {
    std::int64_t least, most;
};

// Whether a field is asked for in a form and in the API, and told again.
enum class Use : std::uint8_t {
    Both,   // given by people, and told
    Given,  // given by people; told elsewhere
    Told,   // made by the program (编号), never given; told
    Kept,   // made by the program and never told, such as a query code
};

// One field of a record, as its declaration gives it. What reads or writes records goes over a
// list of these and does not know the record's C++ type.
struct Field {
    std::string_view name;   // in the API and, unless `entry_name` differs, in the journal
    std::string_view label;  // on the screen and in refusals
    Type type;
    const void* (*member)(const void* owner);
    std::string_view entry_name;      // in the journal; never changes
    std::string_view hint{};          // what a form says beside the label
    std::string_view word_name{};     // the Chinese word goes out under this name as well
    std::optional<Range> range{};     // of whole numbers
    std::span<const Word> numbers{};  // what the whole numbers of the range are called
    std::span<const Word> clauses{};  // those that a form offers
    Use use = Use::Both;
    bool always;               // an entry of the journal without it is damaged
    bool asked;                // input without it is refused
    bool positive = false;     // an entry with a number below 1 is damaged
    bool judged = false;       // what lacks is told by the subject's judge, not by the reader
    bool flat = false;         // a record whose parts stand beside the others in the API
    bool lines = false;        // a text of several lines
    bool written = false;      // stands in every new entry, though older ones may lack it
    bool entry_flat = false;   // a record whose parts stand beside the others in the journal too
    bool in_order = false;     // several choices, whose order says nothing
    bool by_chinese = false;   // a choice may be given by its Chinese word as well
    bool passes_over = false;  // a list whose damaged lines count as absent
    bool part = false;         // a record of which input may give a part; the rest stays as it is
    bool secret = false;       // in the journal it lies in its record's seal, where that has one
    bool seals = false;        // the seal of the record's secrets

    bool is_given() const { return use == Use::Both || use == Use::Given; }
    bool is_told() const { return use == Use::Both || use == Use::Told; }
    void* member_of(void* owner) const { return const_cast<void*>(member(owner)); }
};

// A field while it is being declared.
template <auto member>
struct FieldOf : Field {
    consteval FieldOf within(std::int64_t least, std::int64_t most) const {
        if (type.shape != Shape::Whole)
            throw std::invalid_argument("only whole numbers have a range");
        FieldOf field = *this;
        field.range = {least, most};
        return field;
    }
    // What each whole number of the range is called, from the least on.
    consteval FieldOf called(std::span<const Word> number_words) const {
        if (!range || std::size_t(range->most - range->least + 1) != number_words.size())
            throw std::invalid_argument("each number of the range needs a word");
        FieldOf field = *this;
        field.numbers = number_words;
        return field;
    }
    // The clauses that a form offers, by number, such as 16.1. Others are for the judge to refuse.
    consteval FieldOf offering(std::span<const Word> all) const {
        if (type.shape != Shape::Clause) throw std::invalid_argument("only clauses are offered");
        FieldOf field = *this;
        field.clauses = all;
        return field;
    }
    // May be left out of input and journal; the member then keeps the value it is declared with.
    // An empty text or list is left out of the journal.
    consteval FieldOf optional() const {
        FieldOf field = *this;
        field.always = field.asked = false;
        return field;
    }
    // Stands in every entry, though nobody needs to give it.
    consteval FieldOf preset() const {
        FieldOf field = *this;
        field.asked = false;
        return field;
    }
    // Asked for today, though older entries do not have it.
    consteval FieldOf needed() const {
        FieldOf field = *this;
        field.always = false;
        field.asked = field.judged = true;
        return field;
    }
    // Input without it is refused, even where a "no" is left out of entries.
    consteval FieldOf demanded() const {
        FieldOf field = *this;
        field.asked = true;
        return field;
    }
    consteval FieldOf never_below_one() const {
        FieldOf field = *this;
        field.positive = true;
        return field;
    }
    // What it lacks is told by the judge, with the article.
    consteval FieldOf left_to_judge() const {
        FieldOf field = *this;
        field.judged = true;
        return field;
    }
    consteval FieldOf kept_as(std::string_view name_in_entries) const {
        FieldOf field = *this;
        field.entry_name = name_in_entries;
        return field;
    }
    consteval FieldOf used(Use how) const {
        FieldOf field = *this;
        field.use = how;
        if (how != Use::Given) field.asked = false;
        return field;
    }
    consteval FieldOf hinted(std::string_view text) const {
        FieldOf field = *this;
        field.hint = text;
        return field;
    }
    // Stands in every entry that is written, even where it is empty; one without it is no damage.
    consteval FieldOf always_written() const {
        FieldOf field = *this;
        field.always = false;
        field.written = true;
        return field;
    }
    // Kept in the order of the choices' words, each once.
    consteval FieldOf in_order_of_words() const {
        if (type.shape != Shape::Choice || type.holds != Holds::Many)
            throw std::invalid_argument("only several choices have an order of words");
        FieldOf field = *this;
        field.in_order = true;
        return field;
    }
    consteval FieldOf also_by_chinese() const {
        if (type.shape != Shape::Choice) throw std::invalid_argument("only a choice has a word");
        FieldOf field = *this;
        field.by_chinese = true;
        return field;
    }
    consteval FieldOf passing_over_damaged_lines() const {
        if (type.shape != Shape::Record || type.holds != Holds::Many)
            throw std::invalid_argument("only a list of records has lines");
        FieldOf field = *this;
        field.passes_over = true;
        return field;
    }
    consteval FieldOf in_lines() const {
        FieldOf field = *this;
        field.lines = true;
        return field;
    }
    consteval FieldOf flattened() const {
        if (type.shape != Shape::Record || type.holds != Holds::One)
            throw std::invalid_argument("only a single record can be flat");
        FieldOf field = *this;
        field.flat = true;
        return field;
    }
    // In the journal as well as in the API.
    consteval FieldOf flat_everywhere() const {
        FieldOf field = flattened();
        field.entry_flat = true;
        return field;
    }
    consteval FieldOf told_as(std::string_view name_of_word) const {
        if (type.shape != Shape::Choice && numbers.empty())
            throw std::invalid_argument("only a choice has a word");
        FieldOf field = *this;
        field.word_name = name_of_word;
        return field;
    }
    // May be a secret until it is published: records::confide() puts it into its record's seal. The
    // reader of entries must be able to do without it.
    consteval FieldOf secret_until_published() const {
        if (always) throw std::invalid_argument("an entry without a secret is not damaged");
        FieldOf field = *this;
        field.secret = true;
        return field;
    }
    // Where the secrets of the record lie. The program alone makes it, and it is never told.
    consteval FieldOf sealing_secrets() const {
        if (type.shape != Shape::Sealed || type.holds != Holds::One)
            throw std::invalid_argument("only a single seal holds secrets");
        FieldOf field = optional().used(Use::Kept);
        field.seals = true;
        return field;
    }
    consteval FieldOf in_part() const {
        if (type.shape != Shape::Record || type.holds != Holds::One)
            throw std::invalid_argument("only a single record can be given in part");
        FieldOf field = *this;
        field.part = true;
        return field;
    }
};

template <class Owner, class Member>
Owner owner_of(Member Owner::*);
template <class Owner, class Member>
Member member_of(Member Owner::*);

// field<&Extend::days>("days", "延长的工作日数").within(1, 20)
template <auto member>
consteval FieldOf<member> field(std::string_view name, std::string_view label) {
    using Owner = decltype(owner_of(member));
    const Type type = type_of<decltype(member_of(member))>();
    const bool always = type.holds != Holds::Maybe && type.shape != Shape::YesNo;
    const auto reach = [](const void* owner) -> const void* {
        return &(static_cast<const Owner*>(owner)->*member);
    };
    return {{.name = name,
             .label = label,
             .type = type,
             .member = reach,
             .entry_name = name,
             .always = always,
             .asked = always}};
}

template <class T, class... All>
inline constexpr int times_in = (int{std::is_same_v<T, All>} + ...);

// The body of a record's fields(): in the order in which a form asks for them.
template <class... Listed>
consteval std::array<Field, sizeof...(Listed)> field_list(const Listed&... listed) {
    static_assert(((times_in<Listed, Listed...> == 1) && ...), "a member is listed twice");
    const std::array<Field, sizeof...(Listed)> list{listed...};
    for (std::size_t i = 0; i < list.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (list[i].name == list[j].name || list[i].entry_name == list[j].entry_name ||
                list[i].word_name == list[j].name || list[i].name == list[j].word_name)
                throw std::invalid_argument("two fields have one name");
    return list;
}

// The fields of a kind that has none of its own.
consteval std::array<Field, 0> no_fields() { return {}; }

// Stands for a value of any type, to count the members of a struct.
struct AnyValue {
    template <class T>
    operator T&() const;
    template <class T>
    operator T&&() const;
};

template <class Record, std::size_t... i>
consteval bool has_members(std::index_sequence<i...>) {
    return requires { Record{(void(i), AnyValue{})...}; };
}

template <class Record>
consteval auto checked_fields() {
    constexpr auto list = Record::fields();
    static_assert(!has_members<Record>(std::make_index_sequence<list.size() + 1>()),
                  "a member of this record is missing from its fields(): it would never be stored");
    return list;
}

template <HasFields Record>
inline constexpr auto fields_of = checked_fields<Record>();

template <HasFields Record>
constexpr std::span<const Field> parts() {
    return fields_of<Record>;
}

}  // namespace gongkai::records
