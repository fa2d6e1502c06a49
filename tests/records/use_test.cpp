#include <doctest/doctest.h>

#include "base/json_value.h"
#include "records/codec.h"

// What a declaration says of who gives a field and who is told it, for one value and for several.
using namespace gongkai;

namespace {

struct Sample {
    std::vector<std::string> both, given, told, kept;
    std::string kept_alone;

    static constexpr auto fields() {
        using records::field, records::Use;
        return records::field_list(
            field<&Sample::both>("both", "甲").optional(),
            field<&Sample::given>("given", "乙").optional().used(Use::Given),
            field<&Sample::told>("told", "丙").optional().used(Use::Told),
            field<&Sample::kept>("kept", "丁").optional().used(Use::Kept),
            field<&Sample::kept_alone>("kept_alone", "戊").optional().used(Use::Kept));
    }
};

const Sample full{{"a"}, {"b"}, {"c"}, {"d"}, "e"};

}  // namespace

TEST_CASE("what is kept or only given is not told, be it one value or a list") {
    const auto told =
        records::write_record(records::parts<Sample>(), &full, records::nothing_opened());
    CHECK(told.find("both"));
    CHECK(told.find("told"));
    CHECK_FALSE(told.find("given"));
    CHECK_FALSE(told.find("kept"));
    CHECK_FALSE(told.find("kept_alone"));
}

TEST_CASE("what nobody gives is refused in input, be it one value or a list") {
    for (const char* name : {"told", "kept", "kept_alone"}) {
        CAPTURE(name);
        json::Object input;
        input.set(name, json::Value{std::string("x")});
        Sample read;
        const auto refusal = records::read_record(input, records::parts<Sample>(), &read, "样本");
        REQUIRE_FALSE(refusal.ok());
        CHECK(refusal.error().code == "fields.unknown");
    }
}

TEST_CASE("an entry of the journal has all of it") {
    const auto entry = records::entry_record(records::parts<Sample>(), &full);
    for (const char* name : {"both", "given", "told", "kept", "kept_alone"})
        CHECK(entry.find(name));
}

namespace {

struct Secrets {
    records::SealedText told, kept;

    static constexpr auto fields() {
        using records::field, records::Use;
        return records::field_list(field<&Secrets::told>("told", "甲").optional(),
                                   field<&Secrets::kept>("kept", "乙").optional().used(Use::Kept));
    }
};

}  // namespace

TEST_CASE("what is never told is never opened either") {
    Secrets secrets;
    secrets.told.clear = "电话";
    secrets.kept.clear = "查询码";
    std::vector<std::string> opened;
    records::each_told(records::fields_of<Secrets>, &secrets,
                       [&](const records::SealedDatum& datum) { opened.push_back(datum.clear); });
    CHECK(opened == std::vector<std::string>{"电话"});
    opened.clear();
    records::each_sealed(records::fields_of<Secrets>, &secrets,
                         [&](records::SealedDatum& datum) { opened.push_back(datum.clear); });
    CHECK(opened == std::vector<std::string>{"电话", "查询码"});
}
