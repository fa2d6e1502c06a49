#include "portal/bodies.h"
#include "portal/frame.h"
#include "portal/pages.h"
#include "portal/platform.h"
#include "site/addresses.h"

namespace gongkai::portal {

// 网站地图: every body's columns on one page.
http::Response sitemap_page(const site::Services& services, const http::Request& request) {
    Page it;
    it.title = "网站地图";
    it.address = address::sitemap;
    it.wide = true;
    auto& out = it.content;
    out.raw("<h1>网站地图</h1><h2>全站</h2><ul class=\"map\">");
    site_links(out);
    out.raw("</ul>");
    const auto bodies = bodies_of_today(services, request);
    for (const auto& body : bodies.rows) {
        out.raw("<h2><a href=\"")
            .text(address::platform(body.key))
            .raw("\">")
            .text(body.name)
            .raw("</a></h2>");
        out.raw("<ul class=\"map\">");
        column_links(out, body.key);
        out.raw("</ul>");
    }
    next_bodies(out, address::sitemap, request, bodies.next);
    return answer(200, it, request);
}

}  // namespace gongkai::portal
