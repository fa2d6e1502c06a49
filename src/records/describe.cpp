#include "records/describe.h"

namespace gongkai::records {

namespace {

using json::Array;
using json::Object;

Object schema_of(std::span<const Field> fields, bool input);

Object names_of(std::span<const Word> words) {
    Object names;
    for (const Word& word : words)
        names.set(word.name, word.chinese);
    return names;
}

Object whole_schema(const Field& field) {
    Object schema{{"type", "integer"}};
    if (!field.range) return schema;
    schema.set("minimum", field.range->least);
    schema.set("maximum", field.range->most);
    if (!field.numbers.empty()) schema.set("x-names", names_of(field.numbers));
    return schema;
}

Object clause_schema(const Field& field, bool input) {
    Object schema{{"type", "string"}, {"x-clause", true}};
    if (input && !field.clauses.empty()) schema.set("x-names", names_of(field.clauses));
    return schema;
}

Object record_schema(const Field& field, bool input) {
    Object schema =
        field.type.parts ? schema_of(field.type.parts(), input) : Object{{"type", "string"}};
    if (field.type.shape == Shape::Sealed) schema.set("x-sealed", true);
    if (input && field.part) schema.set("required", Array{});
    return schema;
}

Object value_schema(const Field& field, bool input) {
    switch (field.type.shape) {
        case Shape::Whole: return whole_schema(field);
        case Shape::YesNo: return {{"type", "boolean"}};
        case Shape::Day: return {{"type", "string"}, {"format", "date"}};
        case Shape::Reference: return {{"type", "integer"}, {"minimum", 0}, {"x-reference", true}};
        case Shape::Choice: return enum_schema(field.type.choices);
        case Shape::Figure: return {{"type", "string"}, {"x-figure", true}};
        case Shape::Clause: return clause_schema(field, input);
        case Shape::Text:
        case Shape::Kept: return {{"type", "string"}};
        case Shape::Sealed:
        case Shape::Record: return record_schema(field, input);
    }
    return {};
}

Object labelled(std::string_view label, Object schema) {
    schema.prepend({"x-label", label});
    return schema;
}

Object described(const Field& field, bool input) {
    Object schema = value_schema(field, input);
    // Null is nothing.
    if (input && field.type.holds == Holds::Maybe && !field.asked && !schema.find("enum"))
        schema.set("type", Array{json::Value(schema.at("type")), "null"});
    if (field.type.holds == Holds::Many) schema = {{"type", "array"}, {"items", std::move(schema)}};
    if (!field.hint.empty()) schema.set("x-hint", field.hint);
    if (field.lines) schema.set("x-lines", true);
    return labelled(field.label, std::move(schema));
}

// What an answer always holds: neither what may be missing nor what may be erased or kept back.
bool is_always_told(const Field& field) {
    return field.type.holds != Holds::Maybe && field.type.shape != Shape::Sealed &&
           field.type.shape != Shape::Kept;
}

bool is_said(const Field& field, bool input) { return input ? field.is_given() : field.is_told(); }

void add(std::span<const Field> fields, bool input, Array& required, Object& properties) {
    for (const Field& field : fields) {
        if (!is_said(field, input)) continue;
        if (field.flat) {
            add(field.type.parts(), input, required, properties);
            continue;
        }
        const bool always = input ? field.asked : is_always_told(field);
        if (always) required.emplace_back(field.name);
        properties.set(field.name, described(field, input));
        if (input || field.word_name.empty()) continue;
        if (always) required.emplace_back(field.word_name);
        properties.set(field.word_name, Object{{"type", "string"}});
    }
}

Object object_schema(Array required, Object properties) {
    return {{"type", "object"},
            {"additionalProperties", false},
            {"required", std::move(required)},
            {"properties", std::move(properties)}};
}

Object schema_of(std::span<const Field> fields, bool input) {
    Array required;
    Object properties;
    add(fields, input, required, properties);
    return object_schema(std::move(required), std::move(properties));
}

Object day_schema(std::string_view label) {
    return labelled(label, {{"type", "string"}, {"format", "date"}});
}

std::string article_of(const Row& row) { return row.article ? chinese(*row.article) : ""; }

std::string all_words(std::span<const Word> words) {
    std::string all;
    for (const Word& word : words)
        all += (all.empty() ? "" : "、") + std::string(word.chinese);
    return all;
}

std::string whole_in_words(const Field& field) {
    if (!field.numbers.empty()) return "编号：" + all_words(field.numbers);
    if (!field.range) return "整数";
    return "整数，" + std::to_string(field.range->least) + " 到 " +
           std::to_string(field.range->most);
}

std::string in_words(const Field& field) {
    switch (field.type.shape) {
        case Shape::Whole: return whole_in_words(field);
        case Shape::YesNo: return "是否";
        case Shape::Day: return "日期";
        case Shape::Reference: return "以前的环节";
        case Shape::Choice: return all_words(field.type.choices);
        case Shape::Figure: return "数";
        case Shape::Clause: return "《条例》的条款";
        case Shape::Text: return "文字";
        case Shape::Kept: return "文字，另存";
        case Shape::Sealed: return field.type.parts ? "一组，加密" : "文字，加密";
        case Shape::Record: return "一组";
    }
    return {};
}

void line(std::string_view name, std::string_view label, std::string_view content,
          std::string_view need, std::string& out) {
    ((((((((out += "| `") += name) += "` | ") += label) += " | ") += content) += " | ") += need) +=
        " |\n";
}

std::string need_of(const Field& field) {
    if (field.use == Use::Told) return "系统填写";
    if (field.use == Use::Kept) return "系统填写，不显示";
    return field.asked ? "必填" : "";
}

void lines(std::span<const Field> fields, const std::string& within, std::string& out) {
    for (const Field& field : fields) {
        const std::string name = field.flat ? within : within + std::string(field.name);
        const std::string list = field.type.holds == Holds::Many ? "列表：" : "";
        if (!field.flat) line(name, field.label, list + in_words(field), need_of(field), out);
        if (field.type.parts) lines(field.type.parts(), field.flat ? within : name + ".", out);
    }
}

std::string introduction(const Row& row) {
    const std::string article = article_of(row);
    return (article.empty() ? "" : "依据" + article + "；") + "权限：" +
           std::string(chinese(row.right)) + "；" +
           (row.shown.words.empty() ? "不对外显示"
                                    : "对外显示“" + std::string(row.shown.words) + "”") +
           "。";
}

}  // namespace

Object enum_schema(std::span<const Word> words) {
    Array names;
    for (const Word& word : words)
        names.emplace_back(word.name);
    return {{"type", "string"}, {"enum", std::move(names)}, {"x-names", names_of(words)}};
}

Object input_schema(const Row& row) {
    Array required{"kind"};
    Object properties{{"kind", Object{{"const", row.name}}}};
    if (!row.day.empty()) {
        required.emplace_back("on");
        properties.set("on", day_schema(row.day));
    }
    add(row.fields, true, required, properties);
    if (!row.words.label.empty()) {
        if (row.words.needed) required.emplace_back("words");
        properties.set(
            "words",
            labelled(row.words.label, {{"type", "string"}, {"x-sealed", true}, {"x-lines", true}}));
    }
    Object schema = object_schema(std::move(required), std::move(properties));
    schema.prepend({"x-right", name(row.right)});
    schema.prepend({"x-article", article_of(row)});
    schema.prepend({"title", row.title});
    return schema;
}

Object output_schema(const Row& row) {
    const Object text{{"type", "string"}};
    Array required{"index", "kind", "title", "article", "on", "recorded_on", "by"};
    Object properties{{"index", Object{{"type", "integer"}}},
                      {"kind", Object{{"const", row.name}}},
                      {"title", text},
                      {"article", Object{{"type", Array{"string", "null"}}}},
                      {"on", Object{{"type", "string"}, {"format", "date"}}},
                      {"recorded_on", Object{{"type", "string"}, {"format", "date"}}},
                      {"by", text}};
    add(row.fields, false, required, properties);
    properties.set("words", text);
    return object_schema(std::move(required), std::move(properties));
}

Object input_schema(std::span<const Field> fields) { return schema_of(fields, true); }
Object output_schema(std::span<const Field> fields) { return schema_of(fields, false); }

std::string markdown(const Table& table) {
    std::string out =
        "## " + std::string(table.chinese) + " `" + std::string(table.subject) + "`\n";
    for (const Row& row : table.rows) {
        out += "\n### " + std::string(row.title) + " `" + std::string(row.name) + "`\n\n" +
               introduction(row) + "\n\n| 字段 | 名称 | 内容 | |\n|---|---|---|---|\n";
        if (!row.day.empty()) line("on", row.day, "日期", "必填", out);
        lines(row.fields, {}, out);
        if (!row.words.label.empty())
            line("words", row.words.label, "文字，加密", row.words.needed ? "必填" : "", out);
    }
    return out;
}

}  // namespace gongkai::records
