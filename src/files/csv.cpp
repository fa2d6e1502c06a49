#include "files/csv.h"

#include <algorithm>

namespace gongkai::files {

namespace {

Error at_line(int line, std::string code, const std::string& what) {
    return {ErrorKind::Invalid, "csv." + std::move(code),
            "第 " + std::to_string(line) + " 行：" + what};
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    Result<std::vector<CsvRow>> rows() {
        std::vector<CsvRow> all;
        while (at_ < text_.size()) {
            GK_TRY(row, row_at());
            if (row.fields.size() == 1 && row.fields.front().empty()) continue;
            if (!all.empty() && row.fields.size() != all.front().fields.size())
                return at_line(row.line, "columns",
                               "有 " + std::to_string(row.fields.size()) + " 列，而表头有 " +
                                   std::to_string(all.front().fields.size()) +
                                   " 列。请检查是否多了或少了逗号。");
            all.push_back(std::move(row));
        }
        if (all.empty())
            return Error{ErrorKind::Invalid, "csv.empty", "文件里没有内容。第一行应是表头。"};
        return all;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;

    bool ends() const { return at_ == text_.size(); }

    Result<CsvRow> row_at() {
        CsvRow row{line_, {}};
        for (;;) {
            GK_TRY(field, !ends() && text_[at_] == '"' ? quoted() : plain());
            row.fields.push_back(std::move(field));
            if (ends() || text_[at_] != ',') break;
            ++at_;
        }
        GK_CHECK(line_end());
        return row;
    }

    Status line_end() {
        if (ends()) return Done{};
        if (text_[at_] == '\r') ++at_;
        if (ends() || text_[at_] != '\n')
            return at_line(line_, "line-end", "换行符不对。请另存为 CSV 后再试。");
        ++at_;
        ++line_;
        return Done{};
    }

    Result<std::string> plain() {
        const auto end = std::min(text_.find_first_of(",\r\n\"", at_), text_.size());
        std::string field(text_.substr(at_, end - at_));
        at_ = end;
        if (!ends() && text_[at_] == '"')
            return at_line(line_, "quote", "引号只能括住整个单元格，里面的引号要写两遍。");
        return field;
    }

    Result<std::string> quoted() {
        const int opened = line_;
        std::string field;
        for (++at_; !ends(); ++at_) {
            const char c = text_[at_];
            if (c == '\n') ++line_;
            if (c != '"') {
                field += c;
                continue;
            }
            ++at_;
            if (ends() || text_[at_] != '"') return closed(std::move(field));
            field += '"';
        }
        return at_line(opened, "quote", "引号没有配对，从这里起的内容读不出来。");
    }

    Result<std::string> closed(std::string field) const {
        if (ends() || text_[at_] == ',' || text_[at_] == '\r' || text_[at_] == '\n') return field;
        return at_line(line_, "quote", "引号后面应是逗号或换行。");
    }
};

}  // namespace

Result<std::vector<CsvRow>> parse_csv(std::string_view utf8) { return Parser(utf8).rows(); }

}  // namespace gongkai::files
