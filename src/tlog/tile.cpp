#include "tlog/tile.h"

#include <algorithm>
#include <charconv>

namespace gongkai::tlog {

namespace {

constexpr int bits_of_width = 8;  // 256 = 2^8
constexpr int most_levels = 8;    // more than a size of 63 bits has
constexpr std::int64_t group = 1000;
constexpr std::size_t digits_of_group = 3;
constexpr std::size_t most_groups = 6;  // 10^18 tiles
constexpr std::string_view entries = "entries";

// A number without signs and leading zeros, up to three digits.
std::optional<std::int64_t> small_number(std::string_view digits) {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault != std::errc{} || end != digits.data() + digits.size() || digits.size() > 3 ||
        number < 0 || std::to_string(number) != digits)
        return {};
    return number;
}

bool is_group(std::string_view text) {
    return text.size() == digits_of_group &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Groups of three digits, all but the last with an x before them, the first not x000.
std::optional<std::int64_t> number_of(std::string_view path) {
    std::int64_t number = 0;
    for (std::size_t at = 0; at < most_groups; ++at) {
        const auto slash = path.find('/');
        std::string_view part = path.substr(0, slash);
        const bool is_last = slash == path.npos;
        if (!is_last) {
            if (!part.starts_with('x')) return {};
            part.remove_prefix(1);
        }
        if (!is_group(part) || (at == 0 && !is_last && part == "000")) return {};
        number = number * group + (part[0] - '0') * 100 + (part[1] - '0') * 10 + (part[2] - '0');
        if (is_last) return number;
        path.remove_prefix(slash + 1);
    }
    return {};
}

}  // namespace

std::int64_t hashes_at(int level, std::int64_t size) {
    return size >> (bits_of_width * std::max(level, 0));
}

std::int64_t width_in(std::int64_t size, int level, std::int64_t number) {
    return std::clamp<std::int64_t>(hashes_at(level, size) - number * tile_width, 0, tile_width);
}

std::string index_path(std::int64_t number) {
    std::string path;
    do {
        const std::string digits = std::to_string(group + number % group).substr(1);
        path = path.empty() ? digits : "x" + digits + "/" + path;
        number /= group;
    } while (number > 0);
    return path;
}

std::string path(const Tile& tile) {
    std::string all = "tile/";
    all += tile.level == entries_level ? std::string(entries) : std::to_string(tile.level);
    all += "/" + index_path(tile.number);
    if (tile.width < tile_width) all += ".p/" + std::to_string(tile.width);
    return all;
}

std::optional<Tile> tile_at(std::string_view path) {
    const auto slash = path.find('/');
    if (slash == path.npos) return {};
    Tile tile;
    const auto level = small_number(path.substr(0, slash));
    if (path.substr(0, slash) == entries)
        tile.level = entries_level;
    else if (level && *level < most_levels)
        tile.level = int(*level);
    else
        return {};
    path.remove_prefix(slash + 1);
    if (const auto partial = path.find(".p/"); partial != path.npos) {
        const auto width = small_number(path.substr(partial + 3));
        if (!width || *width < 1 || *width >= tile_width) return {};
        tile.width = *width;
        path = path.substr(0, partial);
    }
    const auto number = number_of(path);
    if (!number) return {};
    tile.number = *number;
    return tile;
}

}  // namespace gongkai::tlog
