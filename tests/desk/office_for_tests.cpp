#include "office_for_tests.h"

#include "files/message_term_files.h"
#include "store/ledger/names.h"
#include "store/ledger/verify.h"
#include "store/migrations.h"

namespace gongkai::testing {

TestOffice::TestOffice(store::Database& it, const store::VaultKey& sealing)
    : database(it),
      key(sealing),
      ledger(it, key, {rules()}),
      sessions(it),
      drafts(it, key),
      kept(store::contents_of(database, folder.path)),
      contents(*kept),
      message_terms(files::load_message_terms({}).value()),
      forms(files::load_forms().value()),
      letters(files::load_letters().value()),
      audit{database, key, {rules()}},
      desks{{ledger,           requests,
             organs,           accounts,
             sessions,         drafts,
             documents,        registers,
             contents,         submissions,
             calendar(),       forms,
             letters,          audit,
             messages,         message_terms,
             proposals,        proposal_settings,
             account_settings, retention_book,
             retention,        "door"}} {
    store::migrate(it);
}

TestOffice::~TestOffice() = default;

desk::Actor TestOffice::at(std::string_view on, std::string actor) {
    const auto moment = day(on).time_since_epoch() + std::chrono::hours{4};
    return desk::Actor::unasked(std::move(actor), std::chrono::milliseconds{moment}.count());
}

journal::LogKey TestOffice::town(std::optional<std::int64_t> parent) {
    organs::Organ it;
    it.parent = parent;
    it.key.region = region;
    it.name = "云溪县柳河镇人民政府";
    it.level = organs::Level::Township;
    it.division_code = "900121103000";
    it.contact = {"党政办公室", "柳河镇人民路1号", "工作日", "0000-1234567", "", ""};
    it.remedies.review_organ = "云溪县人民政府";
    it.valid_from = day("2019-05-15");
    return desks.organs.create(at("2025-01-02"), it).value().key;
}

journal::LogKey TestOffice::office_above(const journal::LogKey& below) {
    const auto office_key = town();
    organs::Organ it;
    ledger.look([&](const journal::View& view) { it = organs.current(view, below).value(); });
    it.parent = office_key.organ;
    (void)desks.organs.change(at("2025-01-02"), it).value();
    return office_key;
}

std::string TestOffice::faults() {
    std::string all;
    database.read([&](store::Connection& connection) {
        for (const auto& log : store::logs(connection)) {
            for (const auto& it : store::verify_log(connection, log).faults)
                all += it.what + '\n';
            for (const auto& faults : {store::verify_projections(connection, log, {rules()}),
                                       store::verify_sealed(connection, key, log),
                                       store::verify_names(connection, key, log)})
                for (const auto& it : faults)
                    all += it.what + '\n';
        }
    });
    return all;
}

void on_each_office(const std::function<void(TestOffice&)>& body) {
    on_each_database([&](store::Database& database) {
        TestOffice office(database);
        body(office);
        CHECK(office.faults() == "");
    });
}

Act said(Act act, std::string words) {
    act.words = records::in_clear(std::move(words));
    if (auto* decision = std::get_if<Decide>(&act.what))
        decision->evidence = records::in_clear("检索");
    return act;
}

desk::NewRequest any_question(std::string_view on, Channel channel) {
    desk::NewRequest it;
    it.channel = channel;
    it.submitted_on = it.received_on = day(on);
    it.who.name = "王小明";
    it.who.id_number = "护照E00000001";
    it.who.phone = "13800000000";
    it.content = records::in_clear("2024年村级财务收支情况");
    return it;
}

}  // namespace gongkai::testing
