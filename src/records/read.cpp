#include <algorithm>

#include "base/digest.h"
#include "base/one_line.h"
#include "base/quoted.h"
#include "base/stated_day.h"
#include "base/text.h"
#include "records/walk.h"

// Acts from the journal and from input.
namespace gongkai::records {

namespace {

Error invalid(std::string_view code, std::string message) {
    return {ErrorKind::Invalid, "fields." + std::string(code), std::move(message)};
}

std::string named_field(std::string_view label) { return "“" + std::string(label) + "”"; }

template <class Tree>
struct Reader {
    using Record = RecordIn<Tree>;

    const Field& field;
    const Tree& from;
    void* value;
    const Place& place;

    Error should_be(std::string_view wanted) const {
        return invalid("kind", place.name() + "应是" + std::string(wanted) + "。");
    }

    Status whole() const {
        const auto* number = as<std::int64_t>(from);
        // A number that is called something is a choice: there is no other.
        if (field.range && (!is_journal<Tree> || !field.numbers.empty())) {
            const auto [least, most] = *field.range;
            if (!number || *number < least || *number > most)
                return should_be(std::to_string(least) + " 到 " + std::to_string(most) +
                                 " 之间的整数");
        }
        if (!number || !field.type.set(value, *number)) return should_be("整数");
        if (is_journal<Tree> && field.positive && *number < 1) return should_be("大于 0 的整数");
        return Done{};
    }

    // The journal has no truth values: a "yes" is 1, a "no" is left out.
    Status yes_no() const {
        if constexpr (is_journal<Tree>) {
            return whole();
        } else {
            const auto* answer = as<bool>(from);
            if (!answer) return should_be("是（true）或否（false）");
            field.type.set(value, *answer);
            return Done{};
        }
    }

    // What is written as a text, whatever it means.
    Status text() const {
        const auto* text = as<std::string>(from);
        if (!text) return should_be(field.type.shape == Shape::Day ? "日期" : "一段文字");
        switch (field.type.shape) {
            case Shape::Day: return day(*text);
            case Shape::Choice: return choice(*text);
            case Shape::Figure: return figure(*text);
            case Shape::Kept: return kept(*text);
            default: return plain(*text);
        }
    }

    // A form has one line for it unless its declaration says more.
    Status plain(const std::string& text) const {
        if (!is_journal<Tree> && !field.lines) GK_CHECK(on_one_line(text));
        *static_cast<std::string*>(value) = text;
        return Done{};
    }

    Status on_one_line(const std::string& text) const {
        Status fault = check_one_line(text, field.label);
        if (fault.ok()) return fault;
        Error named = fault.error();
        if (place.outer) named.message = place.outer->prefix() + named.message;
        return named;
    }

    Status day(const std::string& text) const {
        const auto day = parse_date(text);
        if (!day) return should_be("像 2026-03-02 这样的日期");
        if (!is_journal<Tree> && !can_be_stated(*day)) return should_be(stated_years() + "的日期");
        field.type.set(value, day->time_since_epoch().count());
        return Done{};
    }

    Status choice(const std::string& text) const {
        const auto is_called = [&](const Word& word) {
            return word.name == text || (field.by_chinese && word.chinese == text);
        };
        const auto word = std::ranges::find_if(field.type.choices, is_called);
        if (word == field.type.choices.end())
            return invalid("kind", place.name() + "不能是" + text::in_quotes(text) + "。");
        field.type.set(value, word - field.type.choices.begin());
        return Done{};
    }

    Status figure(const std::string& text) const {
        const auto figure = Decimal::parse(text);
        if (!figure)
            return invalid("kind", place.name() + "应是 251000 或 12.5 这样的数，现为" +
                                       text::in_quotes(text) + "。");
        *static_cast<Decimal*>(value) = *figure;
        return Done{};
    }

    Status kept(const std::string& text) const {
        KeptText& kept = *static_cast<KeptText*>(value);
        if (!is_journal<Tree>)
            kept = {text, {}};
        else if (is_digest(text))
            kept = {{}, text};
        else
            return should_be("一段保存过的文字");
        return Done{};
    }

