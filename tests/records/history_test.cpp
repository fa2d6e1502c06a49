#include "records/history.h"

#include <doctest/doctest.h>

// What holds for the acts of any subject, on one that is invented and whose own judge asks nothing.
using namespace gongkai;

namespace {

struct Begin {
    static constexpr auto fields() { return records::no_fields(); }
    friend bool operator==(const Begin&, const Begin&) = default;
};
struct Remark {
    static constexpr auto fields() { return records::no_fields(); }
    friend bool operator==(const Remark&, const Remark&) = default;
};
// About an act before it.
struct Answer {
    records::Reference refers_to;
    static constexpr auto fields() {
        return records::field_list(records::field<&Answer::refers_to>("refers_to", "哪一环节"));
    }
    friend bool operator==(const Answer&, const Answer&) = default;
};

enum class State { Open, Annulled };

struct Subject {
    using Kinds = std::variant<Begin, Remark, Answer, records::Annul>;
    struct Progress {
        State state = State::Open;
        Date latest{};
        int acts = 0;
    };
    using Rules = records::NoRules;

    static const records::Table& table() {
        using records::row;
        constexpr auto right = records::Right::HandleRequests;
        constexpr auto open = records::in({State::Open});
        static constexpr auto rows = records::rows_of<Kinds>(
            row<Begin>("begin", "开始", {}, records::nowhere, right, "日期", records::no_words,
                       records::hidden),
            row<Remark>("remark", "备注", {}, open, right, "备注日期", records::needed("内容"),
                        records::hidden),
            row<Answer>("answer", "答复", {}, open, right, "", records::no_words, records::hidden),
            row<records::Annul>("annul", "更正", {}, open, right, "", records::needed("错在哪里"),
                                records::hidden));
        static constexpr records::Table table{"thing", "thing", "事项", "这件事项", rows};
        return table;
    }
    static bool lawful(records::States states, const Progress& now) {
        return (states & records::in({now.state})) != 0;
    }
    static std::string_view state_words(const Progress& now) {
        return now.state == State::Open ? "进行中" : "已作废";
    }
    static Status judge(const Kinds& what, const records::Moment<Subject>&) {
        return records::judged(what, [](const auto&) -> Status { return Done{}; });
    }
    static void apply(const Kinds& what, const records::Dated&, int, Progress& progress) {
        records::applied(what, [&](const auto&) { ++progress.acts; });
    }
    static void annul_all(Progress& progress) { progress.state = State::Annulled; }
    static constexpr bool beginning_stays = false;
    static Status judge_annulment(const records::History<Subject>&, int) { return Done{}; }
    static Status judge_remainder(const records::History<Subject>&,
                                  const records::History<Subject>&) {
        return Done{};
    }
};

using History = records::History<Subject>;
using Act = records::ActOf<Subject>;

Act act(Subject::Kinds what, std::string_view on = "2025-03-03",
        const std::string& words = "说明") {
    Act all;
    all.what = std::move(what);
    all.on = parse_date(on).value();
    all.recorded_on = parse_date("2025-03-31").value();
    all.words = records::in_clear(words);
    return all;
}

Act annul(int wrong) { return act(records::Annul{{wrong}}, "2025-03-10"); }

History told(const std::vector<Act>& acts) {
    auto all = History::begin({{1, 2}, "2025-0001"}, act(Begin{}, "2025-03-03", "")).value();
    for (const Act& each : acts)
        all = all.after(each).value();
    return all;
}

std::string refusal(const std::vector<Act>& before, const Act& next) {
    const auto after = told(before).after(next);
    return after.ok() ? "" : after.error().code;
}

}  // namespace

TEST_CASE("words that a kind of act needs cannot be left out, whoever judges it") {
    CHECK(refusal({}, act(Remark{}, "2025-03-04", "")) == "thing.act.words");
    CHECK(refusal({}, act(Remark{}, "2025-03-04", "如此")) == "");
    CHECK(refusal({}, act(Answer{{0}}, "2025-03-04", "")) == "");
    CHECK(told({}).after(act(Remark{}, "2025-03-04", "")).error().message == "请填写“内容”。");
}

TEST_CASE("what rests on an act that is annulled does not stand") {
    const std::vector<Act> answered{act(Remark{}, "2025-03-04"), act(Answer{{1}}, "2025-03-05")};
    CHECK(refusal(answered, annul(1)) == "thing.annul.others-rest-on-it");
    const History both = told({answered[0], answered[1], annul(2), annul(1)});
    CHECK(both.progress().acts == 1);
    CHECK(refusal({answered[0], answered[1], annul(2), annul(1)}, annul(1)) == "thing.annul.twice");
    CHECK(refusal(answered, annul(7)) == "thing.annul.which");
    CHECK(refusal({answered[0], annul(1)}, annul(2)) == "thing.annul.which");
}

TEST_CASE("a day is that of the act before or later, and has come") {
    CHECK(refusal({}, act(Remark{}, "2025-03-02")) == "thing.act.out-of-order");
    CHECK(refusal({}, act(Remark{}, "2025-03-03")) == "");
    CHECK(refusal({}, act(Remark{}, "2025-04-01")) == "thing.act.future");
    CHECK(refusal({}, act(Remark{}, "2025-03-31")) == "");
    const auto early = told({}).after(act(Remark{}, "2025-03-02"));
    CHECK(early.error().message.starts_with("“备注日期”2025年3月2日早于"));
}

TEST_CASE("an annulled beginning takes everything with it, and nothing follows") {
    const History gone = told({act(Remark{}, "2025-03-04"), annul(0)});
    CHECK(gone.progress().state == State::Annulled);
    CHECK(gone.after(act(Remark{}, "2025-03-12")).error().code == "thing.act.not-now");
    CHECK(gone.after(act(Remark{}, "2025-03-12")).error().message ==
          "这件事项现在的状态是“已作废”，不能办理“备注”。");
}
