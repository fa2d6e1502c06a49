#include "api/upload_routes.h"

#include <algorithm>

#include "api/document_json.h"
#include "api/given_act.h"
#include "api/media_type.h"
#include "api/office_routes.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;
using organs::Upload;
using organs::Uploads;

namespace {

std::string owner_of(const site::Caller& caller) {
    return organs::upload_owner(caller.account.region, caller.account.id);
}

std::string id_of(const Request& request) { return std::string(request.parameter("upload")); }

Response told(const Result<Upload>& upload) {
    if (!upload.ok()) return refused(upload.error());
    const auto& it = upload.value();
    return answer(200, {{"id", it.id},
                        {"size", std::int64_t(it.size)},
                        {"offset", std::int64_t(it.offset)},
                        {"part", std::int64_t(Uploads::largest_part)}});
}

Response begin(Uploads& uploads, const Request& request, const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto digest = fields.value().text("digest", "文件的摘要");
    if (!digest.ok()) return refused(digest.error());
    const auto size = fields.value().whole("size", "文件的大小");
    if (!size.ok()) return refused(size.error());
    return told(uploads.begin(owner_of(caller), digest.value(),
                              std::uint64_t(std::max<std::int64_t>(size.value(), 0))));
}

Response add(Uploads& uploads, const Request& request, const site::Caller& caller) {
    const auto given = request.query_value("offset");
    const auto offset = site::plain_number(given);
    if (!offset)
        return refused({ErrorKind::Invalid, "fields.kind",
                        given.empty() ? "网址里缺少 offset（这一段从第几个字节开始）。"
                                      : "网址里的 offset（这一段从第几个字节开始）应是 0 "
                                        "到文件大小之间的整数，现为" +
                                            in_quotes(given) + "。"});
    return told(
        uploads.add(owner_of(caller), id_of(request), std::uint64_t(*offset), request.body));
}

Response drop(Uploads& uploads, const Request& request, const site::Caller& caller) {
    uploads.drop(owner_of(caller), id_of(request));
    return answer(200, {});
}

Result<desk::DocumentFile> attached(const site::Services& services, Uploads& uploads,
                                    const Fields& fields, const Request& request,
                                    const site::Caller& caller) {
    GK_TRY(upload, fields.text("upload", "上传的编号"));
    GK_TRY(file_name, fields.text("file_name", "附件的文件名"));
    GK_TRY(seen, seen_of(fields));
    GK_TRY(begun, uploads.find(owner_of(caller), upload));
    const desk::Target target{{caller.organ, std::string(request.parameter("number"))}, seen};
    const auto bytes = [&] { return uploads.whole(owner_of(caller), upload); };
    GK_TRY(after, services.desks->documents.attach(
                      caller.actor, target,
                      {file_name, std::string(media_type_of(file_name)), begun.size, bytes}));
    uploads.drop(owner_of(caller), upload);
    return services.desks->documents.open(after.key(), caller.today);
}

Response attach(const site::Services& services, Uploads& uploads, const Request& request,
                const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto file = attached(services, uploads, fields.value(), request, caller);
    if (!file.ok()) return refused(file.error());
    return answer(200, document_json(file.value(), services, caller));
}

}  // namespace

std::vector<Route> upload_routes(const site::Services& services, Uploads& uploads) {
    Uploads* const all = &uploads;
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    const auto of_upload = [&](std::string_view method, std::string_view path,
                               std::string_view title, auto work) {
        return route(method, path, title, Right::SignedIn,
                     [all, work](const Request& request, const site::Caller& caller) {
                         return work(*all, request, caller);
                     });
    };
    const auto at_work = [&services](auto work) {
        return [&services, work](Uploads& it, const Request& request, const site::Caller& caller) {
            const auto works = site::home_goes_on(services, caller.account, caller.today);
            return works.ok() ? work(it, request, caller) : refused(works.error());
        };
    };
    constexpr std::string_view one = "/api/uploads/{upload}";
    return {
        of_upload("POST", "/api/uploads", "开始分段上传一个文件，或者接着传", at_work(begin))
            .refusing({409, 413}),
        of_upload("GET", one, "一个文件已经收到多少",
                  [](const Uploads& it, const Request& request, const site::Caller& caller) {
                      return told(it.find(owner_of(caller), id_of(request)));
                  }),
        of_upload("PUT", one, "上传文件的下一段", at_work(add))
            .uploading(Uploads::largest_part)
            .asking({{"offset", "这一段从第几个字节开始，即已经收到多少"}})
            .refusing({409}),
        of_upload("DELETE", one, "放弃一个没有用上的上传", drop),
        route("POST", "/api/organs/{organ}/documents/{number}/attachments/uploaded",
              "把分段上传的文件作为附件", Right::WriteDocuments,
              [&services, all](const Request& request, const site::Caller& caller) {
                  return attach(services, *all, request, caller);
              })
            .refusing({409}),
    };
}

}  // namespace gongkai::api
