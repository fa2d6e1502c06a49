#pragma once

#include <CLI/CLI.hpp>
#include <ostream>
#include <string_view>

#include "app/doctor.h"

namespace gongkai::app {

// It runs with settings that have faults too, to say which.
inline constexpr std::string_view doctor_command = "doctor";

// gongkai doctor: what is wrong on this machine and how to mend it. Exit status 0, or 1 where
// something is wrong. `place` outlives the parsing.
void add_doctor_command(CLI::App& app, DoctorPlace& place, int& status);

// A line each, and how many of each kind; the exit status.
int tell(const Diagnoses& all, std::ostream& out);

}  // namespace gongkai::app
