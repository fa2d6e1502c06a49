#include "api/media_type.h"

#include <algorithm>
#include <array>
#include <utility>

#include "http/message.h"

namespace gongkai::api {

namespace {

// None that a browser would run; files are sent as downloads all the same.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types{{
    {".pdf", "application/pdf"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {".doc", "application/msword"},
    {".wps", "application/msword"},
    {".xls", "application/vnd.ms-excel"},
    {".ofd", "application/ofd"},
    {".zip", "application/zip"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".txt", "text/plain"},
    {".csv", "text/csv"},
}};

}  // namespace

std::string_view media_type_of(std::string_view file_name) {
    const auto it = std::ranges::find_if(types, [&](const auto& type) {
        const auto ending = type.first;
        return file_name.size() > ending.size() &&
               http::same_name(file_name.substr(file_name.size() - ending.size()), ending);
    });
    return it == types.end() ? "application/octet-stream" : it->second;
}

}  // namespace gongkai::api
