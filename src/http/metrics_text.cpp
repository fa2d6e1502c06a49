#include "http/metrics_text.h"

#include <array>
#include <charconv>

namespace gongkai::http {

namespace {

std::string escaped(std::string_view value) {
    std::string all;
    for (const char each : value) {
        if (each == '\\' || each == '"') all += '\\';
        if (each == '\n')
            all += "\\n";
        else
            all += each;
    }
    return all;
}

}  // namespace

std::string seconds_text(double value) {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

void MetricsText::metric(std::string_view name, std::string_view kind, std::string_view help) {
    name_ = name;
    text_ += "# HELP " + name_ + ' ' + std::string(help) + "\n# TYPE " + name_ + ' ' +
             std::string(kind) + '\n';
}

void MetricsText::sample(Labels labels, std::uint64_t value, std::string_view suffix) {
    begin_sample(labels, suffix);
    text_ += std::to_string(value) + '\n';
}

void MetricsText::seconds(Labels labels, double value, std::string_view suffix) {
    begin_sample(labels, suffix);
    text_ += seconds_text(value) + '\n';
}

void MetricsText::begin_sample(Labels labels, std::string_view suffix) {
    text_ += name_ + std::string(suffix);
    if (labels.size() > 0) {
        text_ += '{';
        for (const auto& [name, value] : labels) {
            if (text_.back() != '{') text_ += ',';
            text_ += std::string(name) + "=\"" + escaped(value) + '"';
        }
        text_ += '}';
    }
    text_ += ' ';
}

}  // namespace gongkai::http
