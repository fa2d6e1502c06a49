#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace gongkai::journal {

struct Field;
struct Value;
using List = std::vector<Value>;

// Named values, each name once, kept in the order of the names' bytes: the order in which they are
// hashed. What has no value is left out, so that one content has one form.
class Record {
public:
    Record() = default;

    Record& set(std::string name, std::string text);
    Record& set(std::string name, std::int64_t whole);
    Record& set(std::string name, Date day);  // as 2026-03-02
    Record& set(std::string name, Record record);
    Record& set(std::string name, List list);

    // Nothing where there is no such name, or where its value is of another kind.
    std::optional<std::string> text(std::string_view name) const;
    std::optional<std::int64_t> whole(std::string_view name) const;
    std::optional<Date> day(std::string_view name) const;
    const Record* record(std::string_view name) const;
    const List* list(std::string_view name) const;

    const std::vector<Field>& fields() const { return fields_; }
    bool empty() const { return fields_.empty(); }

    friend bool operator==(const Record&, const Record&) = default;

private:
    Record& put(std::string name, Value value);
    const Value* find(std::string_view name) const;

    std::vector<Field> fields_;
};

// What an entry of the journal is made of: whole numbers, texts of any bytes, lists and records.
// No fractions, no truth values, no nulls: there is one way to write each.
struct Value {
    std::variant<std::int64_t, std::string, List, Record> it;
    friend bool operator==(const Value&, const Value&) = default;
};

struct Field {
    std::string name;
    Value value;
    friend bool operator==(const Field&, const Field&) = default;
};

// The canonical form (docs/journal.md): a whole number is i42e, a text 5:hello, a list l...e, a
// record d...e with its names in the order of their bytes.
std::string canonical(const Record& record);
// The record that has exactly these bytes as its canonical form. Refusal journal.form for all
// else: numbers with leading zeros, names out of order or twice, bytes behind the end, records
// within one another deeper than 16.
Result<Record> parse_canonical(std::string_view bytes);

}  // namespace gongkai::journal
