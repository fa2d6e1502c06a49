// Where an office may lie, as every command finds it.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "../store/engines.h"
#include "app/office.h"

using namespace gongkai;
using namespace gongkai::testing;
namespace fs = std::filesystem;

namespace {

std::string refused(const app::OfficePlace& place) {
    const auto office = app::Office::open(place);
    return office.ok() ? "" : office.error().code;
}

}  // namespace

TEST_CASE("where nothing is, only what begins an office makes one") {
    const Folder folder;
    app::OfficePlace place;
    place.data = folder.path / "data";
    place.setting = {};
    place.may_begin = false;
    CHECK(refused(place) == "office.none");
    CHECK_FALSE(fs::exists(place.data));
    place.may_begin = true;
    CHECK(refused(place) == "");
    place.may_begin = false;
    CHECK(refused(place) == "");
}

TEST_CASE("checkpoints lie outside the data, in a file") {
    const Folder folder;
    app::OfficePlace place;
    place.data = folder.path / "data";
    place.setting = {};
    place.checkpoint = place.data / "checkpoint";
    CHECK(refused(place) == "checkpoint.place");
    place.checkpoint = folder.path / "checkpoint";
    fs::create_directory(place.checkpoint);
    CHECK(refused(place) == "checkpoint.place");
    fs::remove(place.checkpoint);
    CHECK(refused(place) == "");
    place.checkpoint = "/dev/zero";
    CHECK(refused(place) == "checkpoint.place");
}
