#include "files/form_files.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "base/embedded.h"

namespace gongkai::files {

namespace json = boost::json;
using forms::Column;
using forms::Form;
using forms::Grid;
using forms::Measure;
using forms::Row;
using forms::RowKind;

namespace {

std::string text(const json::object& object, std::string_view key) {
    const auto* it = object.if_contains(key);
    return it ? std::string(it->as_string()) : std::string();
}

std::vector<std::string> texts(const json::object& object, std::string_view key) {
    std::vector<std::string> result;
    if (const auto* it = object.if_contains(key))
        for (const auto& value : it->as_array())
            result.emplace_back(value.as_string());
    return result;
}

bool flag(const json::object& object, std::string_view key) {
    const auto* it = object.if_contains(key);
    return it && it->as_bool();
}

template <class T>
T one_of(const std::string& word, std::initializer_list<std::pair<std::string_view, T>> words) {
    for (const auto& [name, value] : words)
        if (word == name) return value;
    throw std::invalid_argument("unknown word: " + word);
}

Column column(const json::object& it) {
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

Row row(const json::object& it) {
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

Grid grid(const json::object& it) {
    Grid result;
    result.id = text(it, "id");
    result.caption = text(it, "caption");
    result.note = text(it, "note");
    result.head = text(it, "head");
    result.section = int(it.at("section").as_int64());
    result.across = flag(it, "across");
    for (const auto& value : it.at("columns").as_array())
        result.columns.push_back(column(value.as_object()));
    for (const auto& value : it.at("rows").as_array())
        result.rows.push_back(row(value.as_object()));
    return result;
}

Form form(const json::object& it) {
    Form::Head head{text(it, "id"), text(it, "source"), int(it.at("first_year").as_int64()), 9999,
                    texts(it, "sections")};
    if (const auto* last = it.if_contains("last_year"); last && !last->is_null())
        head.last_year = int(last->as_int64());
    std::vector<Grid> grids;
    for (const auto& value : it.at("grids").as_array())
        grids.push_back(grid(value.as_object()));
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

}  // namespace

Result<Form> parse_form(std::string_view bytes) {
    try {
        return form(json::parse(bytes).as_object());
    } catch (const std::exception& fault) {
        return Error{ErrorKind::Invalid, "forms.malformed",
                     std::string("格式定义文件读不懂：") + fault.what()};
    }
}

Result<forms::Forms> load_forms(const std::filesystem::path& extra) {
    forms::Forms forms;
    for (const auto& [name, bytes] : embedded::forms::all())
        GK_CHECK(add(forms, bytes, std::string(name)));
    if (!extra.empty()) {
        std::error_code gone;
        for (const auto& entry : std::filesystem::directory_iterator(extra, gone)) {
            if (entry.path().extension() != ".json") continue;
            std::ifstream file(entry.path(), std::ios::binary);
            std::ostringstream bytes;
            bytes << file.rdbuf();
            GK_CHECK(add(forms, bytes.str(), entry.path().filename().string()));
        }
        if (gone)
            return Error{ErrorKind::NotFound, "forms.no-folder",
                         "打不开格式定义文件夹“" + extra.string() + "”"};
    }
    std::ranges::sort(forms, {}, &Form::first_year);
    return forms;
}

}  // namespace gongkai::files
