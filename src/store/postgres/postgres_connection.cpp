#include "store/postgres/postgres_connection.h"

#include <iterator>

#include "store/patience.h"
#include "store/postgres/postgres_values.h"

namespace gongkai::store {

namespace {

constexpr int binary = 1;

void drop_notice(void*, const char*) {}

// libpq quotes pieces of an address that it cannot read, and a password with '@' or '/' not
// written as %40 or %2F gives such pieces.
bool is_readable(const std::string& address) {
    const auto from = address.find("//");
    if (from == address.npos) return false;
    const auto path = address.find_first_of("/?", from + 2);
    const auto at = address.find('@');
    if (at != address.npos && (at != address.rfind('@') || at > path)) return false;
    char* why = nullptr;
    auto* options = PQconninfoParse(address.c_str(), &why);
    PQfreemem(why);
    PQconninfoFree(options);
    return options != nullptr;
}

PGconn* connect(const std::string& address) {
    // What stands before dbname can be set otherwise in the address, what stands behind it cannot.
    // The encryption of Kerberos is tried first by libpq and costs a round trip.
    const char* names[] = {"connect_timeout", "tcp_user_timeout", "gssencmode", "application_name",
                           "dbname",          "client_encoding",  nullptr};
    const char* values[] = {"10", "30000", "disable", "gongkai", address.c_str(), "UTF8", nullptr};
    static_assert(std::size(names) == std::size(values));
    return PQconnectdbParams(names, values, 1);
}

std::string one_line(std::string message) {
    while (!message.empty() && message.back() == '\n')
        message.pop_back();
    return message;
}

// Class 22 quotes the value that it could not use.
std::string without_values(const PGresult* answer) {
    const auto field = [&](int code) {
        const char* it = PQresultErrorField(answer, code);
        return std::string(it ? it : "");
    };
    const std::string state = field(PG_DIAG_SQLSTATE);
    return state + (state.starts_with("22") ? "" : " " + field(PG_DIAG_MESSAGE_PRIMARY));
}

Row row_of(const PGresult* answer, int at) {
    Row row;
    const int columns = PQnfields(answer);
    row.reserve(std::size_t(columns));
    for (int i = 0; i < columns; ++i)
        row.push_back(postgres_value(answer, at, i));
    return row;
}

}  // namespace

PostgresConnection::PostgresConnection(const std::string& address) {
    if (!is_readable(address))
        throw StoreError("PostgreSQL 的地址读不懂，密码里的 @ / 等符号要写成 %40 %2F 等");
    connection_.reset(connect(address));
    if (PQstatus(connection_.get()) != CONNECTION_OK)
        throw ConnectionLost(one_line(PQerrorMessage(connection_.get())));
    PQsetNoticeProcessor(connection_.get(), drop_notice, nullptr);
    const char* encoding = PQparameterStatus(connection_.get(), "server_encoding");
    if (!encoding || std::string_view(encoding) != "UTF8")
        throw StoreError("PostgreSQL 数据库的编码不是 UTF8，请用 ENCODING 'UTF8' 新建");
}

std::vector<Row> PostgresConnection::run(std::string_view sql,
                                         const std::vector<Value>& arguments) {
    StatementRules::Running running(rules_);
    check_arguments(arguments);
    const PostgresArguments sent(arguments);
    const Answer answer(PQexecParams(connection_.get(), std::string(sql).c_str(), sent.count(),
                                     sent.types(), sent.values(), sent.lengths(), sent.formats(),
                                     binary));
    check(answer, sql);
    std::vector<Row> rows;
    const int count = PQntuples(answer.get());
    rows.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i)
        rows.push_back(row_of(answer.get(), i));
    running.succeeded();
    return rows;
}

void PostgresConnection::each(std::string_view sql, const std::vector<Value>& arguments,
                              const std::function<void(Row&)>& row) {
    StatementRules::Running running(rules_);
    check_arguments(arguments);
    const PostgresArguments sent(arguments);
    if (!PQsendQueryParams(connection_.get(), std::string(sql).c_str(), sent.count(), sent.types(),
                           sent.values(), sent.lengths(), sent.formats(), binary) ||
        !PQsetSingleRowMode(connection_.get()))
        check(nullptr, sql);
    rows_left_ = true;
    finish_rows(sql, row);
    rows_left_ = false;
    running.succeeded();
}

void PostgresConnection::finish_rows(std::string_view sql, const std::function<void(Row&)>& row) {
    while (const Answer answer{PQgetResult(connection_.get())}) {
        if (PQresultStatus(answer.get()) != PGRES_SINGLE_TUPLE) {
            check(answer, sql);
            continue;
        }
        Row one = row_of(answer.get(), 0);
        row(one);
    }
}

void PostgresConnection::run_script(std::string_view sql) {
    StatementRules::Running running(rules_);
    const Answer answer(PQexec(connection_.get(), std::string(sql).c_str()));
    check(answer, sql);
    running.succeeded();
}

std::string PostgresConnection::control(const char* sql) {
    const Answer answer(PQexec(connection_.get(), sql));
    check(answer, sql);
    return PQcmdStatus(answer.get());
}

bool PostgresConnection::reset() noexcept {
    rules_ = {};
    if (rows_left_ || PQstatus(connection_.get()) != CONNECTION_OK) return false;
    if (PQtransactionStatus(connection_.get()) != PQTRANS_IDLE)
        const Answer answer(PQexec(connection_.get(), "ROLLBACK"));
    return PQtransactionStatus(connection_.get()) == PQTRANS_IDLE;
}

void PostgresConnection::check(const Answer& answer, std::string_view sql) const {
    const auto status = answer ? PQresultStatus(answer.get()) : PGRES_FATAL_ERROR;
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return;
    const char* field = answer ? PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE) : nullptr;
    const std::string_view state = field ? field : "";
    // 08: connection, 57P01 to 57P03: the server is being shut down.
    if (PQstatus(connection_.get()) != CONNECTION_OK || state.starts_with("08") ||
        state.starts_with("57P"))
        throw ConnectionLost("the connection is lost");
    const std::string why =
        field ? without_values(answer.get()) : one_line(PQerrorMessage(connection_.get()));
    if (state == "53100") throw StoreFailure(Away::DiskFull, "PostgreSQL", why);
    if (state == "25006") throw StoreFailure(Away::ReadOnly, "PostgreSQL", why);
    if (state == "55P03") throw StoreFailure(Away::Locked, "PostgreSQL", why);
    throw statement_failed("PostgreSQL", why, sql);
}

}  // namespace gongkai::store
