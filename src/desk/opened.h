#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/damaged.h"
#include "journal/ledger.h"
#include "records/history.h"
#include "records/retention.h"

namespace gongkai::desk {

// The sealed data of a subject, opened for somebody who may see them. What was erased is not there.
class OpenedData {
public:
    // Nothing where it was never given, or erased.
    const std::string* find(const records::SealedDatum& datum) const {
        const auto found = by_id_.find(datum.seal.id);
        return found == by_id_.end() ? nullptr : &found->second;
    }
    // For telling acts to the outside.
    records::Opening opening() const;

    // Tells it in another form to all who read it from here.
    void replace(const records::SealedDatum& datum, std::string shown) {
        by_id_.insert_or_assign(datum.seal.id, std::move(shown));
    }

    void open(const journal::View& view, const journal::LogKey& log,
              const records::SealedDatum& datum);

    // That data of the subject which are not there were deleted by rule.
    const std::optional<records::Deletion>& deletion() const { return deletion_; }

    template <class Subject>
    static OpenedData of(const journal::View& view, const records::History<Subject>& history) {
        OpenedData data;
        for (const auto& act : history.acts())
            records::each_told<Subject>(act, [&](const records::SealedDatum& datum) {
                data.open(view, history.key().log, datum);
            });
        if (data.lacks_) data.deletion_ = deleted(view, history.key().log, subject(history.key()));
        return data;
    }

private:
    std::map<std::string, std::string, std::less<>> by_id_;
    bool lacks_ = false;
    std::optional<records::Deletion> deletion_;

    // Nothing where the subject's data were not deleted by rule.
    static std::optional<records::Deletion> deleted(const journal::View& view,
                                                    const journal::LogKey& log,
                                                    const std::string& subject);
};

// What a list shows in the place of a sealed datum that is not there: that it was deleted by rule,
// or nothing.
std::string instead_of_lacking(const journal::View& view, const journal::LogKey& log,
                               const std::string& subject);

// What `read` gives, or `otherwise` where something that it reads is damaged: one damaged record
// shall not take a list with it, nor keep others from being taken in. The record's own page tells
// of it.
template <class Read>
auto unless_damaged(const Read& read, decltype(read()) otherwise) {
    try {
        return read();
    } catch (const Damaged&) {
        return otherwise;
    }
}

// What a list shows in its place.
inline constexpr std::string_view damaged_in_list = "（内容已损坏）";

}  // namespace gongkai::desk
