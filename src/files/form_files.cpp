#include "files/form_files.h"

#include <algorithm>

#include "base/embedded.h"
#include "base/regular_file.h"
#include "files/json_text.h"

namespace gongkai::files {

using forms::Column;
using forms::Form;
using forms::Grid;
using forms::Measure;
using forms::Row;
using forms::RowKind;

namespace {

std::string text(const json::Object& object, std::string_view key) {
    const auto* it = object.find(key);
    return it ? it->as<std::string>() : std::string();
}

std::vector<std::string> texts(const json::Object& object, std::string_view key) {
    std::vector<std::string> result;
    if (const auto* it = object.find(key))
        for (const auto& value : it->as<json::Array>())
            result.emplace_back(value.as<std::string>());
    return result;
}

bool flag(const json::Object& object, std::string_view key) {
    const auto* it = object.find(key);
    return it && it->as<bool>();
}

template <class T>
T one_of(const std::string& word, std::initializer_list<std::pair<std::string_view, T>> words) {
    for (const auto& [name, value] : words)
        if (word == name) return value;
    throw std::invalid_argument("unknown word: " + word);
}

Column column(const json::Object& it) {
    return {text(it, "id"),
            text(it, "label"),
            text(it, "group"),
            one_of<Measure>(text(it, "measure"), {{"", Measure::Count},
                                                  {"signed", Measure::SignedCount},
                                                  {"amount", Measure::Amount}}),
            text(it, "unit"),
            texts(it, "variants"),
            {}};
}

Row row(const json::Object& it) {
    return {text(it, "id"),
            text(it, "label"),
            text(it, "group"),
            one_of<RowKind>(text(it, "kind"), {{"", RowKind::Plain},
                                               {"flow_in", RowKind::FlowIn},
                                               {"stock_in", RowKind::StockIn},
                                               {"leaf", RowKind::Leaf},
                                               {"sum", RowKind::Sum},
                                               {"stock_out", RowKind::StockOut}}),
            text(it, "basis"),
            flag(it, "optional"),
            texts(it, "replaces"),
            texts(it, "variants"),
            {},
            {}};
}

Grid grid(const json::Object& it) {
    Grid result;
    result.id = text(it, "id");
    result.caption = text(it, "caption");
    result.note = text(it, "note");
    result.head = text(it, "head");
    result.section = int(it.at("section").as<std::int64_t>());
    result.across = flag(it, "across");
    for (const auto& value : it.at("columns").as<json::Array>())
        result.columns.push_back(column(value.as<json::Object>()));
    for (const auto& value : it.at("rows").as<json::Array>())
        result.rows.push_back(row(value.as<json::Object>()));
    return result;
}

Form form(const json::Object& it) {
    Form::Head head{text(it, "id"), text(it, "source"), int(it.at("first_year").as<std::int64_t>()),
                    9999, texts(it, "sections")};
    if (const auto* last = it.find("last_year"); last && !last->is_null())
        head.last_year = int(last->as<std::int64_t>());
    std::vector<Grid> grids;
    for (const auto& value : it.at("grids").as<json::Array>())
        grids.push_back(grid(value.as<json::Object>()));
    return {std::move(head), std::move(grids)};
}

Status add(forms::Forms& forms, std::string_view bytes, const std::string& name) {
    auto parsed = parse_form(bytes);
    if (!parsed.ok())
        return Error{ErrorKind::Invalid, parsed.error().code, name + "：" + parsed.error().message};
    std::erase_if(forms, [&](const Form& it) { return it.id() == parsed.value().id(); });
    forms.push_back(std::move(parsed.value()));
    return Done{};
}

Status add_folder(forms::Forms& forms, const std::filesystem::path& folder) {
    std::error_code gone;
    for (const auto& entry : std::filesystem::directory_iterator(folder, gone)) {
        if (entry.path().extension() != ".json") continue;
        GK_TRY(bytes, read_regular_file(entry.path(), "格式定义文件", most_of_settings));
        GK_CHECK(add(forms, bytes, entry.path().filename().string()));
    }
    if (!gone) return Done{};
    return Error{ErrorKind::NotFound, "forms.no-folder",
                 "打不开格式定义文件夹“" + folder.string() + "”"};
}

}  // namespace

Result<Form> parse_form(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok())
        return Error{ErrorKind::Invalid, "forms.malformed",
                     "格式定义文件读不懂：" + parsed.error().message};
    try {
        return form(parsed.value().as<json::Object>());
    } catch (const std::exception& fault) {
        return Error{ErrorKind::Invalid, "forms.malformed",
                     std::string("格式定义文件读不懂：") + fault.what()};
    }
}

Result<forms::Forms> load_forms(const std::filesystem::path& extra) {
    forms::Forms forms;
    for (const auto& [name, bytes] : embedded::forms::all())
        GK_CHECK(add(forms, bytes, std::string(name)));
    if (!extra.empty()) GK_CHECK(add_folder(forms, extra));
    std::ranges::sort(forms, {}, &Form::first_year);
    return forms;
}

}  // namespace gongkai::files
