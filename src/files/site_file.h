#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace gongkai::files {

// What a site of the government says of itself on every page (政府网站发展指引,
// 国办发〔2017〕47号). What is empty is not known and not shown.
struct SiteIdentity {
    std::string name;     // of the site
    std::string sponsor;  // 主办单位
    std::string contact;  // 联系方式
    std::string code;     // 网站标识码: ten digits or letters
    std::string icp;      // ICP 备案号
    std::string police;   // 公安备案号
};

// {"name": "…", "sponsor": "…", "contact": "…", "code": "…", "icp": "…", "police": "…"}, each of
// them optional. Refusal site.malformed says what is wrong, also for a key that is none of these.
Result<SiteIdentity> parse_site(std::string_view json);

// The same from a file; one that says nothing where there is no file to read (an empty path).
// Refusals site.no-file and site.malformed, which name the file.
Result<SiteIdentity> load_site(const std::filesystem::path& file);

}  // namespace gongkai::files
