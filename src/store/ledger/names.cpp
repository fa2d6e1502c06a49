#include "store/ledger/names.h"

#include <algorithm>
#include <map>

#include "base/damaged.h"
#include "base/secrets.h"
#include "base/text.h"
#include "interaction/message.h"
#include "requests/request.h"
#include "store/ledger/histories.h"

namespace gongkai::store {

namespace {

using interaction::messages::Writer;
using journal::Entry;
using journal::LogFault;
using journal::LogKey;
using requests::Applicant;

struct Named {
    std::string datum, subject, digest;

    friend bool operator==(const Named&, const Named&) = default;
};

// What is in the box; nothing where it does not open. One damaged box shall not keep all others
// from being found, and verify_sealed() tells of it.
std::string opened(const VaultKey& key, const LogKey& log, const journal::Sealed& datum,
                   const Blob& box) {
    try {
        return open(key, log, datum, box);
    } catch (const Damaged&) {
        return {};
    }
}

// The name in a person's box; empty where it is erased, or holds something else.
template <class Person>
std::string opened_name(Connection& connection, const VaultKey& key, const LogKey& log,
                        const journal::Sealed& datum) {
    const auto rows =
        connection.run("SELECT box FROM sealed_datum WHERE region = $1 AND organ = $2 AND id = $3",
                       {log.region, log.organ, datum.id});
    if (rows.empty()) return {};
    const auto record = journal::parse_canonical(opened(key, log, datum, blob(rows[0][0])));
    Person who;
    if (!record.ok() ||
        !records::read_entry_record(record.value(), records::fields_of<Person>, &who))
        return {};
    return who.name;
}

journal::Sealed applicant_in(const Entry& entry) {
    const auto acts = acts_of<requests::Subject>({entry});
    return acts.at(0).as<requests::Register>()->application.applicant.seal;
}

journal::Sealed writer_in(const Entry& entry) {
    const auto acts = acts_of<interaction::messages::Subject>({entry});
    return acts.at(0).as<interaction::messages::Enter>()->concern.writer.seal;
}

// The entries that begin something with a person: where he stands in them, how his box is read,
// and what the house calls him.
struct Beginning {
    std::string_view kind, person;
    journal::Sealed (*datum)(const Entry& entry);
    std::string (*name)(Connection&, const VaultKey&, const LogKey&, const journal::Sealed&);
};
constexpr Beginning beginnings[] = {
    {"request.register", "申请人", applicant_in, opened_name<Applicant>},
    {"message.enter", "来信人", writer_in, opened_name<Writer>},
};

std::optional<Named> named_in(Connection& connection, const VaultKey& key, const Entry& entry) {
    const auto* beginning = std::ranges::find(beginnings, entry.kind, &Beginning::kind);
    if (beginning == std::end(beginnings)) return {};
    const auto datum = beginning->datum(entry);
    if (datum.empty()) return {};
    std::string digest =
        name_digest(key, entry.log, beginning->name(connection, key, entry.log, datum));
    if (digest.empty()) return {};
    return Named{datum.id, entry.subject, std::move(digest)};
}

void put(Connection& connection, const LogKey& log, const Named& named) {
    connection.run(
        "INSERT INTO sealed_name (region, organ, datum, subject, digest) "
        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        {log.region, log.organ, named.datum, named.subject, named.digest});
}

struct Known : Named {
    std::string_view person;
};

std::vector<Known> all_named(Connection& connection, const VaultKey& key, const LogKey& log) {
    std::vector<Known> all;
    for (const Beginning& beginning : beginnings) {
        std::vector<Entry> first;
        connection.each(
            "SELECT sequence, recorded_at, actor, subject, kind, payload FROM journal_entry "
            "WHERE region = $1 AND organ = $2 AND kind = $3 ORDER BY sequence",
            {log.region, log.organ, std::string(beginning.kind)},
            [&](Row& row) { first.push_back(entry_of(log, row)); });
        for (const Entry& entry : first)
            if (auto named = named_in(connection, key, entry))
                all.push_back({std::move(*named), beginning.person});
    }
    return all;
}

}  // namespace

std::string name_digest(const VaultKey& key, const LogKey& log, std::string_view name) {
    const std::string folded = text::fold(name);
    if (folded.empty()) return {};
    return keyed_digest(
        key.key(), "gongkai name",
        std::to_string(log.region) + "/" + std::to_string(log.organ) + "/" + folded);
}

void note_name(Connection& connection, const VaultKey& key, const Entry& entry) {
    if (const auto named = named_in(connection, key, entry)) put(connection, entry.log, *named);
}

void forget_name(Connection& connection, const LogKey& log, const std::string& datum) {
    connection.run("DELETE FROM sealed_name WHERE region = $1 AND organ = $2 AND datum = $3",
                   {log.region, log.organ, datum});
}

void rebuild_names(Connection& connection, const VaultKey& key, const LogKey& log) {
    connection.run("DELETE FROM sealed_name WHERE region = $1 AND organ = $2",
                   {log.region, log.organ});
    for (const Known& named : all_named(connection, key, log))
        put(connection, log, named);
}

std::vector<LogFault> verify_names(Connection& connection, const VaultKey& key, const LogKey& log) {
    std::map<std::string, Named> kept;
    connection.each(
        "SELECT datum, subject, digest FROM sealed_name WHERE region = $1 AND organ = $2",
        {log.region, log.organ}, [&](const Row& row) {
            kept[text(row[0])] = {text(row[0]), text(row[1]), text(row[2])};
        });
    std::vector<LogFault> faults;
    for (const Known& named : all_named(connection, key, log)) {
        const auto found = kept.find(named.datum);
        if (found == kept.end())
            faults.push_back(
                {{}, "“" + named.subject + "”的" + std::string(named.person) + "不能按姓名查到"});
        else if (found->second != static_cast<const Named&>(named))
            faults.push_back({{}, "“" + named.subject + "”的姓名摘要与加密的姓名不符"});
        if (found != kept.end()) kept.erase(found);
    }
    for (const auto& [datum, named] : kept)
        faults.push_back({{}, "“" + named.subject + "”的姓名摘要没有来历"});
    return faults;
}

}  // namespace gongkai::store
