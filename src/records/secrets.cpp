#include <algorithm>
#include <iterator>

#include "base/damaged.h"
#include "records/walk.h"

// What may be a secret until it is published, into the seal of its record and out of it.
namespace gongkai::records {

namespace {

std::vector<Field> secrets_among(Fields fields) {
    std::vector<Field> secrets;
    std::ranges::copy_if(fields, std::back_inserter(secrets), &Field::secret);
    return secrets;
}

SealedDatum* seal_in(Fields fields, void* record) {
    const auto seal = std::ranges::find_if(fields, &Field::seals);
    if (seal == fields.end()) return nullptr;
    return static_cast<SealedDatum*>(seal->member_of(record));
}

// Each record that stands in this one.
void each_inner(Fields fields, void* record, const std::function<void(Fields, void*)>& work) {
    for (const Field& field : fields) {
        if (field.type.shape != Shape::Record) continue;
        const void* member = field.member(record);
        for (std::size_t i = 0; i < field.type.size(member); ++i)
            work(field.type.parts(), const_cast<void*>(field.type.at(member, i)));
    }
}

}  // namespace

Opening opening_of(const journal::View& view, const journal::LogKey& log) {
    Opening opening = nothing_opened();
    opening.sealed = [&view, log](const SealedDatum& datum) { return view.open(log, datum.seal); };
    return opening;
}

void confide(Fields fields, void* record) {
    each_inner(fields, record, confide);
    SealedDatum* seal = seal_in(fields, record);
    if (!seal) return;
    const auto secrets =
        write_fields<journal::Value>(secrets_among(fields), record, nothing_opened());
    *seal = {secrets.empty() ? std::string() : canonical(secrets), {}};
}

void reveal(Fields fields, void* record, const Opening& open) {
    each_inner(fields, record, [&](Fields parts, void* inner) { reveal(parts, inner, open); });
    const SealedDatum* seal = seal_in(fields, record);
    if (!seal || seal->seal.empty()) return;
    const auto clear = open.sealed(*seal);
    if (!clear) return;
    const auto secrets = journal::parse_canonical(*clear);
    if (!secrets.ok() ||
        !read_fields<journal::Value>(secrets.value(), secrets_among(fields), record, {}).ok())
        throw Damaged("加密的文稿内容不完整");
}

}  // namespace gongkai::records
