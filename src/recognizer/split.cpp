#include <algorithm>
#include <stdexcept>
#include <string>

#include "base/text.h"
#include "recognizer/glued.h"

namespace gongkai::recognizer {

namespace {

using forms::Column;
using forms::Measure;

struct Digits {
    std::string text;
    std::vector<bool> edge;  // a token begins at this sign
};

// The tokens as one run of ASCII digits, points and signs; units and the like are left out.
Digits join(const std::vector<std::string_view>& tokens) {
    Digits digits;
    for (const auto token : tokens) {
        bool edge = true;
        for (const char32_t point : text::folded_points(token)) {
            const bool part = (point >= '0' && point <= '9') || point == '.' || point == '-';
            if (!part) continue;
            digits.text += char(point);
            digits.edge.push_back(edge);
            edge = false;
        }
    }
    return digits;
}

constexpr std::size_t most_digits = 18;

bool well_formed(std::string_view number, Measure measure) {
    if (number.front() == '-') {
        if (measure != Measure::SignedCount) return false;
        number.remove_prefix(1);
    }
    const auto point = number.find('.');
    if (point != number.npos && (measure != Measure::Amount || point + 1 == number.size()))
        return false;
    const auto whole = number.substr(0, point);
    if (whole.empty() || (whole.size() > 1 && whole.front() == '0') || number.size() > most_digits)
        return false;
    return number.find('-') == number.npos &&
           (point == number.npos || number.find('.', point + 1) == number.npos);
}

class Splitter {
public:
    Splitter(const Digits& digits, const std::vector<const Column*>& columns, std::size_t most)
        : digits_(digits), columns_(columns), most_(most) {}

    Splits run(std::size_t from, std::size_t to) {
        from_ = from;
        to_ = to;
        leads_nowhere_.assign(columns_.size() * (to - from + 1), false);
        next(from);
        return std::move(result_);
    }

private:
    const Digits& digits_;
    const std::vector<const Column*>& columns_;
    std::size_t most_, from_ = 0, to_ = 0;
    std::vector<Decimal> chosen_;
    Splits result_;
    // By column and sign: tried to the end without a way. Without it the dead ends of a long run
    // are tried again for every way that leads to them.
    std::vector<bool> leads_nowhere_;

    void next(std::size_t at) {
        if (result_.values.size() >= most_) {
            result_.complete = false;
            return;
        }
        const std::size_t left = columns_.size() - chosen_.size();
        if (left == 0) {
            if (at == to_) result_.values.push_back(chosen_);
            return;
        }
        const std::size_t state = chosen_.size() * (to_ - from_ + 1) + (at - from_);
        if (leads_nowhere_[state]) return;
        const std::size_t known = result_.values.size();
        try_numbers(at, left);
        if (result_.complete && result_.values.size() == known) leads_nowhere_[state] = true;
    }

    void try_numbers(std::size_t at, std::size_t left) {
        const Measure measure = columns_[chosen_.size()]->measure;
        const std::size_t last = std::min(to_ - std::min(to_, left - 1), at + 1 + most_digits);
        for (std::size_t end = at + 1; end <= last; ++end) {
            const auto number = std::string_view(digits_.text).substr(at, end - at);
            if (well_formed(number, measure)) take(number, end);
            if (end < to_ && digits_.edge[end]) break;
        }
    }

    void take(std::string_view number, std::size_t end) {
        const auto value = Decimal::parse(number);
        if (!value) return;
        chosen_.push_back(*value);
        next(end);
        chosen_.pop_back();
    }
};

// Cuts a run into rows; keeps the ways with the fewest rows whose sum is wrong.
class RowSplitter {
public:
    RowSplitter(const Digits& digits, int rows, const std::vector<const Column*>& columns,
                std::size_t most)
        : digits_(digits), rows_(rows), columns_(columns), most_(most) {}

    Splits run() {
        for (best_ = 0; best_ <= rows_ && result_.values.empty(); ++best_)
            next(0, 0, best_);
        return std::move(result_);
    }

private:
    const Digits& digits_;
    int rows_;
    const std::vector<const Column*>& columns_;
    std::size_t most_;
    int best_ = 0;
    std::vector<Decimal> chosen_;
    Splits result_;
    static constexpr std::size_t widest_row = 24;
    static constexpr std::size_t most_row = 20000;
    static constexpr std::size_t most_tries = 1000000;
    std::size_t tries_ = 0;
    static constexpr std::size_t most_work = 400000;  // rows tried: a broken run must not hang
    std::size_t work_ = 0;

    void next(std::size_t at, int row, int may_break) {
        const std::size_t size = digits_.text.size();
        if (work_ > most_work) return;
        if (row == rows_) {
            if (at != size || may_break != 0) return;
            if (result_.values.size() < most_)
                result_.values.push_back(chosen_);
            else
                result_.complete = false;
            return;
        }
        const std::size_t rest = std::size_t(rows_ - row - 1) * columns_.size();
        for (std::size_t to = at + columns_.size(); to + rest <= size; ++to) {
            if (row + 1 == rows_ && to != size) continue;
            if (to - at > widest_row || tries_ > most_tries) {
                result_.complete = false;
                break;
            }
            const Splits splits = Splitter(digits_, columns_, most_row).run(at, to);
            if (!splits.complete) result_.complete = false;
            tries_ += splits.values.size();
            for (const auto& values : splits.values)
                if (!take(values, to, row, may_break)) return;
        }
    }

    // Goes on behind a row that is cut like this; false where nothing more is to be tried.
    bool take(const std::vector<Decimal>& values, std::size_t to, int row, int may_break) {
        if (++work_ > most_work) {
            result_.complete = false;
            return false;
        }
        const int cost = adds_up(values) ? 0 : 1;
        if (cost > may_break) return true;
        if (result_.values.size() >= most_) {
            result_.complete = false;
            return false;
        }
        chosen_.insert(chosen_.end(), values.begin(), values.end());
        next(to, row + 1, may_break - cost);
        chosen_.resize(chosen_.size() - values.size());
        return true;
    }
};

}  // namespace

bool adds_up(const std::vector<Decimal>& row) {
    try {
        Decimal sum;
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            sum = sum + row[i];
        return sum == row.back();
    } catch (const std::overflow_error&) {
        return false;  // more than 18 digits: no total is as long
    }
}

Splits split(const std::vector<std::string_view>& tokens, const std::vector<const Column*>& columns,
             std::size_t most) {
    const Digits digits = join(tokens);
    return Splitter(digits, columns, most).run(0, digits.text.size());
}

Splits split_rows(const std::vector<std::string_view>& tokens, int rows,
                  const std::vector<const Column*>& columns, std::size_t most) {
    const Digits digits = join(tokens);
    if (digits.text.size() > 60) return {{}, false};
    return RowSplitter(digits, rows, columns, most).run();
}

}  // namespace gongkai::recognizer
