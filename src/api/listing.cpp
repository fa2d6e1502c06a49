#include "api/listing.h"

#include <algorithm>

namespace gongkai::api {

Result<records::Ask> ask_of(const http::Request& request) { return ask_of(request, {}); }

Result<records::Ask> ask_of(const http::Request& request,
                            const std::vector<std::string_view>& of_the_route) {
    std::vector<std::pair<std::string_view, std::string_view>> given;
    for (const http::Field& field : request.query)
        if (std::ranges::find(of_the_route, field.name) == of_the_route.end())
            given.emplace_back(field.name, field.value);
    return records::ask_of(given);
}

json::Object page_json(std::string_view plural, records::Page<json::Object> page) {
    json::Array rows;
    for (auto& row : page.rows)
        rows.push_back(std::move(row));
    json::Object groups;
    for (const auto& group : page.groups)
        groups.set(group.name, group.count.number);
    json::Object all{{plural, std::move(rows)}};
    if (!page.next.empty()) all.set("next", page.next);
    if (page.searched > 0) all.set("searched", page.searched);
    all.set("count", json::Object{{"number", page.count.number}, {"more", page.count.more}});
    all.set("groups", std::move(groups));
    return all;
}

std::vector<http::Parameter> list_parameters(std::vector<http::Parameter> filters,
                                             std::string_view sorts) {
    filters.insert(filters.end(), {{"q", "搜索的文字"},
                                   {"sort", sorts},
                                   {"after", "上一页给出的 next"},
                                   {"limit", "每页条数，1 到 200，不写为 50"}});
    return filters;
}

}  // namespace gongkai::api
