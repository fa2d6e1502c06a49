#include "portal/proof.h"

#include "writer/qr_code.h"

namespace gongkai::portal {

namespace {

const desk::PublicLog*& the_log() {
    static const desk::PublicLog* log = nullptr;
    return log;
}

void code(writer::Html& out, const desk::LogReceipt& receipt) {
    const std::string place = the_log()->place_to_verify(receipt);
    if (place.empty()) return;
    out.add(writer::qr_code(place, "存证核验的二维码，扫描后打开核验页面"));
}

}  // namespace

void set_public_log(const desk::PublicLog* log) { the_log() = log; }

bool has_public_log() { return the_log() != nullptr; }

void proof_of(writer::Html& out, const desk::LogReceipt& receipt) {
    if (!the_log()) return;
    out.raw("<section class=\"verify\"><h2>存证核验</h2>");
    code(out, receipt);
    out.raw("<p>已记入本机关的公开日志，是第 ").number(receipt.entry);
    out.raw(" 条记录。日志只能增加、不能改动，任何人都可以核验。</p><p><a href=\"/")
        .text(written(receipt))
        .raw("\">核验本页的存证</a></p></section>");
}

void proof_of(writer::Html& out, const disclosure::PublicView& document, Date today) {
    if (!the_log()) return;
    if (const auto receipt = the_log()->receipt_of(document, today)) proof_of(out, *receipt);
}

void proof_of_report(writer::Html& out, const journal::LogKey& organ, int year) {
    if (!the_log()) return;
    if (const auto receipt = the_log()->receipt_of_report(organ, year)) proof_of(out, *receipt);
}

}  // namespace gongkai::portal