    Status clause(const std::string& number) const {
        const auto clause = law::parse_regulation(number);
        if (!clause) return should_be("《条例》的条款，例如 14 或 16.1");
        *static_cast<law::Clause*>(value) = *clause;
        return Done{};
    }

    // From the journal the seal, from input the datum itself; that of a record in canonical form.
    Status sealed() const {
        SealedDatum& datum = *static_cast<SealedDatum*>(value);
        if constexpr (is_journal<Tree>) {
            datum.seal = journal::sealed(as<Record>(from));
            if (datum.seal.empty()) return should_be("加密的内容");
        } else if (field.type.with_new) {
            const auto* record = as<Record>(from);
            return record ? sealed_record(*record, datum) : should_be("一组内容");
        } else {
            const auto* text = as<std::string>(from);
            if (!text) return should_be("一段文字");
            if (!field.lines) GK_CHECK(on_one_line(*text));
            datum.clear = *text;
        }
        return Done{};
    }

    Status sealed_record(const Record& given, SealedDatum& datum) const {
        Status read = Done{};
        field.type.with_new([&](void* record) {
            read = parts(given, record);
            if (read.ok()) datum.clear = canonical(entry_record(field.type.parts(), record));
        });
        return read;
    }

    Status parts(const Record& given, void* record) const {
        if constexpr (!is_journal<Tree>) GK_CHECK(no_others(given, field.type.parts(), place));
        return read_fields<Tree>(given, field.type.parts(), record, place,
                                 field.part ? Given::Part : Given::Whole);
    }

