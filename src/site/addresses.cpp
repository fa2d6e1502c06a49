#include "site/addresses.h"

#include <initializer_list>

#include "desk/platform.h"
#include "http/message.h"
#include "journal/log_name.h"
#include "site/guard.h"

namespace gongkai::address {

namespace {

using journal::LogKey;

// The parts stand for the {name}s of the pattern, in their order.
std::string filled(std::string_view pattern, std::initializer_list<std::string_view> parts) {
    std::string result;
    for (const auto part : parts) {
        const auto open = pattern.find('{');
        result.append(pattern.substr(0, open)).append(http::encoded(part));
        pattern.remove_prefix(pattern.find('}') + 1);
    }
    return result.append(pattern);
}

std::string of_organ(std::string_view pattern, const LogKey& organ) {
    return filled(pattern, {journal::log_name(organ)});
}

std::string of_year(std::string_view pattern, const LogKey& organ, int year) {
    return filled(pattern, {journal::log_name(organ), std::to_string(year)});
}

}  // namespace

std::string reports_list(const gongkai::reports::Wanted& wanted, std::string_view place) {
    std::string query;
    const auto add = [&](std::string_view field) { (query += query.empty() ? "?" : "&") += field; };
    if (!wanted.name.empty()) add("q=" + http::encoded(wanted.name));
    if (wanted.year) add("year=" + std::to_string(*wanted.year));
    if (wanted.region) add("region=" + std::to_string(*wanted.region));
    if (!place.empty()) add(place);
    return std::string(reports) + query;
}

std::string checking_rule(std::string_view rule) {
    return std::string(checking_rules) + "#" + std::string(rule);
}

std::string view_of(bool large, bool contrast, std::string_view back) {
    return std::string(view) + "?large=" + (large ? "1" : "0") +
           "&contrast=" + (contrast ? "1" : "0") + "&back=" + http::encoded(back);
}

std::string static_file(std::string_view name, std::string_view version) {
    return filled(pattern::static_file, {name}) + "?v=" + http::encoded(version);
}

std::string report(std::int64_t id) { return filled(pattern::report, {std::to_string(id)}); }
std::string report_data(std::int64_t id) {
    return filled(pattern::report_data, {std::to_string(id)});
}
std::string report_csv(std::int64_t id) {
    return filled(pattern::report_csv, {std::to_string(id)});
}

std::string platform(const LogKey& organ) { return of_organ(pattern::platform, organ); }
std::string guide(const LogKey& organ) { return of_organ(pattern::guide, organ); }
std::string rules(const LogKey& organ) { return of_organ(pattern::rules, organ); }
std::string documents(const LogKey& organ) { return of_organ(pattern::documents, organ); }
std::string documents_of_class(const LogKey& organ, int item) {
    return documents(organ) + "?class=" + std::to_string(item);
}
std::string yearly_reports(const LogKey& organ) { return of_organ(pattern::yearly_reports, organ); }
std::string proposals(const LogKey& organ) { return of_organ(pattern::proposals, organ); }
std::string proposal(const LogKey& organ, std::string_view number) {
    return filled(pattern::proposal, {journal::log_name(organ), number});
}
std::string apply(const LogKey& organ) { return of_organ(pattern::apply, organ); }
std::string track(const LogKey& organ) { return of_organ(pattern::track, organ); }
std::string letters(const LogKey& organ) { return of_organ(pattern::letters, organ); }
std::string letter(const LogKey& organ, std::string_view number) {
    return filled(pattern::letter, {journal::log_name(organ), number});
}
std::string letter_figures(const LogKey& organ) { return of_organ(pattern::letter_figures, organ); }
std::string letter_figures(const LogKey& organ, int year) {
    return letter_figures(organ) + "?year=" + std::to_string(year);
}
std::string write(const LogKey& organ) { return of_organ(pattern::write, organ); }
std::string letter_track(const LogKey& organ) { return of_organ(pattern::letter_track, organ); }

std::string document(const disclosure::PublicView& it) {
    return filled(pattern::document, {journal::log_name(it.key().log), desk::short_index(it)});
}

std::string document(const disclosure::PublicRow& it) {
    return filled(pattern::document, {journal::log_name(it.key.log), it.short_index});
}

std::string attachment(const disclosure::PublicView& it, int number) {
    return filled(pattern::attachment,
                  {journal::log_name(it.key().log), desk::short_index(it), std::to_string(number)});
}

std::string yearly_report(const LogKey& organ, int year) {
    return of_year(pattern::yearly_report, organ, year);
}
std::string yearly_docx(const LogKey& organ, int year) {
    return of_year(pattern::yearly_docx, organ, year);
}
std::string yearly_csv(const LogKey& organ, int year) {
    return of_year(pattern::yearly_csv, organ, year);
}
std::string roll_up(const LogKey& organ, int year) {
    return of_year(pattern::roll_up, organ, year);
}

bool is_of_body(std::string_view path) {
    return path.starts_with(pattern::platform.substr(0, pattern::platform.find('{')));
}

std::string in_data(std::string_view base, std::string_view address) {
    return std::string(base).append(address);
}

}  // namespace gongkai::address
