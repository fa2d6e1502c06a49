#include "reader/text/legacy_charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <algorithm>
#include <bitset>
#include <memory>

#include "base/text.h"

namespace gongkai::reader {
namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

struct Attempt {
    std::u16string text;
    std::size_t errors = 0;
    std::size_t signs = 0;   // outside ASCII
    std::size_t common = 0;  // of them such as Chinese text is full of
};

using Common = std::bitset<0x10000>;

Common common_signs() {
    constexpr std::u16string_view list =
        u"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能"
        u"下过子说产种面而方后多定"
        u"行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本"
        u"去把性好应开它合还因由其些"
        u"然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道"
        u"命此变条只没结解问意建月公"
        u"无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基"
        u"资边流路级少图山统接知较"
        u"将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理府请申示信息办复议诉"
        u"讼收费许可处罚规章范性"
        u"这個國們時來對會動過說產種後經進著電裡現實點從業應開還關與間數氣變條沒結解問無軍總題黨設"
        u"長頭資邊級圖統見計別論運"
        u"農幾區強戰則據處請辦復議訴訟費許罰規範報縣鄉鎮縣街道委員單位縣级"
        u"，。、；：“”（）《》一〇０１２３４５６７８９　？！—…·「」";
    Common set;
    for (const char16_t sign : list) {
        set.set(sign);
    }
    return set;
}

// Counts what cannot be converted instead of stopping at it.
void U_EXPORT2 count_error(const void* context, UConverterToUnicodeArgs* arguments, const char*,
                           std::int32_t, UConverterCallbackReason reason, UErrorCode* status) {
    if (reason > UCNV_IRREGULAR) return;
    ++*static_cast<std::size_t*>(const_cast<void*>(context));
    *status = U_ZERO_ERROR;
    const UChar bad = 0xFFFD;
    ucnv_cbToUWriteUChars(arguments, &bad, 1, 0, status);
}

std::optional<Attempt> attempt(std::string_view bytes, const char* name) {
    static const Common common = common_signs();
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name, &status));
    if (U_FAILURE(status)) return std::nullopt;

    Attempt done;
    ucnv_setToUCallBack(converter.get(), count_error, &done.errors, nullptr, nullptr, &status);
    done.text.resize(bytes.size() + 1);
    const auto length = ucnv_toUChars(converter.get(), done.text.data(),
                                      static_cast<std::int32_t>(done.text.size()), bytes.data(),
                                      static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status)) return std::nullopt;
    done.text.resize(static_cast<std::size_t>(length));
    for (const char16_t sign : done.text) {
        if (sign < 0x80) continue;
        ++done.signs;
        // Half of the private use area is what GB 18030 makes of Big5 and of noise.
        if (sign >= 0xE000 && sign <= 0xF8FF) ++done.errors;
        if (common[sign]) ++done.common;
    }
    return done;
}

std::string to_utf8(std::u16string_view wide) {
    std::string utf8;
    utf8.reserve(wide.size() * 3);
    for (std::size_t at = 0; at < wide.size(); ++at) {
        char32_t point = wide[at];
        if (point >= 0xD800 && point <= 0xDBFF && at + 1 < wide.size()) {
            point = 0x10000 + ((point - 0xD800) << 10) + (wide[++at] - 0xDC00u);
        }
        text::append(utf8, point);
    }
    return utf8;
}

bool is_text(const Attempt& made) { return made.errors * 10 <= made.signs; }

// Points for common signs, less a fine for what does not decode.
double score(const Attempt& made) {
    const auto signs = static_cast<double>(std::max<std::size_t>(made.signs, 1));
    return (static_cast<double>(made.common) - 5.0 * static_cast<double>(made.errors)) / signs;
}

}  // namespace

std::optional<LegacyText> decode_legacy(std::string_view bytes, bool prefer_big5) {
    const auto gb = attempt(bytes, "gb18030");
    const auto big5 = attempt(bytes, "Big5-HKSCS");
    const bool gb_reads = gb && is_text(*gb);
    const bool big5_reads = big5 && is_text(*big5);
    if (!gb_reads && !big5_reads) return std::nullopt;
    if (!big5_reads) return LegacyText{to_utf8(gb->text), "gb18030"};
    if (!gb_reads) return LegacyText{to_utf8(big5->text), "big5"};
    const double lead = prefer_big5 ? 0.01 : -0.01;
    const bool big5_wins = score(*big5) + lead > score(*gb);
    return big5_wins ? LegacyText{to_utf8(big5->text), "big5"}
                     : LegacyText{to_utf8(gb->text), "gb18030"};
}

}  // namespace gongkai::reader
