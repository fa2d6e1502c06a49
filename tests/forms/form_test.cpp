#include "forms/form.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "files/form_files.h"

namespace gongkai::forms {
namespace {

namespace fs = std::filesystem;

const Forms& carried() {
    static const Forms forms = files::load_forms().value();
    return forms;
}

// A folder of the test's own that is gone at its end.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("forms-test-" + std::to_string(count_++))) {
        fs::remove_all(path_);
        fs::create_directory(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name) << text;
    }
    const fs::path& path() const { return path_; }

private:
    static inline int count_ = 0;
    fs::path path_;
};

std::string small_form(const std::string& id, int first_year) {
    return R"({"id":")" + id + R"(","source":"栖云县的样式","first_year":)" +
           std::to_string(first_year) + R"(,"last_year":null,"sections":["一、总体情况"],
        "grids":[{"id":"requests","section":3,
          "columns":[{"id":"person","label":"个人"},{"id":"total","label":"总计"}],
          "rows":[{"id":"in","label":"新收","kind":"flow_in"},
                  {"id":"done","label":"办结","kind":"leaf"},
                  {"id":"sum","label":"合计","kind":"sum"},
                  {"id":"left","label":"结转","kind":"stock_out"}]}]})";
}

struct Count {
    int own = 0, optional = 0;
};

std::map<std::string, Count> counts(const Form& form) {
    std::map<std::string, Count> all;
    for (int cell = 0; cell < form.cell_count(); ++cell) {
        const auto place = form.place(cell);
        auto& count = all[place.grid->id.substr(0, place.grid->id.find('.'))];
        ++(place.grid->rows[std::size_t(place.row)].optional ? count.optional : count.own);
    }
    return all;
}

TEST_CASE("both editions are carried, oldest first, with as many cells as they print") {
    REQUIRE(carried().size() == 2);
    CHECK(carried()[0].id() == "2019");
    CHECK(carried()[1].id() == "2021");
    auto first = counts(carried()[0]), second = counts(carried()[1]);
    CHECK(first["proactive"].own == 22);
    CHECK(first["requests"].own == 161);
    CHECK(first["requests"].optional == 21);
    CHECK(second["proactive"].own == 10);
    CHECK(second["requests"].own == 175);
    CHECK(second["requests"].optional == 7);
    for (auto* form : {&first, &second}) {
        CHECK((*form)["proactive"].optional == 0);
        CHECK((*form)["review_litigation"].own == 15);
        CHECK((*form)["review_litigation"].optional == 0);
        CHECK(form->size() == 3);
    }
}

TEST_CASE("every id is one of its own, has three parts at least and leads back to its cell") {
    for (const Form& form : carried()) {
        std::set<std::string> seen;
        for (int cell = 0; cell < form.cell_count(); ++cell) {
            const std::string& id = form.cell_id(cell);
            CAPTURE(id);
            CHECK(seen.insert(id).second);
            CHECK(form.find(id) == cell);
            const auto place = form.place(cell);
            const auto& row = place.grid->rows[std::size_t(place.row)];
            const auto& column = place.grid->columns[std::size_t(place.column)];
            CHECK(id == place.grid->id + "." + row.id + "." + column.id);
            CHECK(form.cell(place.grid->id, row.id, column.id) == cell);
            CHECK(std::ranges::none_of(id, [](char sign) {
                return !(sign == '.' || sign == '_' || (sign >= 'a' && sign <= 'z') ||
                         (sign >= '0' && sign <= '9'));
            }));
        }
        CHECK_FALSE(form.find("requests.new_received"));
        CHECK_FALSE(form.cell("requests", "nothing", "total"));
        CHECK_FALSE(form.cell("nothing", "new_received", "total"));
        CHECK(form.grid("nothing") == nullptr);
    }
}

TEST_CASE("an edition binds the years it was made for") {
    CHECK_FALSE(carried()[0].covers(2018));
    CHECK(carried()[0].covers(2019));
    CHECK(carried()[0].covers(2020));
    CHECK_FALSE(carried()[0].covers(2021));
    CHECK(carried()[1].covers(2021));
    CHECK(carried()[1].covers(2030));
}

TEST_CASE("a cell is named by its row and column") {
    const Form& form = carried()[1];
    CHECK(form.cell_name(*form.find("requests.new_received.total")) ==
          "一、本年新收政府信息公开申请数量·总计");
}

TEST_CASE("the parts and the whole of a sum are different cells of one table") {
    for (const Form& form : carried()) {
        std::map<Sum::Kind, int> kinds;
        for (const Sum& sum : form.sums()) {
            ++kinds[sum.kind];
            std::set<int> all(sum.left.begin(), sum.left.end());
            all.insert(sum.right.begin(), sum.right.end());
            CHECK(all.size() == sum.left.size() + sum.right.size());
            for (const int cell : all)
                CHECK(form.place(cell).grid == form.place(sum.right.front()).grid);
        }
        // The 26 rows of table three and the 3 of table four.
        CHECK(kinds[Sum::Kind::Row] == 29);
        CHECK(kinds[Sum::Kind::Column] == 7);
        CHECK(kinds[Sum::Kind::Flow] == 7);
    }
}

TEST_CASE("a malformed form is refused with its reason") {
    const std::pair<std::string, const char*> cases[] = {
        {"", ""},
        {"{", ""},
        {"[]", ""},
        {"{}", ""},
        {R"({"id":"x","first_year":"2030","grids":[]})", ""},
        {R"({"id":"x","first_year":2030})", ""},
        {R"({"id":"x","first_year":2030,"grids":[{"section":1,"columns":[{"measure":"weight"}],"rows":[]}]})",
         "weight"},
        {R"({"id":"x","first_year":2030,"grids":[{"section":1,"columns":[],"rows":[{"kind":"both"}]}]})",
         "both"},
    };
    for (const auto& [json, reason] : cases) {
        CAPTURE(json);
        const auto form = files::parse_form(json);
        REQUIRE_FALSE(form.ok());
        CHECK(form.error().code == "forms.malformed");
        CHECK(form.error().message.starts_with("格式定义文件读不懂："));
        CHECK(form.error().message.find(reason) != std::string::npos);
    }
}

TEST_CASE("a form in a folder is added in its place, one of the same id takes the old one's") {
    const Folder folder;
    folder.write("county.json", small_form("2026", 2026));
    folder.write("notes.txt", "not a form");
    const auto forms = files::load_forms(folder.path());
    REQUIRE(forms.ok());
    REQUIRE(forms.value().size() == 3);
    const Form& added = forms.value().back();
    CHECK(added.id() == "2026");
    CHECK(added.find("requests.in.total"));
    CHECK(added.sums().size() == 8);
    CHECK(added.covers(2040));

    folder.write("again.json", small_form("2021", 2021));
    const auto replaced = files::load_forms(folder.path());
    REQUIRE(replaced.ok());
    REQUIRE(replaced.value().size() == 3);
    CHECK(replaced.value()[1].cell_count() == 8);
}

TEST_CASE("a bad form in a folder is named, and so is a folder that is not there") {
    const Folder folder;
    folder.write("bad.json", "{");
    const auto forms = files::load_forms(folder.path());
    REQUIRE_FALSE(forms.ok());
    CHECK(forms.error().message.starts_with("bad.json："));
    const auto gone = files::load_forms(folder.path() / "gone");
    REQUIRE_FALSE(gone.ok());
    CHECK(gone.error().code == "forms.no-folder");
}

}  // namespace
}  // namespace gongkai::forms
