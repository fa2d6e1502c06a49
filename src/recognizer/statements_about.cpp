#include "recognizer/statements_about.h"

#include <algorithm>

#include "recognizer/named_body.h"
#include "recognizer/statements_cells.h"
#include "recognizer/statements_words.h"

namespace gongkai::recognizer {

namespace {

using Cells = std::vector<int>;
using Readings = std::vector<Cells>;
constexpr bool is_break(char32_t sign) {
    return sign == U',' || sign == U'.' || sign == U';' || sign == U':' || sign == U'!' ||
           sign == U'?' || sign == U'(' || sign == U')';
}

// How far back a mention of 依申请公开 still tells what 收到70件申请 is about.
constexpr std::size_t reach_of_topic = 300;

enum class Topic { None, Requests, Review, Litigation };

class Teller {
public:
    Teller(const forms::Report& report, const text::Folded& folded, const Numbers& numbers)
        : form_(*report.form),
          year_(report.year),
          own_(text::folded_points(report.organ)),
          text_(folded.text),
          folded_(folded),
          numbers_(numbers) {
        static const text::Phrases phrases(statement_words());
        hits_ = phrases.find(text_);
    }

    void run(int section, std::span<forms::Statement> statements) {
        section_ = section;
        for (std::size_t i = 0; i < statements.size(); ++i) {
            place(i);
            Readings readings = read(statements[i]);
            std::erase_if(readings, [](const Cells& it) { return it.empty(); });
            if (readings.size() == 1)
                statements[i].about = std::move(readings.front());
            else
                statements[i].readings = std::move(readings);
        }
    }

private:
    // Where the clause and the sentence of number `i` stand, and which words they hold.
    void place(std::size_t i) {
        const Number& it = numbers_.counted[i];
        at_ = it.from;
        const std::size_t floor = i ? numbers_.counted[i - 1].to : 0;
        for (; scanned_ < at_; ++scanned_) {
            const char32_t sign = text_[scanned_];
            const bool full_stop =
                sign == U'.' && folded_.printed[folded_.source[scanned_]] == U'。';
            if (full_stop || sign == U';') sentence_ = scanned_ + 1;
        }
        clause_ = at_;
        while (clause_ > floor && !is_break(text_[clause_ - 1]))
            --clause_;
        after_number_ = clause_ > 0 && i && clause_ - 1 <= floor;
        behind_ = it.to;
        const std::size_t ceiling =
            i + 1 < numbers_.counted.size() ? numbers_.counted[i + 1].from : text_.size();
        std::size_t end = behind_;
        while (end < ceiling && !is_break(text_[end]))
            ++end;
        head_ = words(clause_, at_);
        tail_ = words(behind_, end);
        before_ = words(sentence_, at_);
    }

    Words words(std::size_t from, std::size_t to) const {
        auto hit = std::ranges::lower_bound(hits_, from, {}, &text::Phrases::Hit::from);
        Words found = 0;
        for (; hit != hits_.end() && hit->from < to; ++hit)
            if (hit->to <= to) found |= bit(Word(hit->id));
        return found;
    }

    Readings read(const forms::Statement& it) {
        if (section_ == 5 || it.approximate || !it.value.is_whole() || !counts_cases(it.unit))
            return {};
        if (of_another_year() || of_last_year() || since_long()) return {};
        Readings readings = documents();
        if (!readings.empty()) return readings;
        if (has(head_ | tail_, bits(Word::Compared, Word::NotRequest))) return {};
        if (has(head_ | tail_, case_words | ending_words)) return cases();
        return requests();
    }

    bool of_another_year() const {
        if (!year_) return false;
        const YearNamed* last = nullptr;
        for (const YearNamed& it : numbers_.years)
            if (it.at >= sentence_ && it.at < at_) last = &it;
        return last && last->year != *year_;
    }

    // 上年度复议5件、诉讼4件: what stands between commas is of one year. What last year left is not
    // last year's count.
    bool of_last_year() const {
        std::size_t from = at_;
        while (from > sentence_ && !(is_break(text_[from - 1]) && !is_list_comma(from - 1)))
            --from;
        const Words said = words(from, at_);
        return has(said, bit(Word::LastYear)) && !has(said, bits(Word::CarriedIn, Word::New));
    }

    bool is_list_comma(std::size_t at) const {
        return folded_.printed[folded_.source[at]] == U'、';
    }

    // 县民政局收到申请28件，办结28件: whose act the last verb of the sentence tells.
    bool of_another_body() const {
        Doer last = Doer::Unsaid;
        auto hit = std::ranges::lower_bound(hits_, sentence_, {}, &text::Phrases::Hit::from);
        for (; hit != hits_.end() && hit->from < at_; ++hit) {
            if (!has(bit(Word(hit->id)), coming_words | going_words)) continue;
            std::size_t clause = hit->from;
            while (clause > sentence_ && !is_break(text_[clause - 1]))
                --clause;
            const Doer it = doer(text_, clause, hit->from, own_);
            if (it != Doer::Unsaid) last = it;
        }
        return last == Doer::Another;
    }

