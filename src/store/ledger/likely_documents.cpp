#include <algorithm>
#include <map>
#include <tuple>

#include "disclosure/public_list.h"
#include "store/ledger/documents.h"

// Public documents that are likely what somebody asks for, by the pairs of signs of their names.
namespace gongkai::store {

namespace {

using disclosure::PublicRow;
using disclosure::sign_pairs;
using journal::LogKey;
using journal::View;

// A pair that so many documents have tells none of them from the others.
constexpr std::int64_t common = 200;
constexpr std::size_t most_candidates = 50;

// The documents that have the pair, where they are few.
std::vector<std::string> with_pair(const View& view, const LogKey& log, const std::string& pair) {
    std::vector<std::string> subjects;
    for (const Row& row :
         connection_of(view).run("SELECT subject FROM public_document_pair WHERE region = $1 AND "
                                 "organ = $2 AND pair = $3 LIMIT $4",
                                 {log.region, log.organ, pair, common}))
        subjects.push_back(text(row[0]));
    if (subjects.size() == std::size_t(common)) subjects.clear();
    return subjects;
}

int pairs_in(const View& view, const LogKey& log, const std::string& subject,
             const std::vector<std::string>& wanted) {
    const auto rows = connection_of(view).run(
        "SELECT names FROM public_document WHERE region = $1 AND organ = $2 AND subject = $3",
        {log.region, log.organ, subject});
    if (rows.empty()) return 0;
    const auto there = sign_pairs(text(rows[0][0]));
    return int(std::ranges::count_if(
        wanted, [&](const std::string& pair) { return std::ranges::binary_search(there, pair); }));
}

// Those with the most of the rare pairs, at most so many as are worth a closer look.
std::vector<std::string> candidates(const View& view, const LogKey& log,
                                    const std::vector<std::string>& pairs) {
    std::map<std::string, int> hits;
    for (const std::string& pair : pairs)
        for (const std::string& subject : with_pair(view, log, pair))
            ++hits[subject];
    std::vector<std::pair<int, std::string>> all;
    for (const auto& [subject, count] : hits)
        all.emplace_back(-count, subject);
    std::ranges::sort(all);
    if (all.size() > most_candidates) all.resize(most_candidates);
    std::vector<std::string> subjects;
    for (auto& [count, subject] : all)
        subjects.push_back(std::move(subject));
    return subjects;
}

}  // namespace

std::vector<PublicRow> DocumentRepository::likely(const View& view, const LogKey& log,
                                                  const std::vector<std::string>& pairs,
                                                  int most) const {
    std::vector<std::pair<int, PublicRow>> found;
    for (const std::string& subject : candidates(view, log, pairs)) {
        const int hits = pairs_in(view, log, subject, pairs);
        if (hits < 2 || std::size_t(hits) * 2 < pairs.size()) continue;
        if (auto row = find_public(view, log, subject)) found.emplace_back(hits, std::move(*row));
    }
    // Of equally likely ones the latest.
    std::ranges::sort(found, std::greater{}, [](const auto& it) {
        return std::tuple(it.first, it.second.published_on, it.second.key.number);
    });
    std::vector<PublicRow> rows;
    for (auto& [hits, row] : found)
        if (int(rows.size()) < most) rows.push_back(std::move(row));
    return rows;
}

}  // namespace gongkai::store
