#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace gongkai::reader {

// Gathers text the way a browser shows it: runs of spaces become one, none stands at the ends of
// a line. A no-break space is a sign like any other.
class ShownText {
public:
    void add(std::string_view text) {
        std::size_t at = 0;
        while (at < text.size()) {
            if (is_blank(text[at])) {
                pending_space_ = true;
                ++at;
                continue;
            }
            auto end = at + 1;
            while (end < text.size() && !is_blank(text[end])) {
                ++end;
            }
            if (pending_space_ && !text_.empty() && text_.back() != '\n') text_ += ' ';
            pending_space_ = false;
            text_.append(text.substr(at, end - at));
            at = end;
        }
    }

    // Inside <pre>: as it stands.
    void add_exactly(std::string_view text) { text_.append(text); }

    void line_break() {
        pending_space_ = false;
        text_ += '\n';
    }

    // A new line where there is not one yet.
    void new_line() {
        pending_space_ = false;
        if (!text_.empty() && text_.back() != '\n') text_ += '\n';
    }

    std::string take() {
        pending_space_ = false;
        while (!text_.empty() && text_.back() == '\n') {
            text_.pop_back();
        }
        text_.erase(0, text_.find_first_not_of('\n') == text_.npos ? text_.size()
                                                                   : text_.find_first_not_of('\n'));
        return std::exchange(text_, {});
    }

private:
    static bool is_blank(char sign) {
        return sign == ' ' || sign == '\n' || sign == '\t' || sign == '\r' || sign == '\f';
    }

    std::string text_;
    bool pending_space_ = false;
};

}  // namespace gongkai::reader
