#include "app/serve.h"

#include <system_error>

#include "app/office.h"
#include "cli/import.h"
#include "files/form_files.h"
#include "store/open.h"
#include "store/report_library.h"
#include "web/http/server.h"
#include "web/site.h"

namespace gongkai::app {

namespace {

constexpr int cannot_begin = 3;

}  // namespace

int serve(const ServeOptions& options, std::ostream& out, std::ostream& err) {
    const auto forms = files::load_forms();
    if (!forms.ok()) {
        err << forms.error().message << '\n';
        return cannot_begin;
    }
    try {
        const auto office = Office::open({options.data, options.key, options.holidays});
        if (!office.ok()) {
            err << office.error().message << '\n';
            return cannot_begin;
        }
        Office& it = *office.value();
        store::ReportLibrary library(it.database(), forms.value());
        const auto site = web::make_site({library, forms.value(), it.calendar(), options.version,
                                          &it.desk(), &it.door(), Office::now},
                                         err);
        web::http::ServerOptions how;
        how.address = options.address;
        how.port = options.port;
        web::http::Server server(*site, how);
        server.stop_on_signals();
        out << "公开已启动：http://" << options.address << ':' << server.port()
            << "/（按 Ctrl+C 停止）" << std::endl;
        server.run();
        return 0;
    } catch (const std::system_error& fault) {
        err << "不能在 " << options.address << ':' << options.port << " 启动：" << fault.what()
            << "。端口可能已被占用，请用 --port 换一个。\n";
    } catch (const std::exception& fault) {
        err << "不能启动：" << fault.what() << '\n';
    }
    return cannot_begin;
}

int import_reports(const ImportOptions& options, std::ostream& err) {
    const auto forms = files::load_forms();
    if (!forms.ok()) {
        err << forms.error().message << '\n';
        return cannot_begin;
    }
    try {
        const auto database = store::open(store::setting_of_environment(), options.data);
        store::ReportLibrary library(*database, forms.value());
        return cli::import_reports(library, forms.value(), options.arguments);
    } catch (const std::exception& fault) {
        err << "不能收进报告：" << fault.what() << '\n';
        return cannot_begin;
    }
}

}  // namespace gongkai::app
