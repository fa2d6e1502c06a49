#include "app/body_commands.h"

#include <iostream>

#include "app/failed.h"
#include "app/place_options.h"
#include "app/typed_secret.h"
#include "base/regular_file.h"
#include "base/text.h"
#include "cli/exit_status.h"
#include "desk/sealed_person.h"
#include "journal/log_name.h"
#include "site/guard.h"
#include "store/backup_state.h"
#include "store/ledger/body_archive.h"

namespace gongkai::app {

namespace {

using journal::LogKey;

// Whoever has the file can try passphrases for as long as he likes.
constexpr std::size_t least_passphrase = 12;

int wrong_body(const std::string& option) {
    std::cerr << option << " 应写成“地区-机关”，如 900121-3。\n";
    return cli::wrong_usage;
}

Result<std::unique_ptr<Office>> opened(const BodyOptions& options) {
    OfficePlace place = options.place;
    place.may_begin = false;
    return Office::open(place);
}

std::string named(const store::BodyArchive& it) {
    return journal::log_name(it.log) + "（工作记录 " + std::to_string(it.head.size) + " 条，文件 " +
           std::to_string(it.contents) + " 个，加密内容 " + std::to_string(it.sealed) +
           " 项，树根 " + hex(bytes(it.head.root)) + "）";
}

// What two who hold it against each other read out: it stands for all that is in the file, the
// body's name and address among it, which no tree root covers.
void say_digest(const std::string& file) {
    std::cout << "文件摘要（SHA-256）" << store::backup::digest_of(file) << "\n";
}

int export_one(const BodyOptions& options) {
    const auto log = journal::log_named(options.organ);
    if (!log) return wrong_body("机关");
    const auto office = opened(options);
    if (!office.ok()) return fail(office.error().message);
    Office& it = *office.value();
    const auto organ = it.desks().organs.find(*log);
    if (!organ.ok()) return fail(organ.error().message);
    std::string passphrase;
    if (options.sealed) {
        passphrase = typed_secret("口令（至少 12 个字，接收的单位导入时要用；输入时不显示）：");
        if (text::points(passphrase).size() < least_passphrase)
            return fail("口令至少 12 个字，没有导出。");
    }
    const auto made =
        store::export_body(it.database(), it.contents(), it.key(), *log,
                           desk::packed(static_cast<const organs::OrganRecord&>(organ.value())),
                           options.file, passphrase);
    if (!made.ok()) return fail(made.error().message);
    std::cout << "已导出 " << organ.value().name << " " << named(made.value()) << " 到 "
              << options.file << "。\n";
    say_digest(options.file);
    if (!options.sealed)
        std::cout << "姓名、住址、来信原文等加密保存的内容没有导出；要导出的，请加 --sealed。\n";
    return cli::clean;
}

// A body in the region, as the archive describes it; its superior and its successors are of another
// region's numbers.
Result<LogKey> made_for(Office& office, const BodyOptions& options,
                        const store::BodyArchive& archive) {
    organs::Organ body;
    static_cast<organs::OrganRecord&>(body) = desk::unpacked<organs::OrganRecord>(archive.body);
    body.parent.reset();
    body.successor.reset();
    body.further_successors.clear();
    body.key.region = options.region;
    GK_TRY(made, office.desks().organs.create(desk::Actor::unasked("system", Office::now()), body));
    return made.key;
}

// Empty where nothing sealed is taken over.
Result<std::string> passphrase_for(const BodyOptions& options, const store::BodyArchive& archive) {
    if (archive.sealed == 0 || options.without_sealed) return std::string();
    std::string typed = typed_secret("导出时设的口令（输入时不显示）：");
    if (typed.empty())
        return Error{ErrorKind::Invalid, "archive.passphrase",
                     "没有口令，没有导入；不要加密内容的，请加 --without-sealed。"};
    GK_CHECK(store::check_passphrase(options.file, typed));
    return typed;
}

// Before a body is made for it: that would stay behind, empty.
Status check_first_time(Office& office, const store::BodyArchive& archive) {
    std::optional<LogKey> known;
    office.database().read(
        [&](store::Connection& connection) { known = store::adopted_before(connection, archive); });
    if (!known) return Done{};
    const auto body = office.desks().organs.find(*known);
    return Error{ErrorKind::Conflict, "archive.adopted",
                 "这份档案的记录已经由 " + (body.ok() ? body.value().name + "（" : "（") +
                     journal::log_name(*known) +
                     "）接收过，没有再导入。同一份记录在一套系统里只能有一份。"};
}

Result<LogKey> receiving(Office& office, const BodyOptions& options,
                         const store::BodyArchive& archive) {
    if (options.into.empty()) return made_for(office, options, archive);
    const auto into = journal::log_named(options.into).value_or(LogKey{});
    GK_TRY(known, office.desks().organs.find(into));
    return known.key;
}

Result<store::BodyArchive> imported(Office& office, const BodyOptions& options, LogKey& into) {
    GK_TRY(archive, store::archive_in(options.file));
    GK_CHECK(check_first_time(office, archive));
    GK_TRY(passphrase, passphrase_for(options, archive));
    GK_CHECK(office.admission().may_write(Office::now(), 0));
    // Before a body is made for it: that would stay behind, empty.
    if (options.into.empty())
        GK_CHECK(store::try_import(office.database(), office.key(), office.projection_rules(),
                                   options.file, passphrase, options.region));
    GK_TRY(log, receiving(office, options, archive));
    into = log;
    if (passphrase.empty() && archive.sealed == 0)
        std::cout << "这份档案不含加密保存的内容，申请人姓名等在这里看不到。\n";
    auto done = store::import_body(office.database(), office.kept(), office.key(),
                                   office.projection_rules(), options.file, passphrase,
                                   {"system", Office::now()}, into);
    office.checkpoints().advance(Office::now());
    return done;
}

int import_one(const BodyOptions& options) {
    if (options.into.empty() == (options.region == 0))
        return fail("请写明 --region（在那里新建这个机关）或者 --into（由已有的机关接收）之一。");
    if (!options.into.empty() && !journal::log_named(options.into)) return wrong_body("--into");
    const auto office = opened(options);
    if (!office.ok()) return fail(office.error().message);
    const auto there = check_regular_file(options.file, "机关档案文件");
    if (!there.ok()) return fail(there.error().message);
    say_digest(options.file);
    LogKey into;
    const auto done = imported(*office.value(), options, into);
    if (!done.ok()) return fail(done.error().message);
    std::cout << "已由 " << journal::log_name(into) << " 接收 " << named(done.value())
              << "。\n请与导出的单位核对文件摘要；人员账号不随记录移来，请另行开设。\n";
    return cli::clean;
}

}  // namespace

void add_body_commands(CLI::App& app, BodyOptions& options, int& status) {
    auto* out = app.add_subcommand("export", "导出一个机关的全部记录：工作记录、正文、附件");
    out->add_option("ORGAN", options.organ, "机关，如 900121-3")->required();
    out->add_option("FILE", options.file, "写到哪个文件，不能是已有的文件")->required();
    out->add_flag("--sealed", options.sealed, "连同加密保存的个人信息，设口令保护");
    add_place(*out, options.place);
    out->callback([&options, &status] { status = export_one(options); });
    auto* in = app.add_subcommand("import-organ", "导入别处导出的一个机关的全部记录");
    in->add_option("FILE", options.file, "机关档案文件")->required();
    in->add_option("--region", options.region, "在这个地区新建机关来接收（6 位代码）")
        ->check(CLI::Range(100'000, 999'999));
    in->add_option("--into", options.into, "由这个还没有工作记录的机关接收，如 900121-9");
    in->add_flag("--without-sealed", options.without_sealed, "不导入加密保存的内容");
    add_place(*in, options.place);
    in->callback([&options, &status] { status = import_one(options); });
}

}  // namespace gongkai::app
