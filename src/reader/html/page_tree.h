#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "base/result.h"

struct GumboInternalNode;

namespace gongkai::reader {

// The element tree that HTML5 rules make of a page, by gumbo.
//
// All of the tree lies in one arena that is dropped as a whole: faster than a free() for each
// node, and without gumbo's destructor, which descends by recursion. The arena is also the guard:
// a page on which the parser would eat all memory or time (it is quadratic in some tag soups) is
// given up in the middle.
class PageTree {
public:
    // The bytes must outlive the tree.
    static Result<PageTree> parse(std::string_view utf8);

    PageTree(PageTree&&) noexcept;
    PageTree& operator=(PageTree&&) noexcept;
    ~PageTree();

    const GumboInternalNode* document() const { return document_; }

private:
    class Arena;
    PageTree();

    std::unique_ptr<Arena> arena_;
    const GumboInternalNode* document_ = nullptr;
};

}  // namespace gongkai::reader
