#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/codec.h"

// For read.cpp and write.cpp only. The journal's values and JSON's are two trees of the same make;
// what is written once for both is a template over `Tree`.
namespace gongkai::records {

template <class Tree>
inline constexpr bool is_journal = std::same_as<Tree, journal::Value>;
template <class Tree>
using RecordIn = std::conditional_t<is_journal<Tree>, journal::Record, json::Object>;
template <class Tree>
using ListIn = std::conditional_t<is_journal<Tree>, journal::List, json::Array>;

template <class T>
const T* as(const journal::Value& value) {
    return std::get_if<T>(&value.held);
}
template <class T>
const T* as(const json::Value& value) {
    return value.get_if<T>();
}
inline const journal::Value* value_in(const journal::Record& record, const Field& field) {
    return record.find(field.entry_name);
}
inline const json::Value* value_in(const json::Object& object, const Field& field) {
    return object.find(field.name);
}

// Of a part, what is not given stays as it is.
enum class Given : std::uint8_t { Whole, Part };

// Where a value stands, for the words of a refusal: “处理决定”第 2 行. The outermost has no label.
struct Place {
    const Place* outer = nullptr;
    std::string_view label{};
    std::size_t line = 0;  // in a list, from 1

    std::string name() const;
    std::string prefix() const { return outer ? name() + "：" : std::string(); }
};

// What is wrong with a form, told at once: each fault with where it stands in what was sent, under
// the code and the words of the first.
class Faults {
public:
    // `where` is the field or the line that was read, or nothing where the refusal says it itself.
    void add(const Error& error, std::string_view where = {});
    Status status() const;

private:
    std::optional<Error> first_;
    std::vector<FieldFault> all_;
};

// The refusal where something is missing or wrong. From the journal nothing is asked that an old
// entry could lack, and ranges are not checked: one that is narrowed later must not make an old
// entry unreadable.
template <class Tree>
Status read_fields(const RecordIn<Tree>& from, Fields fields, void* record, const Place& place,
                   Given given = Given::Whole);

// Refusal fields.unknown: nothing that was sent is passed over.
Status no_others(const json::Object& given, Fields fields, const Place& place);

template <class Tree>
RecordIn<Tree> write_fields(Fields fields, const void* record, const Opening& open);

}  // namespace gongkai::records
