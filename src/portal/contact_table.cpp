#include "portal/contact_table.h"

namespace gongkai::portal {

namespace {

void row(writer::Html& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>");
}

}  // namespace

void contact_table(writer::Html& out, const organs::Organ& organ) {
    const auto& it = organ.contact;
    out.raw("<dl class=\"answers\">");
    row(out, "机构名称", it.unit);
    row(out, "办公地址", it.address);
    row(out, "办公时间", it.hours);
    row(out, "联系电话", it.phone);
    row(out, "传真号码", it.fax);
    row(out, "互联网联系方式", it.web);
    out.raw("</dl>");
}

}  // namespace gongkai::portal
