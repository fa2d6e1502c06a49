#include "store/ledger/document_listing.h"

#include "store/ledger/projection.h"

namespace gongkai::store {

namespace {

constexpr std::string_view list_name = "文件";

using namespace disclosure;

std::string stage_is(Stage stage) { return "stage = '" + std::string(name(stage)) + "'"; }

// What is to be done: a text waits for review or for its publication, or the day of one that is
// still being written is near or past (desk/duty_list.h).
std::vector<Group> groups_on(const ListDays& days) {
    const std::string today = iso(days.today), soon = iso(days.soon);
    const std::string prepared = "in_preparation = 1 AND ";
    const std::string review =
        "(" + stage_is(Stage::InReview) + " OR " + stage_is(Stage::AskedFor) + ")";
    const std::string publish = stage_is(Stage::Cleared);
    const std::string writing =
        "(" + stage_is(Stage::Draft) + " OR " + stage_is(Stage::ToWork) + ")";
    return {{"in_preparation", {"in_preparation = 1"}},
            {"public", {"is_public = 1"}},
            {"duties",
             {prepared + "(" + review + " OR " + publish + " OR (" + writing + " AND due <= ?))",
              {soon}}},
            {"review", {prepared + review}},
            {"publish", {prepared + publish}},
            {"overdue", {prepared + writing + " AND due < ?", {today}}},
            {"due_soon", {prepared + writing + " AND due >= ? AND due <= ?", {today, soon}}}};
}

}  // namespace

Listing document_listing(const ListDays& days) {
    using How = Filter::How;
    Listing all{"document",
                {"number", "title", "document_number", "index_number", "present_kind", "stage",
                 "standing", "formed_on", "first_published_on", "latest", "ends_on", "due",
                 "provisional", "told_on", "refused", "acts", "secrets"},
                {{"number", "subject"},
                 {"due", "due"},
                 {"formed", "formed_on"},
                 {"published", "first_published_on"}},
                "-number"};
    all.filters = {{"kind", "present_kind"},
                   {"subject_class", "subject_class", How::Is, Holds::Whole},
                   {"state", "state"},
                   {"stage", "stage"},
                   {"standing", "standing"},
                   {"year", "formed_on", How::Year},
                   {"published_year", "first_published_on", How::Year},
                   {"published_from", "first_published_on", How::From},
                   {"published_to", "first_published_on", How::To},
                   {"ends_from", "ends_on", How::From},
                   {"ends_to", "ends_on", How::To}};
    all.search = {{"words", Search::How::Folded}, {"number", Search::How::Begins}};
    all.groups = groups_on(days);
    return all;
}

ListLine document_line(const Row& row) {
    ListLine line;
    line.number = text(row[0]);
    line.title = text(row[1]);
    line.document_number = text(row[2]);
    line.index_number = text(row[3]);
    line.kind = word_in<Kind>(row[4], list_name);
    line.stage = word_in<Stage>(row[5], list_name);
    line.standing = word_in<Standing>(row[6], list_name);
    line.formed_on = day_in(row[7]).value();
    line.first_published_on = day_in(row[8]);
    line.latest = day_in(row[9]).value();
    line.ends_on = day_in(row[10]);
    line.due = day_in(row[11]);
    line.provisional = whole(row[12]) != 0;
    line.told_on = day_in(row[13]);
    line.refused = whole(row[14]) != 0;
    line.acts = int(whole(row[15]));
    line.secrets = seal_in(row[16]);
    return line;
}

}  // namespace gongkai::store
