#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/json_value.h"
#include "journal/entry.h"
#include "journal/payload.h"
#include "records/act.h"

// Acts in and out. The templates only take an act's type away; the work is done by functions that
// are compiled once for all subjects (read.cpp, write.cpp).
namespace gongkai::records {

using Fields = std::span<const Field>;
// Does something with a datum where it lies: seals it, opens it; and keeps a long text.
using Seal = std::function<void(SealedDatum&)>;
using Look = std::function<void(const SealedDatum&)>;
using Keep = std::function<Status(KeptText&)>;
// What a datum holds; nothing where it was erased or this reader may not see it.
struct Opening {
    std::function<std::optional<std::string>(const SealedDatum&)> sealed;
    std::function<std::optional<std::string>(const KeptText&)> kept;
};
// Nothing of what is sealed or kept.
const Opening& nothing_opened();
// What a log's sealed data hold, through a view that outlives it.
Opening opening_of(const journal::View& view, const journal::LogKey& log);

json::Value article_of(const Row& row);  // null where it has none
Result<const Row*> row_of_entry(const Table& table, std::string_view entry_kind);
Result<const Row*> row_of_input(const Table& table, const json::Object& input);
Status read_entry(const journal::Record& payload, const Table& table, const Row& row, Dated& dated,
                  void* what);
Status read_input(json::Object input, const Row& row, Dated& dated, void* what);
journal::Record write_entry(const Dated& dated, const Row& row, const void* what);
json::Object write_output(const Dated& dated, const Row& row, const void* what,
                          const Opening& open);
void each_sealed(Fields fields, void* record, const Seal& work);
// Of those fields alone that are told to somebody.
void each_told(Fields fields, const void* record, const Look& work);
Status keep_all(Fields fields, void* record, const Keep& keep);
// Puts what may be a secret of a record, and of the records in it, into its seal, in the clear as
// yet; the record itself keeps it and can be judged. A seal that was there is replaced.
void confide(Fields fields, void* record);
// And back, out of a record that was read from the journal. What was erased stays empty. Throws
// Damaged where something else lies in the seal.
void reveal(Fields fields, void* record, const Opening& open);
std::optional<Reference> reference_in(const Row& row, const void* what);

// A record that is no act by itself, such as what a document says: in and out.
Status read_record(const json::Object& input, Fields fields, void* record, std::string_view label);
json::Object write_record(Fields fields, const void* record, const Opening& open);
journal::Record entry_record(Fields fields, const void* record);
// False for what no such record has written.
bool read_entry_record(const journal::Record& payload, Fields fields, void* record);

template <class Subject>
using ActOf = Act<typename Subject::Kinds>;

template <class Subject>
const Row& row_of(const ActOf<Subject>& act) {
    return Subject::table().rows[act.what.index()];
}

// The row of a kind: row_for<Subject, Extend>().
template <class Kind, class... Kinds>
constexpr std::size_t index_in(const std::variant<Kinds...>*) {
    const bool is_it[] = {std::same_as<Kind, Kinds>...};
    std::size_t i = 0;
    while (!is_it[i])
        ++i;
    return i;
}
template <class Subject, class Kind>
const Row& row_for() {
    constexpr typename Subject::Kinds* none = nullptr;
    return Subject::table().rows[index_in<Kind>(none)];
}

// "request.extend"
template <class Subject>
std::string entry_kind(const ActOf<Subject>& act) {
    return std::string(Subject::table().subject) + "." + std::string(row_of<Subject>(act).name);
}

// An act's particulars as they stand in the journal, without who recorded it: the entry says that.
template <class Subject>
journal::Record record(const ActOf<Subject>& act) {
    return write_entry(act, row_of<Subject>(act), address(act.what));
}

// The act of an entry, without who recorded it. Refusal <subject>.record for particulars that no
// act has written. Fields that the kind does not have are passed over, so that old entries stay
// readable; days that the kind's entries do not have are the default.
template <class Subject>
Result<ActOf<Subject>> act_of(std::string_view entry_kind, const journal::Record& payload) {
    const Table& table = Subject::table();
    GK_TRY(row, row_of_entry(table, entry_kind));
    Result<ActOf<Subject>> act(ActOf<Subject>{});
    void* what = emplace(act.value().what, std::size_t(row - table.rows.data()));
    GK_CHECK(read_entry(payload, table, *row, act.value(), what));
    return act;
}

// The act that somebody asks to record. Refusals fields.kind, fields.missing and fields.unknown
// name the field by its label. Personal data is still in the clear. An act whose form asks for no
// day has the default there.
template <class Subject>
Result<ActOf<Subject>> act_from(json::Object input);

// The same onto an act that was begun: its day, and what may be given in part, stay as they are
// where they are not given.
template <class Subject>
Status read_act(json::Object input, ActOf<Subject>& act) {
    return read_input(std::move(input), row_of<Subject>(act), act,
                      const_cast<void*>(address(act.what)));
}
template <class Subject>
Result<ActOf<Subject>> act_from(json::Object input) {
    const Table& table = Subject::table();
    GK_TRY(row, row_of_input(table, input));
    Result<ActOf<Subject>> act(ActOf<Subject>{});
    emplace(act.value().what, std::size_t(row - table.rows.data()));
    GK_CHECK(read_act<Subject>(std::move(input), act.value()));
    return act;
}

// All personal data of an act, its words among them.
template <class Subject>
void each_sealed(ActOf<Subject>& act, const Seal& work) {
    work(act.words);
    each_sealed(row_of<Subject>(act).fields, const_cast<void*>(address(act.what)), work);
}

// Those that are told to somebody.
template <class Subject>
void each_told(const ActOf<Subject>& act, const Look& work) {
    work(act.words);
    each_told(row_of<Subject>(act).fields, address(act.what), work);
}

template <class Subject>
Status keep(ActOf<Subject>& act, const Keep& how) {
    return keep_all(row_of<Subject>(act).fields, const_cast<void*>(address(act.what)), how);
}

// index, kind, title, article, on, recorded_on, by, the kind's own fields, words.
template <class Subject>
json::Object output(const ActOf<Subject>& act, int index, const Opening& open) {
    json::Object out = write_output(act, row_of<Subject>(act), address(act.what), open);
    out.prepend({"index", index});
    return out;
}

}  // namespace gongkai::records
