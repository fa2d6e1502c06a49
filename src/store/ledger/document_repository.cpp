#include "store/ledger/document_repository.h"

#include "disclosure/record.h"
#include "store/ledger/entries.h"
#include "store/ledger/ledger.h"
#include "store/ledger/serial_number.h"

namespace gongkai::store {

using disclosure::Act;
using disclosure::Choice;
using disclosure::Document;
using disclosure::DocumentKey;
using disclosure::Page;
using journal::Entry;
using journal::LogKey;
using journal::View;

namespace {

constexpr std::string_view subject_prefix = "document/", kind_prefix = "document.";

std::vector<Document> documents_of(const View& view, const LogKey& log, const Subjects& subjects,
                                   const std::vector<Value>& arguments) {
    std::vector<Document> all;
    each_subject(connection_of(view), log, subjects, arguments,
                 [&](const std::vector<Entry>& entries) { all.push_back(document_of(entries)); });
    return all;
}

Error not_found(std::string_view what, const std::string& number) {
    return {
        ErrorKind::NotFound, "document.not-found",
        "没有" + std::string(what) + "为“" + number + "”的文件。请核对" + std::string(what) + "。"};
}

// The part of a list that is asked for, as a table of its own.
std::string public_part(const Choice& choice, const Page& page, std::vector<Value>& arguments) {
    std::string where = "region = $1 AND organ = $2 AND is_public = 1";
    const auto add = [&](std::string_view condition, Value value) {
        arguments.emplace_back(std::move(value));
        (((where += " AND ") += condition) += " $") += std::to_string(arguments.size());
    };
    if (choice.kind) add("kind =", std::string(name(*choice.kind)));
    if (choice.subject_class) add("subject_class =", std::int64_t{choice.subject_class->item});
    if (choice.year) {
        add("published_on >=", std::to_string(*choice.year) + "-01-01");
        add("published_on <=", std::to_string(*choice.year) + "-12-31");
    }
    arguments.emplace_back(std::int64_t{page.count});
    arguments.emplace_back(std::int64_t{page.first});
    return "(SELECT region, organ, subject, published_on FROM document WHERE " + where +
           " ORDER BY published_on DESC, subject LIMIT $" + std::to_string(arguments.size() - 1) +
           " OFFSET $" + std::to_string(arguments.size()) + ") s";
}

}  // namespace

Document document_of(const std::vector<Entry>& entries) {
    auto acts = recorded_acts<Act>(entries, kind_prefix, "文件", disclosure::kind_of_entry,
                                   disclosure::act_of);
    const Entry& first = entries.at(0);
    return Document::recorded({first.log, first.subject.substr(subject_prefix.size())},
                              std::move(acts));
}

Result<Document> DocumentRepository::find(const View& view, const DocumentKey& key) const {
    const auto entries = view.entries(key.log, subject(key));
    if (entries.empty()) return not_found("编号", key.number);
    return document_of(entries);
}

Result<Document> DocumentRepository::find_index(const View& view, const LogKey& log,
                                                const std::string& index_number) const {
    const auto rows = connection_of(view).run(
        "SELECT number FROM document WHERE region = $1 AND organ = $2 AND index_number = $3 "
        "AND index_number <> ''",
        {log.region, log.organ, index_number});
    if (rows.empty()) return not_found("索引号", index_number);
    return find(view, {log, text(rows[0][0])});
}

std::vector<Document> DocumentRepository::all(const View& view, const LogKey& log) const {
    return documents_of(view, log, {"document s"}, {log.region, log.organ});
}

std::vector<Document> DocumentRepository::in_preparation(const View& view,
                                                         const LogKey& log) const {
    return documents_of(view, log, {"document s", " AND s.in_preparation = 1"},
                        {log.region, log.organ});
}

std::vector<Document> DocumentRepository::published(const View& view, const LogKey& log,
                                                    const Choice& choice, const Page& page) const {
    std::vector<Value> arguments{log.region, log.organ};
    const std::string part = public_part(choice, page, arguments);
    return documents_of(view, log, {part, "", "s.published_on DESC, "}, arguments);
}

std::string DocumentRepository::next_number(const View& view, const LogKey& log, int year) const {
    return next_serial_number(view, log, "document", subject_prefix, year);
}

int DocumentRepository::next_index(const View& view, const LogKey& log, int year) const {
    const auto rows = connection_of(view).run(
        "SELECT coalesce(max(index_serial), 0) FROM document WHERE region = $1 AND organ = $2 "
        "AND index_year = $3",
        {log.region, log.organ, std::int64_t{year}});
    return int(whole(rows.at(0)[0])) + 1;
}

}  // namespace gongkai::store
