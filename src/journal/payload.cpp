#include "journal/payload.h"

#include <algorithm>
#include <charconv>

namespace gongkai::journal {

namespace {

constexpr int deepest = 16;

void write(std::string& out, const Record& record);

void write(std::string& out, std::string_view text) {
    out += std::to_string(text.size());
    out += ':';
    out += text;
}

void write(std::string& out, const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.it)) {
        out += 'i';
        out += std::to_string(*whole);
        out += 'e';
    } else if (const auto* text = std::get_if<std::string>(&value.it)) {
        write(out, std::string_view(*text));
    } else if (const auto* list = std::get_if<List>(&value.it)) {
        out += 'l';
        for (const Value& each : *list)
            write(out, each);
        out += 'e';
    } else {
        write(out, std::get<Record>(value.it));
    }
}

void write(std::string& out, const Record& record) {
    out += 'd';
    for (const Field& field : record.fields()) {
        write(out, std::string_view(field.name));
        write(out, field.value);
    }
    out += 'e';
}

}  // namespace

// Reads what write() writes and nothing else. `good` turns false at the first byte that differs.
class Parser {
public:
    explicit Parser(std::string_view bytes) : rest_(bytes) {}

    Record whole_record() {
        Record record;
        read(record, 0);
        if (!rest_.empty()) good_ = false;
        return record;
    }
    bool good() const { return good_; }

private:
    static constexpr std::size_t usual_fields = 8;

    std::string_view rest_;
    bool good_ = true;

    bool take(char sign) {
        if (rest_.empty() || rest_.front() != sign) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void demand(char sign) {
        if (!take(sign)) good_ = false;
    }

    // Only as it is written: from_chars takes no plus sign, but zeros in front and "-0".
    static bool is_shortest(std::string_view digits) {
        if (digits.starts_with('-')) return digits[1] != '0';
        return digits == "0" || digits[0] != '0';
    }

    template <class Number>
    Number number(char end) {
        Number number = 0;
        const auto [stop, fault] =
            std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
        const auto digits = rest_.substr(0, std::size_t(stop - rest_.data()));
        if (fault != std::errc() || !is_shortest(digits)) {
            good_ = false;
            return 0;
        }
        rest_.remove_prefix(digits.size());
        demand(end);
        return number;
    }

    std::string_view text() {
        const auto size = number<std::size_t>(':');
        if (!good_ || size > rest_.size()) {
            good_ = false;
            return {};
        }
        const auto it = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return it;
    }

    void read(Value& value, int depth) {
        if (take('i'))
            value.it = number<std::int64_t>('e');
        else if (take('l'))
            read(value.it.emplace<List>(), depth);
        else if (!rest_.empty() && rest_.front() == 'd')
            read(value.it.emplace<Record>(), depth + 1);
        else
            value.it.emplace<std::string>(text());
    }

    void read(List& list, int depth) {
        if (depth >= deepest) good_ = false;
        while (good_ && !take('e'))
            read(list.emplace_back(), depth + 1);
    }

    void read(Record& record, int depth) {
        demand('d');
        if (depth >= deepest) good_ = false;
        auto& fields = record.fields_;
        fields.reserve(usual_fields);
        while (good_ && !take('e')) {
            const std::string_view name = text();
            if (!fields.empty() && name <= fields.back().name) good_ = false;
            Field& field = fields.emplace_back();
            field.name = name;
            read(field.value, depth);
        }
    }
};

Record& Record::put(std::string name, Value value) {
    const auto at = std::ranges::lower_bound(fields_, name, {}, &Field::name);
    if (at != fields_.end() && at->name == name)
        at->value = std::move(value);
    else
        fields_.insert(at, {std::move(name), std::move(value)});
    return *this;
}

Record& Record::set(std::string name, std::string text) {
    return put(std::move(name), {std::move(text)});
}
Record& Record::set(std::string name, std::int64_t whole) { return put(std::move(name), {whole}); }
Record& Record::set(std::string name, Date day) { return put(std::move(name), {iso(day)}); }
Record& Record::set(std::string name, Record record) {
    return put(std::move(name), {std::move(record)});
}
Record& Record::set(std::string name, List list) { return put(std::move(name), {std::move(list)}); }

const Value* Record::find(std::string_view name) const {
    // There are few: to compare lengths first is quicker than to search by halves.
    const auto at = std::ranges::find(fields_, name, &Field::name);
    return at != fields_.end() ? &at->value : nullptr;
}

std::optional<std::string_view> Record::text(std::string_view name) const {
    const Value* value = find(name);
    const auto* it = value ? std::get_if<std::string>(&value->it) : nullptr;
    return it ? std::optional<std::string_view>(*it) : std::nullopt;
}

std::string Record::text_of(std::string_view name) const {
    return std::string(text(name).value_or(""));
}

std::optional<std::int64_t> Record::whole(std::string_view name) const {
    const Value* value = find(name);
    const auto* it = value ? std::get_if<std::int64_t>(&value->it) : nullptr;
    return it ? std::optional(*it) : std::nullopt;
}

std::optional<Date> Record::day(std::string_view name) const {
    const auto it = text(name);
    return it ? parse_date(*it) : std::nullopt;
}

const Record* Record::record(std::string_view name) const {
    const Value* value = find(name);
    return value ? std::get_if<Record>(&value->it) : nullptr;
}

const List* Record::list(std::string_view name) const {
    const Value* value = find(name);
    return value ? std::get_if<List>(&value->it) : nullptr;
}

std::string canonical(const Record& record) {
    std::string out;
    write(out, record);
    return out;
}

Result<Record> parse_canonical(std::string_view bytes) {
    Parser parser(bytes);
    Record record = parser.whole_record();
    if (parser.good()) return record;
    return Error{ErrorKind::Invalid, "journal.form", "记录的内容不是规定的格式，可能被改动过。"};
}

}  // namespace gongkai::journal
