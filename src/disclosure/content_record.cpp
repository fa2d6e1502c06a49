#include "disclosure/content_record.h"

namespace gongkai::disclosure {

namespace {

using journal::List;
using journal::Record;

Record record(const Attachment& it) {
    return Record{}
        .set("file_name", it.file_name)
        .set("media_type", it.media_type)
        .set("size", it.size)
        .set("digest", it.digest);
}

bool read(const journal::Value& value, Attachment& it) {
    const auto* from = std::get_if<Record>(&value.held);
    const auto size = from ? from->whole("size") : std::nullopt;
    if (!size) return false;
    it = {from->text_of("file_name"), from->text_of("media_type"), *size, from->text_of("digest")};
    return is_digest(it.digest);
}

// What is empty is left out, so that one content has one form.
void set(Record& out, const char* name, const std::string& text) {
    if (!text.empty()) out.set(name, text);
}
void set(Record& out, const char* name, List list) {
    if (!list.empty()) out.set(name, std::move(list));
}

void write_lists(const Content& it, Record& out) {
    List keywords, attachments, channels;
    for (const std::string& word : it.keywords)
        keywords.push_back({word});
    for (const Attachment& file : it.attachments)
        attachments.push_back({record(file)});
    for (const Channel channel : it.channels)
        channels.push_back({std::string(name(channel))});
    set(out, "keywords", std::move(keywords));
    set(out, "attachments", std::move(attachments));
    set(out, "channels", std::move(channels));
}

// Each value of the list, where there is one, through `take`, which says whether it was good.
template <class Take>
bool each(const Record& from, const char* name, Take take) {
    const List* list = from.list(name);
    if (!list) return true;
    for (const journal::Value& value : *list)
        if (!take(value)) return false;
    return true;
}

bool read_lists(const Record& from, Content& it) {
    return each(from, "keywords",
                [&](const journal::Value& value) {
                    const auto* word = std::get_if<std::string>(&value.held);
                    if (word) it.keywords.push_back(*word);
                    return word != nullptr;
                }) &&
           each(from, "attachments",
                [&](const journal::Value& value) {
                    return read(value, it.attachments.emplace_back());
                }) &&
           each(from, "channels", [&](const journal::Value& value) {
               const auto* word = std::get_if<std::string>(&value.held);
               const auto which = word ? channel(*word) : std::nullopt;
               if (which) it.channels.push_back(*which);
               return which.has_value();
           });
}

}  // namespace

Record content_record(const Content& it) {
    Record out;
    out.set("title", it.title)
        .set("kind", std::string(name(it.kind)))
        .set("subject_class", std::int64_t{it.subject_class.item})
        .set("formed_on", it.formed_on)
        .set("body", it.body_digest);
    set(out, "document_number", it.document_number);
    set(out, "abstract", it.abstract);
    set(out, "source", it.source);
    set(out, "interprets", it.interprets);
    set(out, "audience", it.audience);
    if (it.issued_on) out.set("issued_on", *it.issued_on);
    write_lists(it, out);
    return out;
}

bool read_content(const Record& from, Content& it) {
    const auto which = kind(from.text("kind").value_or(""));
    const auto item = from.whole("subject_class");
    const auto formed = from.day("formed_on");
    if (!which || !item || *item < 0 || *item > subject_items || !formed) return false;
    it.kind = *which;
    it.subject_class = {int(*item)};
    it.formed_on = *formed;
    it.issued_on = from.day("issued_on");
    it.title = from.text_of("title");
    it.body_digest = from.text_of("body");
    it.document_number = from.text_of("document_number");
    it.abstract = from.text_of("abstract");
    it.source = from.text_of("source");
    it.interprets = from.text_of("interprets");
    it.audience = from.text_of("audience");
    return is_digest(it.body_digest) && read_lists(from, it);
}

}  // namespace gongkai::disclosure