    bool since_long() const {
        return has(head_, bit(Word::Cumulative)) && has(before_, bit(Word::Until));
    }

    Cells cells(std::string_view grid, const Rows& rows, std::string_view column) const {
        Cells found;
        for (const auto row : rows)
            if (const auto cell = form_.cell(grid, row, column)) found.push_back(*cell);
        return found;
    }
    Cells total(const Rows& rows) const { return cells("requests", rows, "total"); }

    // 政府规范性文件12个, 12件行政规范性文件: the noun stands beside the number, alone.
    Readings documents() const {
        const std::string_view row = noun_beside();
        if (row.empty()) return {};
        Words verbs = (head_ | tail_) & making_words;
        if (!verbs) verbs = last_making_word();
        if (has(head_, bits(Word::NotDocument, Word::Compared)) && !has(verbs, bit(Word::InForce)))
            return {};
        const auto cell = [&](std::string_view column) {
            return cells("proactive.art20_1", {row}, column);
        };
        const bool made = has(verbs, bits(Word::Issued, Word::Published));
        if (form_.id() == "2019") {
            // The 2019 form counts what was published, so 制发 and 公开 may both mean any column.
            if (!made || has(verbs, bits(Word::Repealed, Word::InForce))) return {};
            return {cell("made_this_year"), cell("newly_published_this_year"),
                    cell("published_total")};
        }
        if (has(verbs, bit(Word::InForce))) return {cell("currently_valid")};
        if (has(verbs, bit(Word::Repealed)))
            return made ? Readings{} : Readings{cell("repealed_this_year")};
        if (has(verbs, bit(Word::Published)))
            return {cell("issued_this_year"), cell("currently_valid")};
        if (has(verbs, bit(Word::Issued))) return {cell("issued_this_year")};
        return {};
    }

    // The row of the noun that stands beside the number, or nothing.
    std::string_view noun_beside() const {
        static constexpr struct {
            std::u32string_view text;
            std::string_view row;
        } nouns[] = {{U"规范性文件", "normative_documents"}, {U"规章", "rules"}};
        static constexpr std::u32string_view fill = U"共计总数量为有达";
        std::size_t end = at_;
        while (end > clause_ && fill.find(text_[end - 1]) != fill.npos)
            --end;
        for (const auto& noun : nouns) {
            const std::size_t size = noun.text.size();
            if (end >= clause_ + size && text_.substr(end - size, size) == noun.text)
                return alone(end - size) ? noun.row : std::string_view{};
            std::size_t from = behind_;
            if (text_.substr(from, 2) == U"行政" || text_.substr(from, 2) == U"政府") from += 2;
            const char32_t next = from + size < text_.size() ? text_[from + size] : U'\0';
            if (text_.substr(from, size) == noun.text && (!next || is_break(next))) return noun.row;
        }
        return {};
    }

    // Not 政策文件和规范性文件: a count of more than the noun.
    bool alone(std::size_t noun) const {
        if (noun >= 2 && text_.substr(noun - 2, 2) == U"行政") noun -= 2;
        if (noun <= clause_) {
            if (clause_ == 0 || after_number_) return true;
            return !is_list_comma(clause_ - 1);
        }
        static constexpr std::u32string_view joins = U"和及与或等他它非门";
        return joins.find(text_[noun - 1]) == joins.npos;
    }

    Words last_making_word() const {
        Words last = 0;
        for (const auto& hit : hits_) {
            if (hit.from < sentence_ || hit.to > at_ || !has(bit(Word(hit.id)), making_words))
                continue;
            // 信息公开 and 政务公开 are the work, not what was done with the document.
            const auto before = text_.substr(hit.from < 2 ? 0 : hit.from - 2, 2);
            if (before != U"信息" && before != U"政务") last = bit(Word(hit.id));
        }
        return last;
    }

    // Reviews and suits over disclosure: 行政复议351件, 其中结果维持72件.
    Readings cases() {
        const Words near = head_ | tail_;
        if (has(near, bits(Word::CasesOtherwise, Word::Unlike, Word::New, Word::CarriedIn)))
            return {};
        if (has(near, case_words)) {
            const bool over_disclosure =
                section_ == 4 || has(before_, bit(Word::Disclosure)) || topic_ == Topic::Requests;
            const bool goes_on = topic_ == Topic::Review || topic_ == Topic::Litigation;
            if (!over_disclosure && !goes_on) return {};
            topic_ = has(near, bit(Word::Litigation)) ? Topic::Litigation : Topic::Review;
        }
        const bool both = has(near, bit(Word::Review)) && has(near, bit(Word::Litigation));
        Rows rows;
        if (both && !has(near, bits(Word::Direct, Word::AfterReview)))
            rows = {"review", "litigation_direct", "litigation_after_review"};
        else if (has(near, bit(Word::Direct)))
            rows = {"litigation_direct"};
        else if (has(near, bit(Word::AfterReview)))
            rows = {"litigation_after_review"};
        else if (topic_ == Topic::Litigation)
            rows = {"litigation_direct", "litigation_after_review"};
        else if (topic_ == Topic::Review)
            rows = {"review"};
        const Words ends = near & ending_words;
        if (ends & (ends - 1)) return {};  // more than one outcome in one count
        return {cells("review_litigation", rows, ending_column(ends))};
    }

