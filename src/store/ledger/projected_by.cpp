#include "store/ledger/projected_by.h"

#include "base/sm3.h"
#include "files/holiday_files.h"
#include "files/proposal_settings_file.h"
#include "store/ledger/names.h"
#include "store/ledger/verify.h"

namespace gongkai::store {

namespace {

// Raised where columns or names are filled in another way, so that rows of an older program are
// made anew.
constexpr std::string_view way_of_filling = "4";

std::string of_proposals(const interaction::proposals::Settings& settings) {
    std::string all;
    for (const auto& span : {settings.answer, settings.extended, settings.return_within,
                             settings.opinion, settings.feedback, settings.answer_again})
        all += chinese(span);
    all += settings.late_extension_moves_day ? "\nmoves" : "\n";
    all += settings.late_deferral_moves_day ? "\nputs off" : "\n";
    return all + (settings.new_part_counts_anew ? "\nanew" : "\n");
}

// Everything that projected days depend on.
std::string digest_of(const ProjectionRules& rules) {
    std::string all(way_of_filling);
    all += "\n" + rules.calendar().version() + "\n";
    for (const law::Notice& notice : rules.calendar().notices()) {
        all += std::to_string(notice.year);
        for (const Date day : notice.off)
            all += "-" + iso(day);
        for (const Date day : notice.work)
            all += "+" + iso(day);
    }
    const requests::Settings& settings = rules.requests.settings;
    all += settings.late_notice_moves_term ? "\nlate" : "\n";
    all += settings.payment_restarts_term ? "\nrestarts" : "\n";
    all += of_proposals(rules.proposals);
    return hex(bytes(sm3({all})));
}

std::string kept_digest(const std::vector<Row>& rows) {
    return rows.empty() ? std::string() : text(rows[0][0]);
}

constexpr std::string_view kept = "SELECT rules FROM projected_by WHERE region = 0";

std::vector<journal::LogKey> logs_by_region(Connection& connection) {
    std::vector<journal::LogKey> all;
    for (const Row& region : connection.run("SELECT region FROM region ORDER BY region", {}))
        for (const Row& organ : connection.run(
                 "SELECT organ FROM journal_head WHERE region = $1 ORDER BY organ", {region[0]}))
            all.push_back({whole(region[0]), whole(organ[0])});
    return all;
}

}  // namespace

const ProjectionRules& carried_rules() {
    static const law::Calendar calendar = files::load_calendar().value();
    static const ProjectionRules rules{{calendar}, files::load_proposal_settings({}).value()};
    return rules;
}

void keep_projected_by(Database& database, const VaultKey& key, const ProjectionRules& rules) {
    const std::string digest = digest_of(rules);
    if (kept_digest(database.run(kept, {})) == digest) return;
    if (database.is_replica())
        throw StoreError(
            "PostgreSQL 的副本里，列表是按另外的放假安排或者设置做的。请先在主库上用同样的设置"
            "启动程序，等副本跟上，再启动这里。");
    database.transaction([&](Connection& connection) {
        const std::string locked = std::string(kept) + std::string(connection.row_lock());
        // Another program that began at the same time may have been quicker.
        if (kept_digest(connection.run(locked, {})) == digest) return;
        for (const journal::LogKey& log : logs_by_region(connection)) {
            rebuild_projections(connection, log, rules);
            rebuild_names(connection, key, log);
        }
        connection.run("UPDATE projected_by SET rules = $1 WHERE region = 0", {digest});
    });
}

}  // namespace gongkai::store
