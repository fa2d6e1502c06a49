#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engines.h"
#include "store/checkpoint/admission.h"
#include "store/checkpoint/checkpoints.h"
#include "store/ledger/ledger.h"

namespace gongkai::testing {

inline const journal::LogKey town{330302, 7}, village{330302, 8};
constexpr std::int64_t noon = 1'767'225'600'000;

// An office with checkpoints on a place, whose program may be ended and begun again.
struct CheckedOffice {
    const Place& place;
    const Folder outside;  // of the key and the checkpoints
    std::int64_t now = noon;
    std::unique_ptr<store::Database> database;
    std::optional<store::VaultKey> key;
    std::unique_ptr<store::Admission> admission;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<store::Checkpoints> checkpoints;

    explicit CheckedOffice(const Place& it);

    std::filesystem::path key_file() const { return outside.path / "office.key"; }
    std::filesystem::path file() const { return outside.path / "office.key.checkpoint"; }
    std::string bytes() const;  // of the file

    void begin();
    void end();
    void begin_again();
    // What a program that serves does twice a second.
    store::Checkpoints::Finding advance();
    // Takes in an application; its number, or the refusal's code.
    std::string take_in(const journal::LogKey& log = town);
    // In how many logs it is recorded, or the refusal's code.
    std::string resume(const std::string& reason);

    // A copy of the whole database, as a backup has it, and back to it.
    void keep_copy();
    void set_back();

    // How many faults verification finds in the database alone.
    std::size_t faults();
    std::string installation();
};

void on_each_checked_office(const std::function<void(CheckedOffice&)>& body);

}  // namespace gongkai::testing
