#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/phrases.h"
#include "base/text.h"
#include "checks/rule.h"

namespace gongkai::checks {

// The fixed phrases that rules look for. All are found in one pass over the text.
enum class Mark {
    OldPrinciple,   // 公开为原则
    Principle,      // 公开为常态
    Fee,            // 信息处理费
    FeeOtherwise,   // 收费, 费用: the fee in other words
    Including,      // 其中
    Share,          // 占
    AllUpheld,      // 均获维持
    NoneReceived,   // 未收到: what, stands behind it
    NoneOf,         // 无依申请公开: what, begins behind the first sign
    NoneAtAll,      // 均为零: what, stands before it
    Period,         // 统计期限
    LeftOut,        // 从略
    OwnTown,        // 我镇
    OwnTownship,    // 我乡
    OwnStreet,      // 我街道
    OwnBureau,      // 我局
    OwnCommission,  // 我委
    OwnSchool,      // 我校
    SectorBody,     // 建设系统
};

// A statement and where it stands in the folded text of its section.
struct Counted {
    const forms::Statement* statement;
    std::size_t from, to;
    std::size_t clause;  // where its clause or the number before it ends
    int depth;           // of brackets around it
};

// A section of the report made ready for matching.
struct Passage {
    int section = 0;  // index into Report::sections
    int number = 0;   // by meaning, as Section::number
    std::shared_ptr<const text::Folded> folded;
    std::vector<text::Phrases::Hit> hits;
    std::vector<Counted> counted;

    std::u32string_view text() const { return folded->text; }
    std::u32string_view words(std::size_t from, std::size_t to) const {
        return text().substr(from, to - from);
    }
    bool ends_sentence(std::size_t at) const;  // 。 ！ ？, not the point of 1.
    bool ends_clause(std::size_t at) const;    // also ， ； ： and brackets, not 、
    std::size_t sentence_start(std::size_t at) const;
    std::size_t sentence_end(std::size_t at) const;
    std::size_t clause_start(std::size_t at) const;
    std::size_t clause_end(std::size_t at) const;
};

// The narrative of a report, folded and scanned once for all rules.
class Narrative {
public:
    explicit Narrative(const forms::Report& report);

    std::span<const Passage> passages() const { return passages_; }
    bool says(Mark mark) const;
    // Calls visit(passage, hit) for each place of a mark.
    template <class Visit>
    void each_hit(Mark mark, Visit visit) const {
        for (const Passage& passage : passages_)
            for (const auto& hit : passage.hits)
                if (hit.id == int(mark)) visit(passage, hit);
    }
    // What stands at folded signs from..to of a passage, as it is printed.
    Quote quote(const Passage& passage, std::size_t from, std::size_t to) const;
    Quote quote(const forms::Statement& statement) const;

private:
    std::vector<Passage> passages_;
};

// Whether the sentence up to a place names a year last that is not the report's.
bool speaks_of_another_year(const forms::Report& report, const Passage& passage, std::size_t at);

// The words before a number for a message: of its own line, and not too many.
std::string words_before(const forms::Statement& statement);

bool contains(std::u32string_view text, std::u32string_view words);
bool contains_any(std::u32string_view text, std::span<const std::u32string_view> words);

}  // namespace gongkai::checks
