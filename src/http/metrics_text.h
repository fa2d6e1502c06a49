#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace gongkai::http {

// Figures in the text format of Prometheus (version 0.0.4): of each metric what it is, then its
// samples. Labels come from the program's own tables alone.
class MetricsText {
public:
    using Labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;
    static constexpr std::string_view media_type = "text/plain; version=0.0.4; charset=utf-8";

    // `kind` is counter, gauge or histogram.
    void metric(std::string_view name, std::string_view kind, std::string_view help);
    // A sample of the metric that was named last, under its name and `suffix`.
    void sample(Labels labels, std::uint64_t value, std::string_view suffix = {});
    void seconds(Labels labels, double value, std::string_view suffix = {});

    const std::string& text() const { return text_; }

private:
    std::string name_, text_;

    void begin_sample(Labels labels, std::string_view suffix);
};

// 0.25, as Prometheus and its labels write seconds.
std::string seconds_text(double value);

}  // namespace gongkai::http