    Status read() const {
        switch (field.type.shape) {
            case Shape::Whole:
            case Shape::Reference: return whole();
            case Shape::YesNo: return yes_no();
            case Shape::Day:
            case Shape::Choice:
            case Shape::Figure:
            case Shape::Kept:
            case Shape::Text: return text();
            case Shape::Clause: {
                const auto* number = as<std::string>(from);
                return number ? clause(*number) : should_be("一段文字");
            }
            case Shape::Sealed: return sealed();
            case Shape::Record: break;
        }
        const auto* record = as<Record>(from);
        return record ? parts(*record, value) : should_be("一组内容");
    }
};

template <class Tree>
Status read_list(const Field& field, const Tree& from, void* member, const Place& record) {
    const Type& type = field.type;
    const Place place{&record, field.label};
    type.clear(member);
    const auto* list = as<ListIn<Tree>>(from);
    if (!list) return Reader<Tree>{field, from, nullptr, place}.should_be("一个列表");
    Faults faults;
    for (std::size_t i = 0; i < list->size(); ++i) {
        if (is_journal<Tree> && field.passes_over && !as<RecordIn<Tree>>((*list)[i])) continue;
        const Place line{&record, field.label, i + 1};
        const Status read = Reader<Tree>{field, (*list)[i], type.add(member), line}.read();
        if (!read.ok()) faults.add(read.error(), std::to_string(i));
    }
    if (field.in_order) type.sort(member);
    return faults.status();
}

template <class Tree>
Status read_member(const Field& field, const Tree& from, void* member, const Place& record) {
    if (field.type.holds == Holds::Many) return read_list(field, from, member, record);
    const Place place{&record, field.label};
    return Reader<Tree>{field, from, field.type.add(member), place}.read();
}

bool is_text(const Type& type) {
    return type.shape == Shape::Text || type.shape == Shape::Kept || type.shape == Shape::Sealed;
}

// Null is as good as nothing, and so is a blank text, or an empty list where a list is asked for.
// A blank where a day or a word should stand is a field that was left empty.
bool says_something(const json::Value& value, const Field& field) {
    if (value.is_null()) return false;
    const auto* text = value.get_if<std::string>();
    const auto* list = value.get_if<json::Array>();
    return !(text && text::is_blank(*text)) &&
           !(list && list->empty() && field.type.holds == Holds::Many);
}

// Of a clause, an entry has the article and the paragraph beside the other fields.
Status read_clause(const journal::Record& from, const Field& field, void* member) {
    const auto article = from.whole("article");
    if (!article) return field.always ? invalid("missing", {}) : Status(Done{});
    const law::Clause clause{law::Source::Regulation, int(*article),
                             int(from.whole("paragraph").value_or(0)), 0};
    if (!law::regulation_2019::has(clause)) return invalid("kind", {});
    *static_cast<law::Clause*>(field.type.add(member)) = clause;
    return Done{};
}

// An entry's field of the wrong make counts as absent where the kind can do without it; a list
// with one wrong value is damaged.
Status read_from_entry(const journal::Record& from, const Field& field, void* record) {
    void* member = field.member_of(record);
    if (field.type.shape == Shape::Clause) return read_clause(from, field, member);
    if (field.entry_flat) return read_fields<journal::Value>(from, field.type.parts(), member, {});
    const journal::Value* value = value_in(from, field);
    if (!value) return field.always ? invalid("missing", {}) : Status(Done{});
    const bool is_list = std::holds_alternative<journal::List>(value->held);
    Status read = read_member(field, *value, member, {});
    if (read.ok() || field.always || (field.type.holds == Holds::Many && is_list)) return read;
    field.type.clear(member);
    return Done{};
}

// Whether blanks take away what was there, and a null: a number, say, stays as it is.
bool can_be_nothing(const Type& type, bool is_null) {
    if (type.holds == Holds::Maybe) return true;
    return (is_text(type) || type.holds == Holds::Many) && !is_null;
}

Status read_from_input(const json::Object& from, const Field& field, void* record,
                       const Place& place, Given how) {
    if (!field.is_given()) return Done{};
    void* member = field.member_of(record);
    if (field.flat) return read_fields<json::Value>(from, field.type.parts(), member, place, how);
    const json::Value* value = value_in(from, field);
    const bool given = value && says_something(*value, field);
    if (given) return read_member(field, *value, member, place);
    const bool is_null = !value || value->is_null();
    const bool left_empty = !is_null && !is_text(field.type) && field.type.holds != Holds::Many;
    if (left_empty || (field.asked && !field.judged && (how == Given::Whole || !is_null)))
        return invalid("missing", place.prefix() + "请填写" + named_field(field.label) + "。");
    if (value && can_be_nothing(field.type, is_null)) field.type.clear(member);
    return Done{};
}

bool takes(Fields fields, std::string_view name) {
    return std::ranges::any_of(fields, [&](const Field& field) {
        if (!field.is_given()) return false;
        return field.flat ? takes(field.type.parts(), name) : field.name == name;
    });
}

}  // namespace

std::string Place::name() const {
    const std::string own = named_field(label) + (line ? "第 " + std::to_string(line) + " 行" : "");
    return outer ? outer->prefix() + own : own;
}

void Faults::add(const Error& error, std::string_view where) {
    if (!first_) first_ = error;
    if (error.fields.empty()) all_.push_back({std::string(where), error.message});
    for (const FieldFault& it : error.fields)
        all_.push_back({where.empty() ? it.name : std::string(where) + "." + it.name, it.message});
}

Status Faults::status() const {
    if (!first_) return Done{};
    Error error = *first_;
    error.fields = all_;
    return error;
}

Status no_others(const json::Object& given, Fields fields, const Place& place) {
    for (const json::Member& sent : given.members())
        if (!takes(fields, sent.name))
            return invalid("unknown",
                           place.name() + "没有" + text::in_quotes(sent.name) + "这一项。");
    return Done{};
}

template <class Tree>
Status read_fields(const RecordIn<Tree>& from, Fields fields, void* record, const Place& place,
                   Given given) {
    Faults faults;
    for (const Field& field : fields) {
        if constexpr (is_journal<Tree>) {
            GK_CHECK(read_from_entry(from, field, record));
        } else {
            const Status read = read_from_input(from, field, record, place, given);
            if (!read.ok()) faults.add(read.error(), field.flat ? "" : field.name);
        }
    }
    return faults.status();
}

template Status read_fields<journal::Value>(const journal::Record&, Fields, void*, const Place&,
                                            Given);
template Status read_fields<json::Value>(const json::Object&, Fields, void*, const Place&, Given);

}  // namespace gongkai::records