    Readings requests() {
        const Words near = head_ | tail_;
        Readings readings;
        if (has(near, bit(Word::Request)) || in_topic()) readings = of_requests(near);
        if (!readings.empty() && of_another_body()) readings.clear();
        if (readings.empty() && !has(near, outcome_words | applicant_words)) {
            topic_ = Topic::None;
            whole_.clear();
        }
        return readings;
    }

    bool in_topic() const { return topic_ == Topic::Requests || section_ == 3 || asked_for(); }

    // Whether 依申请公开 was named not far before.
    bool asked_for() const {
        const std::size_t from = at_ > reach_of_topic ? at_ - reach_of_topic : 0;
        return has(words(from, at_), bit(Word::OnRequest));
    }

    Readings of_requests(Words near) {
        if (has(near, outcome_words)) return outcomes(near);
        if (has(near, bit(Word::Unlike))) return {};
        // 行政复议61件（含上年结转8件）: of the cases.
        const bool of_cases = has(before_, case_words) && !has(near, bit(Word::Request));
        if (of_cases && has(near, bits(Word::CarriedIn, Word::CarriedOut))) return {};
        if (has(near, bit(Word::CarriedIn))) return {total({"carried_over_in"})};
        if (has(near, bit(Word::CarriedOut))) return {total({"carried_over_out"})};
        if (has(near, applicant_words)) return applicants(near);
        if (has(near, bits(Word::OneChannel, Word::Part))) return {};
        if (has(near, coming_words)) {
            if (!has(near, bits(Word::Request, Word::New))) return {};
            if (!in_topic() && !has(tail_, bit(Word::OnRequest))) return {};
        } else if (!goes(near)) {
            return {};
        }
        topic_ = Topic::Requests;
        whole_ = whole_rows(near);
        Readings readings;
        for (const Rows& rows : whole_)
            readings.push_back(total(rows));
        return readings;
    }

    // 办结11件: of the requests told before, not of proposals, hotlines or suits.
    bool goes(Words near) const {
        if (!has(near, going_words)) return false;
        if (has(before_, case_words | bit(Word::NotRequest))) return false;
        return has(near, bit(Word::Request)) || topic_ == Topic::Requests || section_ == 3;
    }

    Readings outcomes(Words near) {
        if (has(head_, outcome_words)) near = head_;
        if (has(near, bits(Word::Unlike, Word::NotDocument))) return {};
        if (!has(before_ | tail_, bit(Word::Request)) && topic_ != Topic::Requests && section_ != 3)
            return {};
        const Rows rows = outcome_rows(near);
        if ((near & outcome_words) == bit(Word::Granted))
            return {total(rows), total({"result_granted", "result_partial"})};
        return {total(rows)};
    }

    // 其中自然人申请741件: of the whole that was told before.
    Readings applicants(Words near) const {
        const Rows columns = applicant_columns(near);
        const Words named = near & applicant_words;
        if (named & (named - 1)) return {};
        Readings readings;
        for (const Rows& rows : whole_) {
            Cells sum;
            for (const auto column : columns) {
                const Cells more = cells("requests", rows, column);
                sum.insert(sum.end(), more.begin(), more.end());
            }
            readings.push_back(std::move(sum));
        }
        return readings;
    }

    const forms::Form& form_;
    std::optional<int> year_;
    std::u32string own_;
    std::u32string_view text_;
    const text::Folded& folded_;
    const Numbers& numbers_;
    std::vector<text::Phrases::Hit> hits_;
    int section_ = 0;

    std::size_t at_ = 0, clause_ = 0, behind_ = 0, sentence_ = 0, scanned_ = 0;
    bool after_number_ = false;
    Words head_ = 0, tail_ = 0, before_ = 0;
    Topic topic_ = Topic::None;
    std::vector<Rows> whole_;
};

}  // namespace

void say_what_they_are_about(const forms::Report& report, const text::Folded& folded,
                             const Numbers& numbers, std::span<forms::Statement> statements) {
    if (statements.empty()) return;
    const int section = report.sections[std::size_t(statements.front().section)].number;
    Teller(report, folded, numbers).run(section, statements);
}

}  // namespace gongkai::recognizer
