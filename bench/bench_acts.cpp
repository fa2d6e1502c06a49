// One kind of work of an office through its API, for counting instructions:
//
//     valgrind --tool=callgrind --instr-atstart=no bench_acts FOLDER WORK COUNT
//
// WORK is register, decide, publish or open. What is set up beforehand is not counted.
#define DOCTEST_CONFIG_IMPLEMENT
#include <unistd.h>
#include <valgrind/callgrind.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "../tests/site/site_for_tests.h"
#include "store/sqlite/sqlite_database.h"

namespace {

using namespace gongkai;
using testing::TestSite;
using Object = boost::json::object;

Object answered(const http::Response& response) {
    if (response.status < 300) return boost::json::parse(response.body).as_object();
    std::fprintf(stderr, "%s\n", response.body.c_str());
    std::exit(1);
}

class Office {
public:
    explicit Office(TestSite& site)
        : it(site), clerk(it.sign_in("clerk")), reviewer(it.sign_in("reviewer")) {}

    std::string request() {
        return place("/requests/", answered(it.call("POST", it.path("/requests", it.town),
                                                    testing::question(), clerk)));
    }

    std::string document() {
        const std::string path = place(
            "/documents/", answered(it.call("POST", it.path("/documents", it.town),
                                            {{"title", "关于公布村级财务收支情况的通知"},
                                             {"abstract", "各村2024年第四季度财务收支情况。"},
                                             {"kind", "information"},
                                             {"subject_class", 7},
                                             {"formed_on", "2025-01-13"},
                                             {"keywords", boost::json::array{"村务", "财务"}},
                                             {"source", "农业农村办公室"},
                                             {"body", "各村2024年第四季度收支如下。"},
                                             {"channels", boost::json::array{"website", "board"}}},
                                            clerk)));
        act(path, {{"kind", "submit"}, {"seen", 1}}, clerk);
        act(path,
            {{"kind", "review"}, {"verdict", "public"}, {"secrecy_checked", true}, {"seen", 2}},
            reviewer);
        return path;
    }

    void decide(const std::string& path) {
        act(path,
            {{"kind", "decide"},
             {"items", boost::json::array{Object{{"item", 1}, {"code", "G2"}}}},
             {"words", "依申请公开"},
             {"evidence", "已检索"},
             {"on", it.today},
             {"seen", 1}},
            clerk);
    }
    void publish(const std::string& path) { act(path, {{"kind", "publish"}, {"seen", 3}}, clerk); }
    void open(const std::string& path) { answered(it.call("GET", path, {}, clerk)); }

private:
    std::string place(const std::string& list, const Object& made) {
        return it.path(list + std::string(made.at("number").as_string()), it.town);
    }
    void act(const std::string& path, const Object& fields, const TestSite::User& user) {
        answered(it.call("POST", path + "/acts", fields, user));
    }

    TestSite& it;
    TestSite::User clerk, reviewer;
};

struct Work {
    std::string_view name;
    std::string (*prepare)(Office& office);
    void (*done)(Office& office, const std::string& path);
};

constexpr Work works[] = {
    {"register", [](Office&) { return std::string(); },
     [](Office& office, const std::string&) { office.request(); }},
    {"decide", [](Office& office) { return office.request(); },
     [](Office& office, const std::string& path) { office.decide(path); }},
    {"publish", [](Office& office) { return office.document(); },
     [](Office& office, const std::string& path) { office.publish(path); }},
    {"open",
     [](Office& office) {
         const auto path = office.request();
         office.decide(path);
         return path;
     },
     [](Office& office, const std::string& path) { office.open(path); }},
};

}  // namespace

int main(int count, char** arguments) {
    const std::string_view wanted = count == 4 ? arguments[2] : "";
    const auto work = std::ranges::find(works, wanted, &Work::name);
    if (work == std::end(works)) {
        std::fprintf(stderr, "usage: bench_acts FOLDER register|decide|publish|open COUNT\n");
        return 2;
    }
    doctest::Context asserts;  // those of what the tests share
    asserts.setAsDefaultForAssertsOutOfTestCases();
    asserts.setAssertHandler([](const doctest::AssertData& failed) {
        if (failed.m_failed) std::abort();
    });
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(arguments[1]) / ("bench-acts-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const auto database = store::open_sqlite(folder / "office.db");
    TestSite site(*database);
    Office office(site);
    std::vector<std::string> paths;
    // What is made once, such as the table of routes, is not an act's.
    for (int i = 0; i <= std::atoi(arguments[3]); ++i)
        paths.push_back(work->prepare(office));
    work->done(office, paths.back());
    paths.pop_back();
    CALLGRIND_START_INSTRUMENTATION;
    for (const auto& path : paths)
        work->done(office, path);
    CALLGRIND_STOP_INSTRUMENTATION;
    fs::remove_all(folder);
    return 0;
}
