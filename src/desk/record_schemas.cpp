#include "desk/record_schemas.h"

#include "desk/account_desk.h"
#include "desk/message_desk.h"
#include "desk/report_room.h"
#include "desk/subjects.h"
#include "disclosure/document.h"
#include "disclosure/register.h"
#include "disclosure/timeliness.h"
#include "files/json_text.h"
#include "interaction/proposal_clock.h"
#include "organs/organ_acts.h"
#include "organs/unit.h"
#include "records/describe.h"
#include "reports/submission.h"
#include "requests/assignment.h"
#include "requests/clock.h"
#include "requests/request.h"

namespace gongkai::desk {

namespace {

using json::Array;
using json::Object;
using records::fields_of;
using records::Row;
using records::Table;

// RequestAskCorrection of "request" and "ask_correction".
std::string joined_capitals(std::string_view subject, std::string_view kind) {
    std::string out;
    bool begins = true;
    for (const char c : std::string(subject) + "_" + std::string(kind)) {
        if (c != '_') out += begins && c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
        begins = c == '_';
    }
    return out;
}

Object reference(const std::string& name) { return {{"$ref", "#/components/schemas/" + name}}; }
Object type(std::string_view name) { return {{"type", name}}; }

// With one more member, which is always there.
void add(Object& schema, std::string_view name, Object member) {
    schema.at("properties").get_if<Object>()->set(name, std::move(member));
    schema.at("required").get_if<Array>()->emplace_back(name);
}

// How many acts of it whoever sends it has seen.
void add_seen(Object& input) { add(input, "seen", {{"type", "integer"}, {"minimum", 0}}); }

void make_optional(Object& schema, std::string_view name) {
    std::erase(*schema.at("required").get_if<Array>(), json::Value(name));
}

void remove(Object& schema, std::string_view name) {
    make_optional(schema, name);
    schema.at("properties").get_if<Object>()->erase(name);
}

// One of several schemas, which `kind` tells apart.
class OneOf {
public:
    void add(std::string_view kind, const std::string& component) {
        all_.push_back(reference(component));
        mapping_.set(kind, "#/components/schemas/" + component);
    }
    Object schema() && {
        return {
            {"oneOf", std::move(all_)},
            {"discriminator", Object{{"propertyName", "kind"}, {"mapping", std::move(mapping_)}}}};
    }

private:
    Array all_;
    Object mapping_;
};

Object kinds_schema(const Table& table) {
    std::vector<Word> words;
    for (const Row& row : table.rows)
        words.push_back({row.name, row.title});
    return records::enum_schema(words);
}

// A subject whose acts come by one route, as requests and documents: whoever sends one says its
// kind, and how many acts he has seen.
void add_acts(const Table& table, Object& all) {
    const std::string subject = joined_capitals(table.subject, "");
    OneOf given, told;
    for (const Row& row : table.rows) {
        const std::string name = joined_capitals(table.subject, row.name);
        if (row.lawful_in != records::nowhere) {
            Object input = records::input_schema(row);
            add_seen(input);
            all.set(name, std::move(input));
            given.add(row.name, name);
        }
        Object output = records::output_schema(row);
        add(output, "annulled", type("boolean"));
        // The applicant is not told who in the office recorded an act.
        make_optional(output, "by");
        all.set(name + "Act", std::move(output));
        told.add(row.name, name + "Act");
    }
    all.set("New" + subject + "Act", std::move(given).schema());
    all.set(subject + "Act", std::move(told).schema());
    all.set(subject + "ActKind", kinds_schema(table));
}

// Where the address says the kind.
template <class Subject, class Kind>
void add_input(Object& all) {
    const Row& row = records::row_for<Subject, Kind>();
    Object input = records::input_schema(row);
    remove(input, "kind");
    all.set(joined_capitals(Subject::table().subject, row.name), std::move(input));
}

// Whoever sends one says its kind, and how many acts he has seen.
void add_units(Object& all) {
    using namespace organs::units;
    add_input<Subject, Establish>(all);
    OneOf given;
    for (const Row& row : Subject::table().rows) {
        if (row.lawful_in == records::nowhere) continue;
        const std::string name = joined_capitals(Subject::table().subject, row.name);
        Object input = records::input_schema(row);
        add_seen(input);
        all.set(name, std::move(input));
        given.add(row.name, name);
    }
    all.set("NewUnitAct", std::move(given).schema());
    Object unit = records::output_schema(fields_of<Establish>);
    add(unit, "number", type("string"));
    add(unit, "ended_on", {{"type", Array{"string", "null"}}, {"format", "date"}});
    add(unit, "successor", type("string"));
    add(unit, "people", {{"type", "array"}, {"items", type("string")}});
    add(unit, "open_cases", type("integer"));
    add_seen(unit);
    all.set("Unit", std::move(unit));
}

void add_assignments(Object& all) {
    using requests::assignments::Order;
    Object order = records::input_schema(fields_of<Order>);
    add_seen(order);
    all.set("AssignmentOrder", std::move(order));
    Object told = records::output_schema(fields_of<Order>);
    add(told, "request", type("string"));
    add(told, "place", type("string"));
    add(told, "unit_name", type("string"));
    add(told, "until", {{"type", Array{"string", "null"}}, {"format", "date"}});
    add_seen(told);
    all.set("Assignment", std::move(told));
}

void add_registers(Object& all) {
    using namespace disclosure::registers;
    add_input<Subject, Enter>(all);
    add_input<Subject, Annul>(all);
    Object line = records::output_schema(records::row_for<Subject, Enter>());
    add(line, "number", type("string"));
    add(line, "unit", type("string"));
    add(line, "annulled", type("boolean"));
    add(line, "year", type("integer"));
    all.set("RegisterLine", std::move(line));
}

// All acts come by one route, but for the assignment, which has its own.
void add_proposals(Object& all) {
    using namespace interaction::proposals;
    add_acts(Subject::table(), all);
    add_input<Subject, Register>(all);
    all.set("Proposer", records::output_schema(fields_of<Proposer>));
}

void add_reports(Object& all) {
    using namespace reports::submissions;
    add_input<Subject, Submit>(all);
    add_input<Subject, Return>(all);
    add_input<Subject, Accept>(all);
    add_input<Subject, Publish>(all);
    for (const auto* name : {"ReportSubmit", "ReportReturn", "ReportAccept", "ReportPublish"})
        add_seen(*all.at(name).get_if<Object>());
    OneOf told;
    for (const Row& row : Subject::table().rows) {
        const std::string name = joined_capitals(Subject::table().subject, row.name) + "Act";
        all.set(name, records::output_schema(row));
        told.add(row.name, name);
    }
    all.set("SubmissionAct", std::move(told).schema());
    Object report_words = records::input_schema(fields_of<ReportWords>);
    add_seen(report_words);
    all.set("ReportWords", std::move(report_words));
}

// A declared field that the interface gives and takes in a form of its own: under its label, and
// behind the field that it follows in the declaration.
void add_declared(Object& schema, std::span<const records::Field> fields, std::string_view name,
                  Object own) {
    const auto field = std::ranges::find(fields, name, &records::Field::name);
    if (!field->hint.empty()) own.set("x-hint", field->hint);
    own.prepend({"x-label", field->label});
    add(schema, name, own);
    if (field == fields.begin()) return;
    const std::string_view before = std::prev(field)->name;
    Object& properties = *schema.at("properties").get_if<Object>();
    if (!properties.find(before)) return;
    Object placed;
    for (const json::Member& member : properties.members()) {
        if (member.name != name) placed.set(member.name, member.value);
        if (member.name == before) placed.set(name, own);
    }
    properties = std::move(placed);
}

// Outside a body is named by region and number, 330999-3, and null is no body and no day.
void add_organs(Object& all) {
    constexpr std::span<const records::Field> fields = fields_of<organs::OrganRecord>;
    const Object text_or_none{{"type", Array{"string", "null"}}},
        texts{{"type", "array"}, {"items", type("string")}};
    Object wanted = records::input_schema(fields);
    add_declared(wanted, fields, "parent", text_or_none);
    add_declared(wanted, fields, "successor", text_or_none);
    add_declared(wanted, fields, "further_successors", texts);
    for (const std::string_view may_lack : {"parent", "successor", "further_successors"})
        make_optional(wanted, may_lack);
    all.set("NewOrgan", wanted);
    add_seen(wanted);
    all.set("OrganChange", std::move(wanted));
    Object organ = records::output_schema(fields);
    add(organ, "id", type("string"));
    add_declared(organ, fields, "parent", text_or_none);
    add_declared(organ, fields, "valid_until",
                 {{"type", Array{"string", "null"}}, {"format", "date"}});
    add_declared(organ, fields, "successor", text_or_none);
    add_declared(organ, fields, "further_successors", texts);
    add_seen(organ);
    add(organ, "head_title", type("string"));  // 镇长, of which its mailbox has the name
    all.set("Organ", std::move(organ));
    all.set("Contact", records::output_schema(fields_of<organs::Contact>));
}

void add_accounts(Object& all) {
    Object account = records::input_schema(fields_of<NewAccount>);
    add_declared(account, fields_of<NewAccount>, "organ", type("string"));
    all.set("NewAccount", std::move(account));
    Object changed = records::input_schema(fields_of<AccountChange>);
    add_seen(changed);
    all.set("AccountChange", std::move(changed));
    Object moved = records::input_schema(fields_of<AccountMove>);
    add_declared(moved, fields_of<AccountMove>, "organ", type("string"));
    add_seen(moved);
    all.set("AccountMove", std::move(moved));
    account = records::output_schema(fields_of<organs::AccountRecord>);
    add(account, "id", type("string"));
    add_declared(account, fields_of<organs::AccountRecord>, "organ", type("string"));
    add_declared(account, fields_of<organs::Person>, "name", type("string"));
    make_optional(account, "name");
    add(account, "second_factor", type("boolean"));
    add_seen(account);
    all.set("Account", std::move(account));
}

// The act that begins a message, whose kind the address says.
Object message_schema() {
    using namespace interaction::messages;
    Object schema = records::input_schema(records::row_for<Subject, Enter>());
    remove(schema, "kind");
    return schema;
}

// What anybody writes by the web: the day is today, and what a dispatcher says is none of his.
Object public_message_schema() {
    using interaction::messages::Enter;
    Object schema = records::input_schema(fields_of<Enter>);
    for (const std::string_view official : {"ticket", "designated", "until", "urgent"})
        remove(schema, official);
    make_optional(schema, "source");
    return schema;
}

void add_records(Object& all) {
    all.set("NewRequest", records::input_schema(fields_of<requests::Register>));
    all.set("NewMessage", message_schema());
    all.set("PublicMessage", public_message_schema());
    all.set("Complaint", records::input_schema(fields_of<MessageDesk::Complaint>));
    all.set("MessageWriter", records::output_schema(fields_of<interaction::messages::Writer>));
    all.set("PublicText", records::output_schema(fields_of<interaction::messages::PublicText>));
    all.set("Applicant", records::output_schema(fields_of<requests::Applicant>));
    all.set("NewDocument", records::input_schema(fields_of<disclosure::Content>));
    all.set("DocumentContent", records::output_schema(fields_of<disclosure::Content>));
    all.set("Attachment", records::output_schema(fields_of<disclosure::Attachment>));
    add_organs(all);
    add_accounts(all);
}

template <class Enum>
void add_enum(std::string_view name, Object& all) {
    all.set(name, records::enum_schema(words_of<Enum>));
}

void add_enums(Object& all) {
    add_enum<requests::Channel>("Channel", all);
    add_enum<requests::ApplicantKind>("ApplicantKind", all);
    add_enum<requests::Delivery>("Delivery", all);
    add_enum<requests::State>("RequestState", all);
    add_enum<requests::ClockState>("ClockState", all);
    add_enum<disclosure::Kind>("DocumentKind", all);
    add_enum<disclosure::Channel>("PublicationChannel", all);
    add_enum<disclosure::Stage>("Stage", all);
    add_enum<disclosure::Standing>("Standing", all);
    add_enum<disclosure::TimelinessState>("Timeliness", all);
    add_enum<disclosure::RegisterKind>("RegisterKind", all);
    add_enum<interaction::proposals::State>("ProposalState", all);
    add_enum<interaction::proposals::Form>("ProposalForm", all);
    add_enum<interaction::proposals::Part>("ProposalPart", all);
    add_enum<interaction::proposals::Stage>("ProposalStage", all);
    add_enum<interaction::proposals::ClockId>("ProposalClockId", all);
    add_enum<interaction::proposals::Satisfaction>("Satisfaction", all);
    add_enum<reports::SubmissionState>("SubmissionState", all);
    add_enum<interaction::messages::Source>("MessageSource", all);
    add_enum<interaction::messages::Matter>("MessageMatter", all);
    add_enum<interaction::messages::State>("MessageState", all);
    add_enum<interaction::messages::Stage>("MessageStage", all);
    add_enum<interaction::messages::ClockState>("MessageClockState", all);
    add_enum<interaction::messages::Satisfaction>("MessageSatisfaction", all);
    add_enum<organs::Role>("Role", all);
    add_enum<organs::Right>("Right", all);
    add_enum<organs::Level>("Level", all);
    add_enum<organs::OrganKind>("OrganKind", all);
    add_enum<organs::UnitKind>("UnitKind", all);
    Object classes = records::enum_schema(disclosure::subject_classes);
    classes.erase("enum");
    classes.set("type", "integer");
    classes.set("minimum", 0);
    classes.set("maximum", disclosure::subject_items);
    all.set("SubjectClass", std::move(classes));
}

constexpr std::string_view page_head =
    "# 记录的声明 Records\n\n"
    "每一类事项能办理哪些环节，每个环节填写什么、依据哪一条、要有什么权限、公众看到什么。\n"
    "This page is made from the declarations in `src/*/acts.h` and their tables; do not edit it.\n"
    "To make it anew: `gongkai records > docs/records.md`.\n";

}  // namespace

json::Object record_schemas() {
    Object all;
    add_acts(requests::Subject::table(), all);
    add_acts(disclosure::DocumentSubject::table(), all);
    add_acts(interaction::messages::Subject::table(), all);
    add_registers(all);
    add_units(all);
    add_assignments(all);
    add_proposals(all);
    add_reports(all);
    add_records(all);
    add_enums(all);
    return all;
}

std::string record_schemas_file() {
    const Object all = record_schemas();
    std::string out = "{";
    for (const auto& [name, schema] : all.members())
        out += (out.size() == 1 ? "\n\"" : ",\n\"") + name + "\": " + files::json_text(schema);
    return out + "\n}\n";
}

std::string records_page() {
    std::string out(page_head);
    for (const Table* table : tables())
        out += "\n" + records::markdown(*table);
    return out;
}

}  // namespace gongkai::desk
