#include <algorithm>
#include <stdexcept>

#include "records/walk.h"

// Acts to the journal and to the outside.
namespace gongkai::records {

namespace {

void put(journal::Record& into, std::string_view name, journal::Value value) {
    std::visit([&](auto& typed) { into.set(std::string(name), std::move(typed)); }, value.held);
}

void put(json::Object& into, std::string_view name, json::Value value) {
    into.set(name, std::move(value));
}

journal::Value seal_of(const SealedDatum& datum) {
    if (datum.seal.empty()) throw std::logic_error("a personal datum reached the journal unsealed");
    return {journal::record(datum.seal)};
}

journal::Value digest_of(const KeptText& text) {
    if (text.digest.empty())
        throw std::logic_error("a text reached the journal before it was kept");
    return {text.digest};
}

json::Value opened(const Type& type, const SealedDatum& datum, const Opening& open) {
    const auto clear = open.sealed(datum);
    if (!clear) return {};
    if (!type.with_new) return *clear;
    const auto stored = journal::parse_canonical(*clear);
    json::Value shown;
    type.with_new([&](void* record) {
        if (stored.ok() && read_entry_record(stored.value(), type.parts(), record))
            shown = write_fields<json::Value>(type.parts(), record, open);
    });
    return shown;
}

// What is a whole number in the journal.
template <class Tree>
Tree number_of(const Type& type, const void* value) {
    if constexpr (!is_journal<Tree>)
        if (type.shape == Shape::YesNo) return {type.number(value) != 0};
    return {type.number(value)};
}

template <class Tree>
Tree value_of(const Type& type, const void* value, const Opening& open) {
    switch (type.shape) {
        case Shape::YesNo:
        case Shape::Whole:
        case Shape::Reference: return number_of<Tree>(type, value);
        case Shape::Day: return {iso(*static_cast<const Date*>(value))};
        case Shape::Choice:
            return {std::string(type.choices[std::size_t(type.number(value))].name)};
        case Shape::Figure: return {static_cast<const Decimal*>(value)->text()};
        case Shape::Clause: return {chinese(*static_cast<const law::Clause*>(value))};
        case Shape::Text: return {*static_cast<const std::string*>(value)};
        case Shape::Kept:
            if constexpr (is_journal<Tree>)
                return digest_of(*static_cast<const KeptText*>(value));
            else
                return open.kept(*static_cast<const KeptText*>(value));
        case Shape::Sealed:
            if constexpr (is_journal<Tree>)
                return seal_of(*static_cast<const SealedDatum*>(value));
            else
                return opened(type, *static_cast<const SealedDatum*>(value), open);
        case Shape::Record: return {write_fields<Tree>(type.parts(), value, open)};
    }
    throw std::logic_error("no such shape");
}

// In the journal a "no" is left out like an optional without a value, and what need not be there
// is left out where it is empty: one content has one form.
bool is_left_out(const Field& field, const void* value) {
    if (field.written) return false;
    switch (field.type.shape) {
        case Shape::YesNo: return !field.always && field.type.number(value) == 0;
        case Shape::Text: return !field.always && static_cast<const std::string*>(value)->empty();
        case Shape::Sealed: return !field.always && static_cast<const SealedDatum*>(value)->empty();
        default: return false;
    }
}

bool is_no_datum(const Type& type, const void* value) {
    return type.shape == Shape::Sealed && static_cast<const SealedDatum*>(value)->empty();
}

void write_clause(const law::Clause& clause, journal::Record& out) {
    out.set("article", std::int64_t{clause.article});
    if (clause.paragraph) out.set("paragraph", std::int64_t{clause.paragraph});
}

template <class Tree>
void write_list(const Field& field, const void* member, const Opening& open, RecordIn<Tree>& out) {
    const Type& type = field.type;
    if (!is_journal<Tree> && !field.is_told()) return;
    const std::size_t size = type.size(member);
    if (is_journal<Tree> && size == 0 && !field.always) return;
    ListIn<Tree> list;
    for (std::size_t i = 0; i < size; ++i)
        list.push_back(value_of<Tree>(type, type.at(member, i), open));
    if constexpr (is_journal<Tree>)
        put(out, field.entry_name, {std::move(list)});
    else
        put(out, field.name, {std::move(list)});
}

void write_to_entry(const Field& field, const void* value, journal::Record& out) {
    if (is_left_out(field, value)) return;
    if (field.type.shape == Shape::Clause)
        return write_clause(*static_cast<const law::Clause*>(value), out);
    if (field.entry_flat) {
        const journal::Record record = entry_record(field.type.parts(), value);
        for (const auto& [name, part] : record.fields())
            put(out, name, part);
        return;
    }
    if (field.written && is_no_datum(field.type, value))
        return put(out, field.entry_name, {journal::record(journal::Sealed())});
    journal::Value written = value_of<journal::Value>(field.type, value, nothing_opened());
    const auto* record = std::get_if<journal::Record>(&written.held);
    if (record && record->empty() && !field.always && !field.written) return;
    put(out, field.entry_name, std::move(written));
}

// Of a choice, or of a number that is called something.
std::string_view word_of(const Field& field, const void* value) {
    const std::int64_t number = field.type.number(value);
    if (field.numbers.empty()) return field.type.choices[std::size_t(number)].chinese;
    return field.numbers[std::size_t(number - field.range->least)].chinese;
}

void write_to_output(const Field& field, const void* value, const Opening& open,
                     json::Object& out) {
    if (!field.is_told()) return;
    if (field.flat) return out.merge(write_fields<json::Value>(field.type.parts(), value, open));
    json::Value shown = value_of<json::Value>(field.type, value, open);
    // What was erased or is not for this reader is left out.
    if (shown.is_null()) return;
    put(out, field.name, std::move(shown));
    if (!field.word_name.empty()) put(out, field.word_name, word_of(field, value));
}

// Whether its secrets lie in its seal: they then stand nowhere else.
bool is_confided(Fields fields, const void* record) {
    return std::ranges::any_of(fields, [&](const Field& field) {
        return field.seals && !static_cast<const SealedDatum*>(field.member(record))->empty();
    });
}

}  // namespace

template <class Tree>
RecordIn<Tree> write_fields(Fields fields, const void* record, const Opening& open) {
    RecordIn<Tree> out;
    const bool confided = is_journal<Tree> && is_confided(fields, record);
    for (const Field& field : fields) {
        if (confided && field.secret) continue;
        const void* member = field.member(record);
        if (field.type.holds == Holds::Many) {
            write_list<Tree>(field, member, open, out);
        } else if (field.type.size(member) > 0) {
            const void* value = field.type.at(member, 0);
            if constexpr (is_journal<Tree>)
                write_to_entry(field, value, out);
            else
                write_to_output(field, value, open, out);
        }
    }
    return out;
}

template journal::Record write_fields<journal::Value>(Fields, const void*, const Opening&);
template json::Object write_fields<json::Value>(Fields, const void*, const Opening&);

}  // namespace gongkai::records
