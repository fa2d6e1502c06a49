// docs/rights.md is made from the table of routes, the rows of the acts and the rights of the roles
// that the program itself uses; the tests beside this one hold those against tables by hand.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "../organs/rights_of_roles.h"
#include "desk/subjects.h"
#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

constexpr std::string_view page_head =
    "# 角色、权限、接口 Rights\n\n"
    "谁能做什么：每个角色有哪些权限，每项权限能办哪些环节、能用哪些接口。没有权限的一律"
    "回答 403 `door.right`，没有登录的回答 401 `door.sign-in`。\n"
    "This page is made from the program's own tables (`tests/site/rights_page_test.cpp`); do not "
    "edit it. Where it is old the test writes the new one to `build/rights.md`.\n\n"
    "权限只对本机关有效，但是：**主管部门**对它指导监督的下级机关（《条例》第三条、"
    "第四十七条），**系统管理员**对本区划的全部机关，也有表里的权限。\n";

std::string roles_of(Right right) {
    std::string cells;
    for (const Role role : every_role)
        cells += organs::grants(role, right) ? " ● |" : "  |";
    return cells;
}

std::string matrix() {
    std::string out = "\n## 角色和权限\n\n| 权限 |";
    for (const Role role : every_role)
        out += " " + std::string(chinese(role)) + " |";
    out += "\n|---|---|---|---|---|---|\n";
    for (std::size_t i = 1; i < count_of<Right>; ++i)
        out += "| " + std::string(chinese(Right(i))) + " `" + std::string(name(Right(i))) + "` |" +
               roles_of(Right(i)) + "\n";
    return out;
}

std::string acts_needing(Right right) {
    std::string out;
    for (const records::Table* table : desk::tables()) {
        std::string titles;
        for (const records::Row& row : table->rows)
            if (row.right == right) titles += (titles.empty() ? "" : "、") + std::string(row.title);
        if (!titles.empty()) out += "- " + std::string(table->chinese) + "：" + titles + "\n";
    }
    return out;
}

std::string routes_needing(const http::Router& router, Right right) {
    std::string out;
    for (const http::Route& route : router.routes())
        if (route.right == right && route.path.starts_with("/api/"))
            out += "| `" + std::string(route.method) + " " + std::string(route.path) + "` | " +
                   std::string(route.title) + " |\n";
    return out.empty() ? out : "\n| 接口 | |\n|---|---|\n" + out;
}

std::string rights_page(const http::Router& router) {
    std::string out = std::string(page_head) + matrix();
    for (std::size_t i = 0; i < count_of<Right>; ++i) {
        const auto acts = acts_needing(Right(i));
        out += "\n## " + std::string(chinese(Right(i))) + "\n";
        if (!acts.empty()) out += "\n" + acts;
        out += routes_needing(router, Right(i));
    }
    return out;
}

}  // namespace

TEST_CASE("docs/rights.md says who may do what as the program does it") {
    on_each_site([](TestSite& it) {
        const auto page = rights_page(it.site->router());
        const std::string root(GONGKAI_SOURCE_DIR);
        std::ifstream in(root + "/docs/rights.md", std::ios::binary);
        const std::string committed{std::istreambuf_iterator<char>(in), {}};
        if (committed != page) std::ofstream(root + "/build/rights.md") << page;
        CHECK_MESSAGE(committed == page, "make it anew: cp build/rights.md docs/rights.md");
    });
}
