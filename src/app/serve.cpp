#include "app/serve.h"

#include <chrono>
#include <functional>
#include <optional>
#include <syncstream>
#include <system_error>

#include "api/witness_routes.h"
#include "app/cosigner.h"
#include "app/metrics.h"
#include "app/metrics_server.h"
#include "app/office.h"
#include "app/retention_keeper.h"
#include "app/site.h"
#include "app/users.h"
#include "app/witness.h"
#include "base/unavailable.h"
#include "cli/import.h"
#include "cli/kept_reports.h"
#include "files/form_files.h"
#include "files/site_file.h"
#include "http/client.h"
#include "http/client_address.h"
#include "http/dispatch.h"
#include "http/server.h"
#include "http/under_path.h"
#include "portal/frame.h"
#include "store/checkpoint/checkpoint_writer.h"
#include "store/durable_file.h"
#include "store/incidents.h"
#include "store/installation.h"
#include "store/open.h"
#include "store/patience.h"
#include "store/report_library.h"
#include "store/tiles/tile_writer.h"
#include "store/uploads.h"

namespace gongkai::app {

namespace {

constexpr int wrong_usage = 2;
constexpr int cannot_begin = 3;
constexpr std::size_t most_megabytes = 1024;
constexpr std::chrono::seconds for_a_page{2};

std::string why_not_listening(const std::system_error& fault) {
    if (fault.code() == std::errc::invalid_argument)
        return "监听地址写得不对。--address 要写 IP 地址，如 127.0.0.1，本机所有地址写 0.0.0.0。";
    if (fault.code() == std::errc::address_not_available)
        return "本机没有这个地址，请用 --address 换一个。";
    if (fault.code() == std::errc::address_in_use) return "端口已被占用，请用 --port 换一个。";
    if (fault.code() == std::errc::permission_denied)
        return "没有权限使用这个端口，请用 --port 换一个 1024 以上的。";
    return fault.what();
}

using WithLibrary = std::function<int(reports::Library&, const forms::Forms&)>;

// A command that only looks at what is there makes no database where there is none.
enum class Begins { Yes, No };

int with_library(const std::filesystem::path& data, Begins begins, std::ostream& err,
                 const WithLibrary& run) {
    if (const auto user = check_user(data); !user.ok()) {
        err << user.error().message << '\n';
        return cannot_begin;
    }
    const auto forms = files::load_forms();
    if (!forms.ok()) {
        err << forms.error().message << '\n';
        return cannot_begin;
    }
    try {
        const auto setting = store::setting_of_environment();
        if (begins == Begins::No && !store::exists(setting, data)) {
            err << no_database(data).message << '\n';
            return cannot_begin;
        }
        const auto database = store::open(setting, data);
        if (const auto ours = store::check_folder(*database, {data, {}}); !ours.ok()) {
            err << ours.error().message << '\n';
            return cannot_begin;
        }
        store::ReportLibrary library(*database, forms.value());
        return run(library, forms.value());
    } catch (const std::exception& fault) {
        err << "不能使用已收的报告：" << fault.what() << '\n';
        return cannot_begin;
    }
}

// What is wrong with the options that no file or socket has to be asked about; empty: nothing.
std::string fault_of(const ServeOptions& options) {
    if (!options.base.empty() && !http::UnderPath::is_base(options.base))
        return "--base 应写成 /zwgk 这样，以“/”开头，末尾没有“/”，现为“" + options.base + "”。";
    for (const auto size : {options.public_upload, options.staff_upload})
        if (size < 1 || size > most_megabytes)
            return "--public-upload 和 --staff-upload 要写 1 到 " + std::to_string(most_megabytes) +
                   " 之间的整数，单位 MB，现为 " + std::to_string(size) + "。";
    for (const auto& each : options.trusted_proxies)
        if (http::plain_address(each).empty())
            return "--trusted-proxy 要写 IP 地址，如 127.0.0.1，现为“" + each + "”。";
    return {};
}

// Whether pages can be made now. A store that is away is no breakdown of this answer: that it is
// away is the answer, and whoever asks each second should fill no log with it.
Readiness readiness_of(Office& it) {
    try {
        it.database().state();
    } catch (const std::exception& fault) {
        const auto* away = dynamic_cast<const Unavailable*>(&fault);
        return {false, away ? away->refusal().code : "store"};
    }
    const auto held_up = it.admission().held_up();
    return {true, held_up ? "reading-only " + held_up->code : "ready"};
}

// Lives while the server does, whose lanes it tells of.
std::optional<MetricsServer> metrics_beside(const http::Dispatch& site, const http::Server& server,
                                            Office& office, const ServeOptions& options,
                                            std::ostream& out) {
    if (options.metrics_port == 0) return {};
    const Watched watched{site,
                          [&server] { return server.load(); },
                          office.commits(),
                          office.database(),
                          office.admission(),
                          options.data,
                          office.checkpoints().file(),
                          backup_of_environment(),
                          options.version};
    return std::optional<MetricsServer>(
        std::in_place, options.metrics_port, [watched] { return metrics(watched, Office::now()); },
        out);
}

int listen(const http::Dispatch& site, Office& office, const ServeOptions& options,
           std::ostream& out) {
    http::ServerOptions how;
    how.address = options.address;
    how.port = options.port;
    how.spool = options.data;
    for (const auto& each : options.trusted_proxies)
        how.trusted_proxies.push_back(http::plain_address(each));
    const http::UnderPath under(site, options.base);
    const http::Application& here = site;
    const http::Application& served = options.base.empty() ? here : under;
    http::Server server(served, how);
    server.stop_on_signals();
    const auto metrics = metrics_beside(site, server, office, options, out);
    out << "公开已启动：http://" << options.address << ':' << server.port() << options.base
        << "/（按 Ctrl+C 停止）\n"
        << std::flush;
    server.run();
    return 0;
}

Result<desk::PostAnswer> posted(const std::string& url, const std::string& body) {
    GK_TRY(answer, http::post(url, body));
    return desk::PostAnswer{answer.status, std::move(answer.body)};
}

http::Response explain_as_text(int status, std::string_view, const Error& error) {
    http::Response response;
    response.status = status;
    response.set("Content-Type", "text/plain; charset=utf-8");
    response.body = error.message + "\n";
    return response;
}

// What goes on beside the answers, on threads of its own. On a replica there is nothing to keep.
class Keepers {
public:
    Keepers(Office& it, store::Incidents& incidents, const desk::PublicLog& log,
            const std::function<void(const std::string&)>& say)
        : incidents_(incidents),
          checkpoints_(it.checkpoints(), it.admission(), Office::now,
                       [&it, &incidents, say](const std::string& said) {
                           say(said);
                           incidents.note(
                               {0, "checkpoint.held", it.checkpoints().file().string(), said},
                               Office::now());
                       }),
          retention_(it, say),
          tiles_(it.database(), say),
          cosigning_(log, it.shelf(), it.log_settings().witnesses, posted),
          cosigner_(cosigning_, log.has_address() && !it.log_settings().witnesses.empty(), say) {}

private:
    store::IncidentKeeper incidents_;
    store::CheckpointWriter checkpoints_;
    RetentionKeeper retention_;
    store::TileWriter tiles_;
    desk::Cosigning cosigning_;
    Cosigner cosigner_;
};

// The site of an office, until it is told to stop.
int serve_office(Office& it, const ServeOptions& options, const files::SiteIdentity& identity,
                 std::ostream& out) {
    store::sweep_unfinished(options.data);
    store::set_patience(for_a_page);
    store::ReportLibrary library(it.database(), it.forms());
    store::Incidents incidents(it.database());
    store::Uploads uploads(options.data, options.staff_upload << 20);
    const store::UploadKeeper swept(uploads);
    const auto say = [&out](const std::string& said) {
        std::osyncstream(out) << said << std::flush;
    };
    desk::PublicLog log = it.public_log();
    OfficeWitness witness(it);
    const bool only_reads = it.database().is_replica();
    std::optional<Keepers> keepers;
    if (!only_reads) keepers.emplace(it, incidents, log, say);
    portal::set_notice([&it, only_reads]() -> std::string {
        if (only_reads) return {};  // what is sent goes to the server that takes acts
        return it.admission().held_up() ? "系统正在核对数据，暂时只能查阅，不能提交。" : "";
    });
    const auto site =
        app::make_site({library,
                        it.forms(),
                        it.calendar(),
                        options.version,
                        &it.desks(),
                        Office::now,
                        [&it] { return it.database().state(); },
                        identity,
                        {options.public_upload << 20, options.staff_upload << 20},
                        options.base},
                       {&incidents, &uploads, &it.units(), &it.assignments(), &log,
                        witness.is_set() && !only_reads ? &witness.witness() : nullptr,
                        [&it] { return readiness_of(it); }},
                       out);
    return listen(*site, it, options, out);
}

// Opens the office and serves it by `work`, or says why not.
int with_office(const ServeOptions& options, std::ostream& err,
                const std::function<int(Office&)>& work) {
    if (const auto fault = fault_of(options); !fault.empty()) {
        err << fault << '\n';
        return wrong_usage;
    }
    try {
        const auto office = Office::open(
            {options.data, options.key, options.holidays, options.letters, options.anew});
        if (!office.ok()) {
            err << office.error().message << '\n';
            return cannot_begin;
        }
        return work(*office.value());
    } catch (const std::system_error& fault) {
        err << "不能在 " << options.address << " 的端口 " << options.port << " 启动："
            << why_not_listening(fault) << '\n';
    } catch (const std::exception& fault) {
        err << "不能启动：" << fault.what() << '\n';
    }
    return cannot_begin;
}

}  // namespace

int serve(const ServeOptions& options, std::ostream& out, std::ostream& err) {
    const auto identity = files::load_site(options.site);
    if (!identity.ok()) {
        err << identity.error().message << '\n';
        return cannot_begin;
    }
    return with_office(options, err, [&](Office& office) {
        return serve_office(office, options, identity.value(), out);
    });
}

Error no_witness() {
    return {ErrorKind::NotFound, "witness.not-set",
            "还没有设置为谁见证。请在数据文件夹的 settings/public_log.json 里写上 witness_name 和 "
            "follows。"};
}

int serve_witness(const ServeOptions& options, std::ostream& out, std::ostream& err) {
    return with_office(options, err, [&](Office& office) {
        OfficeWitness it(office);
        if (!it.is_set()) {
            err << no_witness().message << '\n';
            return cannot_begin;
        }
        const http::Dispatch site(http::Router(api::witness_routes(it.witness(), Office::now)),
                                  explain_as_text, out);
        return listen(site, office, options, out);
    });
}

int import_reports(const ImportOptions& options, std::ostream& err) {
    return with_library(options.data, Begins::Yes, err, [&](auto& library, const auto& forms) {
        return cli::import_reports(library, forms, options.arguments);
    });
}

int list_reports(const KeptOptions& options, std::ostream& out, std::ostream& err) {
    return with_library(options.data, Begins::No, err, [&](auto& library, const auto&) {
        return cli::list_reports(library, out);
    });
}

int remove_report(const KeptOptions& options, std::istream& in, std::ostream& out,
                  std::ostream& err) {
    return with_library(options.data, Begins::No, err, [&](auto& library, const auto&) {
        return cli::remove_report(library, options.id, options.yes, {in, out, err});
    });
}

}  // namespace gongkai::app
