#include "reader/html/page_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <csetjmp>
#include <cstdlib>
#include <new>
#include <vector>

#include "reader/html/tag_shape.h"
#include "reader/refusal.h"

namespace gongkai::reader {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t block_bytes = 256 << 10;
constexpr std::size_t most_bytes = 320u << 20;
constexpr std::chrono::seconds most_time{10};
constexpr int allocations_a_look = 4096;  // at the clock
constexpr int most_open_tags = 20000;

bool same_name(std::string_view html, std::size_t at, std::string_view name) {
    if (html.size() - at < name.size()) return false;
    for (std::size_t sign = 0; sign < name.size(); ++sign) {
        if (std::tolower(static_cast<unsigned char>(html[at + sign])) != name[sign]) return false;
    }
    const auto end = at + name.size();
    return end == html.size() || !std::isalnum(static_cast<unsigned char>(html[end]));
}

// Elements that hold nothing, or that the next of their kind closes.
bool nests(std::string_view html, std::size_t at) {
    for (const std::string_view name :
         {"br",     "img", "input", "meta", "link", "hr", "col",    "area", "base", "wbr",  "param",
          "source", "p",   "li",    "tr",   "td",   "th", "option", "dt",   "dd",   "tbody"}) {
        if (same_name(html, at, name)) return false;
    }
    return true;
}

// How deep the open tags go, roughly and cheaply.
bool nested_absurdly(std::string_view html) {
    int open = 0;
    for (std::size_t at = 0; (at = html.find('<', at)) != html.npos;) {
        ++at;
        if (at >= html.size()) return false;
        if (html[at] == '/') {
            open = std::max(open - 1, 0);
        } else if (std::isalpha(static_cast<unsigned char>(html[at])) && nests(html, at)) {
            const auto close = html.find('>', at);
            const bool empty = close != html.npos && html[close - 1] == '/';
            if (!empty && ++open > most_open_tags) return true;
        }
    }
    return false;
}

}  // namespace

// Memory that is only ever taken. When it has given too much or for too long it jumps out of the
// parser, which is plain C and holds nothing but this memory.
class PageTree::Arena {
public:
    Arena() : deadline_(Clock::now() + most_time) {}
    ~Arena() {
        for (void* block : blocks_) {
            std::free(block);
        }
    }
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    static void* take(void* self, std::size_t bytes) {
        return static_cast<Arena*>(self)->allocate(bytes);
    }
    static void ignore(void*, void*) {}

    // False where the parser was stopped.
    bool run(const GumboOptions& options, std::string_view utf8) {
        if (setjmp(escape_) != 0) return false;
        output_ = gumbo_parse_with_options(&options, utf8.data(), utf8.size());
        return true;
    }
    const GumboOutput* output() const { return output_; }

private:
    void* allocate(std::size_t bytes) {
        constexpr std::size_t alignment = 16;
        bytes = (std::max<std::size_t>(bytes, 1) + alignment - 1) & ~(alignment - 1);
        if (bytes > left_) grow(bytes);
        if (++allocations_ % allocations_a_look == 0 && Clock::now() > deadline_) stop();
        void* const taken = free_;
        free_ += bytes;
        left_ -= bytes;
        return taken;
    }

    void grow(std::size_t bytes) {
        const auto wanted = std::max(bytes, block_bytes);
        total_ += wanted;
        if (total_ > most_bytes || Clock::now() > deadline_) stop();
        blocks_.reserve(blocks_.size() + 1);
        void* const block = std::malloc(wanted);
        if (block == nullptr) stop();
        blocks_.push_back(block);
        free_ = static_cast<char*>(block);
        left_ = wanted;
    }

    [[noreturn]] void stop() { std::longjmp(escape_, 1); }

    Clock::time_point deadline_;
    std::vector<void*> blocks_;
    char* free_ = nullptr;
    std::size_t left_ = 0;
    std::size_t total_ = 0;
    int allocations_ = 0;
    GumboOutput* output_ = nullptr;
    std::jmp_buf escape_;
};

PageTree::PageTree() : arena_(std::make_unique<Arena>()) {}
PageTree::PageTree(PageTree&&) noexcept = default;
PageTree& PageTree::operator=(PageTree&&) noexcept = default;
PageTree::~PageTree() = default;

Result<PageTree> PageTree::parse(std::string_view utf8) {
    if (nested_absurdly(utf8)) return refuse_too_deep();
    if (has_monstrous_tags(utf8)) return refuse_bomb("网页里有的标签写了成千上万个属性");
    PageTree tree;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &Arena::take;
    options.deallocator = &Arena::ignore;
    options.userdata = tree.arena_.get();
    options.max_errors = 0;
    if (!tree.arena_->run(options, utf8)) return refuse_bomb();
    tree.document_ = tree.arena_->output()->document;
    return tree;
}

}  // namespace gongkai::reader
