#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "records/field.h"

// The gate to the public (公开关口). Whatever a subject is, its public view is built with a Pass,
// and a Pass is made here alone. A view is made from a subject's acts without the vault, so that
// nothing sealed can stand in it: what is to be read must have been written down for the public.
namespace gongkai::publication {

// The second look (公开审核清单) at a text that came of a person's matter. Each question is
// answered 是 or 否: an answer that was never given is not an agreement.
struct Checklist {
    bool without_person = false, rewritten = false, without_secrets = false, correct = false;

    // The only answers that let a text through.
    bool passes() const { return without_person && rewritten && without_secrets && correct; }

    static constexpr auto fields() {
        using records::field;
        return records::field_list(
            field<&Checklist::without_person>(
                "without_person", "已去除姓名、电话、住址、车牌号、病情、家庭情况等个人信息")
                .demanded(),
            field<&Checklist::rewritten>("rewritten", "问题已经改写，不能从中认出来信人")
                .demanded(),
            field<&Checklist::without_secrets>("without_secrets",
                                               "不涉及国家秘密、工作秘密和商业秘密")
                .demanded(),
            field<&Checklist::correct>("correct", "答复内容准确，适宜公开").demanded());
    }
    friend bool operator==(const Checklist&, const Checklist&) = default;
};

// What a subject has to show at the gate.
struct Claim {
    std::string bar;  // why nothing of it may ever be public; empty: nothing bars it
    std::vector<std::string> writers;  // the accounts that wrote what would be public
    std::string reviewer;              // the account that looked a second time; empty: none
    bool passed = false;               // what came of that look
    std::optional<Date> published_on;  // empty where it was withdrawn
};

// What stands in the way, told to those who want to publish: publication.barred,
// publication.not-reviewed, publication.own-review, publication.not-passed.
Status check(const Claim& claim);

// Proof that a subject may be seen on a day. Not to be kept beyond that day: what is public today
// may be withdrawn tomorrow.
class Pass {
public:
    // Nothing unless the claim holds and it is published on that day.
    static std::optional<Pass> of(const Claim& claim, Date today);

    Date published_on() const { return published_on_; }

private:
    explicit Pass(Date published_on) : published_on_(published_on) {}

    Date published_on_;
};

}  // namespace gongkai::publication
