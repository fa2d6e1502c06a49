#include "desk/public_letters.h"

namespace gongkai::desk {

using interaction::MessageKey;
using interaction::PublicLetter;
using journal::LogKey;
using journal::View;
using namespace interaction::messages;

Result<records::Page<ListedLetter>> PublicLetters::page(const LogKey& organ,
                                                        const records::Ask& ask) const {
    Result<records::Page<ListedLetter>> result(records::Page<ListedLetter>{});
    ledger_.look([&](const View& view) { result = messages_.letters(view, organ, ask); });
    return result;
}

Result<PublicLetter> PublicLetters::one(const MessageKey& key, Date today) const {
    Result<PublicLetter> result =
        Error{ErrorKind::NotFound, "letter.not-found", "没有这件公开的来信答复，或者它已经撤下。"};
    ledger_.look([&](const View& view) {
        const auto found = messages_.find(view, key);
        if (!found.ok()) return;
        if (auto letter = PublicLetter::of(found.value(), today)) result = std::move(*letter);
    });
    return result;
}

std::vector<MonthFigures> PublicLetters::months(const LogKey& organ, int year, Date today) const {
    std::vector<MonthFigures> all;
    ledger_.look([&](const View& view) { all = messages_.months(view, organ, year, today); });
    return all;
}

}  // namespace gongkai::desk
