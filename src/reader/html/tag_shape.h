#pragma once

#include <string_view>

namespace gongkai::reader {

// Whether the tags of a page have so many attributes that the parser, which holds each against all
// before it, would be at them for seconds. No page that a person or an editor made has.
//
// What is a tag depends on what stands around it. Looked at is therefore every '<' that could begin
// one: more is counted than the parser will see, and never less.
bool has_monstrous_tags(std::string_view html);

}  // namespace gongkai::reader
