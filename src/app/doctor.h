#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/machine_settings.h"
#include "app/office.h"

// What gongkai doctor looks at. It changes nothing, and what it says has no personal data, no
// password and no bytes of a key in it: it may be shown to whoever helps.
namespace gongkai::app {

struct DoctorPlace {
    std::filesystem::path settings_file;  // empty: none was read
    MachineSettings settings;
    OfficePlace office;
    std::filesystem::path backup = backup_of_environment();
    std::filesystem::path site;
    std::string address = "127.0.0.1", base;
    std::uint16_t port = 8080;
    std::uint16_t metrics_port = 0;
};

enum class Health { Good, Note, Bad };

// One thing that was looked at: what it is, how it stands, and how to mend it where it wants that.
struct Diagnosis {
    Health health = Health::Good;
    std::string_view topic;
    std::string said, mend;
};
using Diagnoses = std::vector<Diagnosis>;

// All of it, in the order in which one has to mend it.
Diagnoses diagnose(const DoctorPlace& place, std::int64_t now);

// By part: settings and files of rules; whose the files are, room on the disks; database, key and
// checkpoints; backups; clock, helper programs and ports.
void diagnose_settings(const DoctorPlace& place, Diagnoses& all);
void diagnose_folders(const DoctorPlace& place, Diagnoses& all);
void diagnose_store(const DoctorPlace& place, Diagnoses& all);
void diagnose_backup(const DoctorPlace& place, std::int64_t now, Diagnoses& all);
void diagnose_machine(const DoctorPlace& place, std::int64_t now, Diagnoses& all);

}  // namespace gongkai::app
