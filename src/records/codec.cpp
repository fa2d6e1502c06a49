#include "records/codec.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "records/walk.h"

// What all acts have besides the fields of their kind.
namespace gongkai::records {

namespace {

Error damaged(const Table& table) {
    return {ErrorKind::Invalid, std::string(table.refusals) + ".record",
            std::string(table.chinese) + "的记录不完整，可能被改动过。"};
}

Error malformed(std::string_view code, std::string message) {
    return {ErrorKind::Invalid, "fields." + std::string(code), std::move(message)};
}

bool has_day_of_happening(const Row& row) {
    return row.days == Days::Both || row.days == Days::Happened;
}
bool has_day_of_recording(const Row& row) {
    return row.days == Days::Both || row.days == Days::Recorded;
}

// A field that every act has, read and written like those of its kind.
template <class Member>
constexpr Field head_field(std::string_view name, std::string_view label, bool is_asked) {
    return {.name = name,
            .label = label,
            .type = type_of<Member>(),
            .member = [](const void* member) { return member; },
            .entry_name = name,
            .always = is_asked,
            .asked = is_asked,
            .lines = true};
}

void read_head(json::Object& input, const Field& field, void* member, Faults& faults) {
    const Status read = read_fields<json::Value>(input, std::span(&field, 1), member, {});
    if (!read.ok()) faults.add(read.error());
    input.erase(field.name);
}

}  // namespace

Error refused(const Table& table, std::string_view code, std::string message) {
    return {ErrorKind::NotAllowed, std::string(table.refusals) + "." + std::string(code),
            std::move(message)};
}

Error invalid(const Table& table, std::string_view code, std::string message) {
    return {ErrorKind::Invalid, std::string(table.refusals) + "." + std::string(code),
            std::move(message)};
}

const Opening& nothing_opened() {
    static const Opening none{[](const SealedDatum&) { return std::nullopt; },
                              [](const KeptText&) { return std::nullopt; }};
    return none;
}

Result<const Row*> row_of_entry(const Table& table, std::string_view entry_kind) {
    if (entry_kind.starts_with(table.subject)) {
        entry_kind.remove_prefix(table.subject.size());
        if (entry_kind.starts_with('.'))
            if (const Row* row = table.find(entry_kind.substr(1))) return row;
    }
    return damaged(table);
}

Status read_entry(const journal::Record& payload, const Table& table, const Row& row, Dated& dated,
                  void* what) {
    if (has_day_of_happening(row)) {
        const auto on = payload.day("on");
        if (!on) return damaged(table);
        dated.on = *on;
    }
    if (has_day_of_recording(row)) {
        const auto recorded_on = payload.day("recorded_on");
        if (!recorded_on) return damaged(table);
        dated.recorded_on = *recorded_on;
    }
    dated.words.seal = journal::sealed(payload.record("words"));
    if (!read_fields<journal::Value>(payload, row.fields, what, {}).ok()) return damaged(table);
    return Done{};
}

journal::Record write_entry(const Dated& dated, const Row& row, const void* what) {
    auto out = write_fields<journal::Value>(row.fields, what, nothing_opened());
    if (has_day_of_happening(row)) out.set("on", dated.on);
    if (has_day_of_recording(row)) out.set("recorded_on", dated.recorded_on);
    if (!dated.words.clear.empty())
        throw std::logic_error("a personal datum reached the journal unsealed");
    if (!dated.words.seal.empty()) out.set("words", journal::record(dated.words.seal));
    return out;
}

Result<const Row*> row_of_input(const Table& table, const json::Object& input) {
    std::string kind;
    const Field head = head_field<std::string>("kind", "办理事项", true);
    GK_CHECK(read_fields<json::Value>(input, std::span(&head, 1), &kind, {}));
    if (const Row* row = table.find(kind)) return row;
    return malformed("kind", "“办理事项”不能是“" + kind + "”。");
}

Status read_input(json::Object input, const Row& row, Dated& dated, void* what) {
    input.erase("kind");
    Faults faults;
    if (!row.day.empty())
        read_head(input, head_field<Date>("on", row.day, dated.on == Date{}), &dated.on, faults);
    if (!row.words.label.empty())
        read_head(input, head_field<SealedText>("words", row.words.label, false), &dated.words,
                  faults);
    const Status read = read_record(input, row.fields, what, row.title);
    if (!read.ok()) faults.add(read.error());
    return faults.status();
}

json::Value article_of(const Row& row) {
    return row.article ? json::Value(chinese(*row.article)) : json::Value();
}

json::Object write_output(const Dated& dated, const Row& row, const void* what,
                          const Opening& open) {
    json::Object out{{"kind", row.name},
                     {"title", row.title},
                     {"article", article_of(row)},
                     {"on", iso(dated.on)},
                     {"recorded_on", iso(dated.recorded_on)},
                     {"by", dated.by}};
    out.merge(write_fields<json::Value>(row.fields, what, open));
    if (!dated.words.empty())
        if (auto words = open.sealed(dated.words)) out.set("words", std::move(*words));
    return out;
}

namespace {

// What lies in a record that is const is given out so.
template <class Record, class Work>
void visit_sealed(Fields fields, Record* record, bool told_alone, const Work& work) {
    using Datum = std::conditional_t<std::is_const_v<Record>, const SealedDatum, SealedDatum>;
    for (const Field& field : fields) {
        if (told_alone && !field.is_told()) continue;
        const void* member = field.member(record);
        for (std::size_t i = 0; i < field.type.size(member); ++i) {
            auto* value = const_cast<Record*>(field.type.at(member, i));
            if (field.type.shape == Shape::Record)
                visit_sealed(field.type.parts(), value, told_alone, work);
            if (field.type.shape == Shape::Sealed) work(*static_cast<Datum*>(value));
        }
    }
}

}  // namespace

void each_sealed(Fields fields, void* record, const Seal& work) {
    visit_sealed(fields, record, false, work);
}

void each_told(Fields fields, const void* record, const Look& work) {
    visit_sealed(fields, record, true, work);
}

namespace {

Status keep_in(const Type& type, void* value, const Keep& keep) {
    if (type.shape == Shape::Record) return keep_all(type.parts(), value, keep);
    if (type.shape == Shape::Kept) return keep(*static_cast<KeptText*>(value));
    return Done{};
}

}  // namespace

Status keep_all(Fields fields, void* record, const Keep& keep) {
    for (const Field& field : fields) {
        void* member = field.member_of(record);
        for (std::size_t i = 0; i < field.type.size(member); ++i)
            GK_CHECK(keep_in(field.type, const_cast<void*>(field.type.at(member, i)), keep));
    }
    return Done{};
}

std::optional<Reference> reference_in(const Row& row, const void* what) {
    for (const Field& field : row.fields) {
        const void* member = field.member(what);
        if (field.type.shape == Shape::Reference && field.type.size(member) > 0)
            return Reference{int(field.type.number(field.type.at(member, 0)))};
    }
    return {};
}

Status read_record(const json::Object& input, Fields fields, void* record, std::string_view label) {
    GK_CHECK(no_others(input, fields, {nullptr, label}));
    return read_fields<json::Value>(input, fields, record, {});
}

json::Object write_record(Fields fields, const void* record, const Opening& open) {
    return write_fields<json::Value>(fields, record, open);
}

journal::Record entry_record(Fields fields, const void* record) {
    return write_fields<journal::Value>(fields, record, nothing_opened());
}

bool read_entry_record(const journal::Record& payload, Fields fields, void* record) {
    return read_fields<journal::Value>(payload, fields, record, {}).ok();
}

}  // namespace gongkai::records
