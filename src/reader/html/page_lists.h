#pragma once

#include <gumbo.h>

#include <string>
#include <vector>

namespace gongkai::reader {

// The numbers that a page gives to the items of its lists. They are shown but stand nowhere in the
// text. Only Chinese ones are kept, 一、 二、, which number the parts of a report.
class PageLists {
public:
    // Any element that is shown, when the walk goes in and out.
    void enter(const GumboNode* node);
    void leave(const GumboNode* node);

    // What is shown before the first paragraph of the item that we are in; given once.
    std::string take_mark();

private:
    struct List {
        bool chinese = false;
        int next = 1;
    };
    std::vector<List> open_;
    std::string mark_;
};

}  // namespace gongkai::reader
