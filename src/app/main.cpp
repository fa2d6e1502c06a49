#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>

#include "app/backup_commands.h"
#include "app/body_commands.h"
#include "app/checkpoint_commands.h"
#include "app/chinese_usage.h"
#include "app/command_line.h"
#include "app/demo_command.h"
#include "app/doctor_command.h"
#include "app/file_commands.h"
#include "app/office_commands.h"
#include "app/retention_commands.h"
#include "app/serve.h"
#include "app/store_commands.h"
#include "app/witness_commands.h"
#include "cli/exit_status.h"
#include "cli/law_term.h"
#include "cli/records.h"
#include "cli/report_commands.h"
#include "files/form_files.h"

using namespace gongkai;

namespace {

struct Options {
    std::vector<std::string> files;
    cli::Format format = cli::Format::Text;
    std::string last_year, forms_folder;
};

void add_files(CLI::App& command, Options& options) {
    command.add_option("FILE|DIR", options.files, "要读的文件或文件夹")->required();
    command.add_option("--forms", options.forms_folder, "另加的格式定义文件夹（JSON）");
}

void add_format(CLI::App& command, Options& options,
                const std::map<std::string, cli::Format>& formats) {
    std::string names;
    for (const auto& [name, format] : formats)
        names += (names.empty() ? "" : "、") + name;
    command
        .add_option_function<std::string>(
            "--format",
            [&options, formats, names](const std::string& name) {
                const auto it = formats.find(name);
                if (it == formats.end())
                    throw CLI::ValidationError("--format 不能是“" + name + "”，只能是 " + names);
                options.format = it->second;
            },
            "输出格式：" + names + "，不写为 text")
        ->type_name("格式");
}

int with_forms(const Options& options, const std::function<int(const forms::Forms&)>& run) {
    const auto forms = files::load_forms(options.forms_folder);
    if (forms.ok()) return run(forms.value());
    std::fprintf(stderr, "%s\n", forms.error().message.c_str());
    return cli::unreadable;
}

void add_report(CLI::App& app, Options& options, int& status) {
    auto* report = app.add_subcommand("report", "读取或检查年度报告");
    report->require_subcommand(1);
    auto* read = report->add_subcommand("read", "读出报告的每一个数据");
    add_files(*read, options);
    add_format(
        *read, options,
        {{"text", cli::Format::Text}, {"json", cli::Format::Json}, {"csv", cli::Format::Csv}});
    read->callback([&] {
        status = with_forms(options, [&](const forms::Forms& forms) {
            return cli::report_read(options.files, options.format, forms);
        });
    });

    auto* check = report->add_subcommand("check", "检查报告，指出错在哪里、应为多少");
    add_files(*check, options);
    add_format(
        *check, options,
        {{"text", cli::Format::Text}, {"json", cli::Format::Json}, {"html", cli::Format::Html}});
    check->add_option("--last-year", options.last_year, "同一机关上一年度的报告，用来核对结转");
    check->callback([&] {
        status = with_forms(options, [&](const forms::Forms& forms) {
            return cli::report_check(options.files, options.format, options.last_year, forms);
        });
    });
}

void add_import(CLI::App& app, app::ImportOptions& options, int& status) {
    auto* command = app.add_subcommand("import", "把报告收进公开列表，有错的也收");
    command->add_option("FILE|DIR", options.arguments, "要收的文件或文件夹")->required();
    command->add_option("--data", options.data, "数据文件夹")->capture_default_str();
    command->callback([&] { status = app::import_reports(options, std::cerr); });
}

void add_reports(CLI::App& app, app::KeptOptions& options, int& status) {
    auto* reports = app.add_subcommand("reports", "查看或移除公开列表里的报告");
    reports->require_subcommand(1);
    auto* list =
        reports->add_subcommand("list", "一行一份：编号、机关、年度与格式、文件、收进时间");
    auto* remove = reports->add_subcommand("remove", "从公开列表移除一份报告");
    for (auto* command : {list, remove})
        command->add_option("--data", options.data, "数据文件夹")->capture_default_str();
    remove->add_option("ID", options.id, "reports list 列出的编号，也是网页地址里的编号")
        ->required();
    remove->add_flag("--yes", options.yes, "不再询问，直接移除");
    list->callback([&] { status = app::list_reports(options, std::cout, std::cerr); });
    remove->callback([&] { status = app::remove_report(options, std::cin, std::cout, std::cerr); });
}

void add_law(CLI::App& app, cli::LawTermOptions& options, int& status) {
    auto* law = app.add_subcommand("law", "按《政府信息公开条例》计算");
    law->require_subcommand(1);
    auto* term = law->add_subcommand("term", "从一天起算若干个工作日，最后一日是哪天");
    term->add_option("--from", options.from, "收到申请等起算的日子，当日不计，如 2025-01-15")
        ->required()
        ->type_name("日期");
    term->add_option("--working-days", options.working_days, "多少个工作日，如 20")
        ->required()
        ->type_name("天数");
    term->add_option(
            "--pause", options.pauses,
            "扣除的时间，如征求第三方意见：发出日..答复日，没有结束的写 发出日..；可写多次")
        ->type_name("开始..结束")
        ->allow_extra_args(false);
    term->add_flag("--trace", options.trace, "逐日列出");
    term->add_option("--holidays", options.holidays, "另加的放假安排文件夹（JSON）");
    term->callback([&] { status = cli::law_term(options, std::cout, std::cerr); });
}

void add_records(CLI::App& app, std::string& format, int& status) {
    auto* command = app.add_subcommand("records", "各类事项的环节和填写的内容");
    command->add_option("--format", format, "markdown（说明文档）或 schemas（接口的 JSON Schema）")
        ->capture_default_str();
    command->callback([&] { status = cli::records(format, std::cout, std::cerr); });
}

void add_serve(CLI::App& app, app::ServeOptions& options, int& status) {
    auto* command =
        app.add_subcommand("serve", "开网站：公开平台、办公台（/console/）、检查报告、开放数据");
    command->add_option("--data", options.data, "数据文件夹")->capture_default_str();
    command->add_option("--address", options.address, "监听地址")->capture_default_str();
    command->add_option("--base", options.base, "网址里的路径前缀，如 /zwgk，不写为没有");
    command->add_option("--port", options.port, "端口，0 为任意空闲端口")->capture_default_str();
    command->add_option("--holidays", options.holidays, "另加的放假安排文件夹（JSON）");
    command->add_option("--letters", options.letters, "另备的文书模板文件夹（JSON）");
    command->add_option("--key", options.key, "密钥文件，不写为数据文件夹名加 .key");
    command->add_option("--public-upload", options.public_upload, "任何人上传的文件最大多少 MB")
        ->type_name("MB")
        ->capture_default_str();
    command->add_option("--staff-upload", options.staff_upload, "办公台上传的文件最大多少 MB")
        ->type_name("MB")
        ->capture_default_str();
    command
        ->add_option("--metrics-port", options.metrics_port,
                     "监控（Prometheus）的端口，只在 127.0.0.1 上，不写为不开")
        ->type_name("端口");
    command->add_flag("--new", options.anew,
                      "数据文件夹里缺少数据库或者文件时也照现状继续，不写则停下来说明");
    command->add_option("--site", options.site,
                        "网站信息文件（JSON）：名称、主办单位、标识码、备案号");
    command
        ->add_option("--trusted-proxy", options.trusted_proxies,
                     "前置服务器的 IP 地址，采信它写的 X-Forwarded-For；可写多次")
        ->type_name("地址")
        ->allow_extra_args(false);
    command->callback([&] { status = app::serve(options, std::cout, std::cerr); });
}

int run(int count, char** arguments) {
    const app::CommandLine line = app::read_command_line(count, arguments);
    if (!line.settings.faults.empty() && line.words.front() != app::doctor_command) {
        for (const std::string& fault : line.settings.faults)
            std::fprintf(stderr, "%s\n", fault.c_str());
        return cli::unreadable;
    }
    // Before anything asks the environment where the database is.
    app::put_into_environment(line.settings);
    CLI::App app{"公开（gongkai）：政府信息的公开、申请办理、年度报告和监督", "gongkai"};
    app.footer("各命令都可以加 --settings 文件：这台机器的设置。不写，又没有写 --data 时，读 " +
               std::string(app::usual_settings_file) + "（有的话）。");
    app::speak_chinese(app);
    app.set_version_flag("--version", GONGKAI_VERSION, "显示版本");
    int status = cli::clean;
    Options options;
    app::ImportOptions import;
    app::KeptOptions kept;
    app::ServeOptions serve;
    cli::LawTermOptions law_term;
    serve.version = GONGKAI_VERSION;
    add_report(app, options, status);
    add_import(app, import, status);
    add_reports(app, kept, status);
    add_law(app, law_term, status);
    std::string records_format = "markdown";
    add_records(app, records_format, status);
    add_serve(app, serve, status);
    app::OfficeOptions office;
    app::add_office_commands(app, office, status);
    app::BackupOptions backup;
    app::add_backup_commands(app, backup, status);
    app::BodyOptions body;
    app::add_body_commands(app, body, status);
    app::FileOptions files;
    app::add_file_commands(app, files, status);
    app::StoreOptions store;
    app::add_store_commands(app, store, status);
    app::CheckpointOptions checkpoint;
    app::add_checkpoint_commands(app, checkpoint, status);
    app::ServeOptions witness;
    app::add_witness_commands(app, witness, status);
    app::RetentionOptions retention;
    app::add_retention_commands(app, retention, status);
    app::DoctorPlace doctor;
    doctor.settings_file = line.settings_file;
    doctor.settings = line.settings;
    app::add_doctor_command(app, doctor, status);
    app::DemoOptions demo;
    app::add_demo_command(app, demo, status);

    try {
        if (!line.fault.empty()) throw CLI::ValidationError(line.fault);
        std::vector<std::string> words = app::with_settings(app, line);
        std::ranges::reverse(words);  // as the library takes them
        app.parse(std::move(words));
    } catch (const CLI::ParseError& fault) {
        return app.exit(fault) == 0 ? cli::clean : cli::wrong_usage;
    }
    return status;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return run(count, arguments);
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "程序出错：%s\n", fault.what());
        return cli::unreadable;
    }
}
