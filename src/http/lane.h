#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace gongkai::http {

// Each kind of work has workers and waiting room of its own, so that none keeps another waiting.
enum class Lane : unsigned char {
    Pages,         // what anybody reads
    Forms,         // what anybody hands in: applications, letters, questions how it stands
    Uploads,       // files of anybody, which are read and checked
    Staff,         // the work of those who are signed in
    StaffUploads,  // their files
    Passwords,     // whose hashing is slow on purpose
};
inline constexpr std::size_t lane_count = 6;
// By Lane, as metrics name them.
inline constexpr std::array<std::string_view, lane_count> lane_names{
    "pages", "forms", "uploads", "staff", "staff-uploads", "passwords"};

// How many requests a lane has just now.
struct LaneLoad {
    int at_work = 0, waiting = 0;
};

struct LaneLimits {
    int workers = 2;
    int waiting = 64;         // requests that have come whole, at work or waiting
    int waiting_of_one = 8;   // of them from one address, or of one session
    int workers_for_one = 2;  // at work for one address or session at a time
    bool yields = false;      // the processor to lanes that do not
};

// What a request asks for, as far as its header says.
struct Claim {
    std::size_t body_limit = 0;
    Lane lane = Lane::Pages;
    std::string share;  // whom it is counted with in the lane
    // It says that it is somebody's who is signed in, which nobody has seen to yet.
    bool is_in_doubt = false;
};

}  // namespace gongkai::http
