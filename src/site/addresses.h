#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "disclosure/public_list.h"
#include "journal/entry.h"
#include "reports/library.h"

// Every address of this site that is given out, in pages, data or redirections, is made here. They
// begin with a slash and know nothing of a base path: http/under_path.h puts it before those in
// pages, in_data() before those in data.
namespace gongkai::address {

// The routes of what addresses name; the functions below fill in each {name}.
namespace pattern {

inline constexpr std::string_view report = "/reports/{id}", report_data = "/api/reports/{id}",
                                  report_csv = "/api/reports/{id}.csv",
                                  static_file = "/static/{name}";
inline constexpr std::string_view platform = "/organs/{organ}", guide = "/organs/{organ}/guide",
                                  rules = "/organs/{organ}/rules",
                                  documents = "/organs/{organ}/documents",
                                  document = "/organs/{organ}/documents/{index}",
                                  attachment = "/organs/{organ}/documents/{index}/files/{file}",
                                  yearly_reports = "/organs/{organ}/reports",
                                  yearly_report = "/organs/{organ}/reports/{year}",
                                  yearly_docx = "/organs/{organ}/reports/{year}.docx",
                                  yearly_csv = "/organs/{organ}/reports/{year}.csv",
                                  roll_up = "/organs/{organ}/reports/{year}/all",
                                  apply = "/organs/{organ}/apply", track = "/organs/{organ}/track",
                                  letters = "/organs/{organ}/letters",
                                  letter = "/organs/{organ}/letters/{number}",
                                  letter_figures = "/organs/{organ}/letter-figures",
                                  write = "/organs/{organ}/write",
                                  letter_track = "/organs/{organ}/write/track",
                                  proposals = "/organs/{organ}/proposals",
                                  proposal = "/organs/{organ}/proposals/{number}";

}  // namespace pattern

// The site's own pages and data.
inline constexpr std::string_view front = "/", reports = "/reports", check = "/check",
                                  checking_rules = "/rules", term = "/term", open_data = "/open",
                                  sitemap = "/sitemap", help = "/help", view = "/view",
                                  console = "/console/", reports_data = "/api/reports",
                                  all_cells = "/api/cells.csv", openapi = "/api/openapi.json";

// The list of kept reports as it is narrowed; `place` is a field of the query, "after=...", or
// empty.
std::string reports_list(const gongkai::reports::Wanted& wanted, std::string_view place);
std::string checking_rule(std::string_view rule);
// Chooses how pages look and comes back to an address of this site.
std::string view_of(bool large, bool contrast, std::string_view back);
// `version` changes with the file, so that browsers may keep it for good.
std::string static_file(std::string_view name, std::string_view version);

// A report that is kept, by its number: page and data.
std::string report(std::int64_t id);
std::string report_data(std::int64_t id);
std::string report_csv(std::int64_t id);

// A body's platform (政府信息公开专栏) and its columns.
std::string platform(const journal::LogKey& organ);
std::string guide(const journal::LogKey& organ);
std::string rules(const journal::LogKey& organ);
std::string documents(const journal::LogKey& organ);
std::string documents_of_class(const journal::LogKey& organ, int item);
std::string yearly_reports(const journal::LogKey& organ);
std::string apply(const journal::LogKey& organ);
std::string track(const journal::LogKey& organ);

// 互动交流: letters that were answered in public, one of them, the figures of a year, the form to
// write, and what became of one's own.
std::string letters(const journal::LogKey& organ);
std::string letter(const journal::LogKey& organ, std::string_view number);
std::string letter_figures(const journal::LogKey& organ);
std::string letter_figures(const journal::LogKey& organ, int year);
std::string write(const journal::LogKey& organ);
std::string letter_track(const journal::LogKey& organ);
// The answers to proposals that are public, and one of them.
std::string proposals(const journal::LogKey& organ);
std::string proposal(const journal::LogKey& organ, std::string_view number);

// A document that is public, by the last part of its index number; its attachments count from 1.
std::string document(const disclosure::PublicView& it);
std::string document(const disclosure::PublicRow& it);
std::string attachment(const disclosure::PublicView& it, int number);

// The report of a year, in the forms that it has, and the sum with the bodies below.
std::string yearly_report(const journal::LogKey& organ, int year);
std::string yearly_docx(const journal::LogKey& organ, int year);
std::string yearly_csv(const journal::LogKey& organ, int year);
std::string roll_up(const journal::LogKey& organ, int year);

// Whether a path is below a body's platform.
bool is_of_body(std::string_view path);

// An address of this site as data name it: under the base path, "" or "/zwgk".
std::string in_data(std::string_view base, std::string_view address);

}  // namespace gongkai::address
