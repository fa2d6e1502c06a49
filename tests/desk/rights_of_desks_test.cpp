// A desk asks for the right of an act itself, whoever calls it: by page, file or command alike.
#include "desk/desks.h"

#include "office_for_tests.h"

namespace gongkai::testing {

namespace {

// Somebody with one right alone, or with none that matters.
desk::Actor with(records::Right only, std::string_view on) {
    return {TestOffice::at(on), [only](records::Right right) { return right == only; }};
}

template <class T>
std::string code(const Result<T>& it) {
    return it.ok() ? "" : it.error().code;
}

}  // namespace

TEST_CASE("a desk refuses whoever lacks the right of the act, and writes nothing") {
    using enum records::Right;
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        auto& desks = it.desks;
        const auto size = [&] { return desks.journal.head(town).size; };

        SUBCASE("requests") {
            CHECK(code(desks.requests.take_in(with(ReadWork, "2025-01-15"), town,
                                              any_question("2025-01-15"))) == "door.right");
            CHECK(size() == 0);
            const auto key =
                desks.requests
                    .take_in(with(HandleRequests, "2025-01-15"), town, any_question("2025-01-15"))
                    .value()
                    .request.key();
            Act extension;
            extension.on = day("2025-01-16");
            extension.what = Extend{20};
            // Reg. 33(2): the head of the disclosure office agrees, nobody else.
            CHECK(code(desks.requests.act_on(with(HandleRequests, "2025-01-16"), key,
                                             said(extension, "需要检索"), 1)) == "door.right");
            CHECK(size() == 1);
        }
        SUBCASE("bodies and accounts") {
            auto body = desks.organs.find(town).value();
            body.name = "云溪县柳河镇";
            CHECK(code(desks.organs.change(with(WriteReport, "2025-01-16"), body)) == "door.right");
            CHECK(desks.organs.find(town).value().name == "云溪县柳河镇人民政府");
            CHECK(code(desks.accounts.create(
                      with(HandleRequests, "2025-01-16"), region,
                      {"liuhe.wang", "a long password", town.organ, {organs::Role::Clerk}, {}})) ==
                  "door.right");
            CHECK(desks.accounts.of_region(region).empty());
        }
        SUBCASE("register lines") {
            disclosure::RegisterAct line;
            line.on = day("2025-01-10");
            line.what = disclosure::registers::Enter{
                disclosure::RegisterKind::License, {}, Decimal(3), "行政审批办件台账"};
            CHECK(code(desks.publishing.enter_line(with(WriteDocuments, "2025-01-16"), town,
                                                   line)) == "door.right");
            CHECK(size() == 0);
        }
        SUBCASE("annual reports") {
            reports::SubmissionAct act;
            act.what = reports::submissions::Accept{};
            CHECK(code(desks.reports.move(with(WriteReport, "2026-01-16"), {town, 2025}, act)) ==
                  "door.right");
            CHECK(size() == 0);
        }
    });
}

}  // namespace gongkai::testing
