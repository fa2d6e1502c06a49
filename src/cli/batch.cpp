#include "cli/batch.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstdio>
#include <iostream>
#include <map>
#include <mutex>
#include <thread>

#include "cli/exit_status.h"

namespace gongkai::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_waiting = 256;  // outcomes kept because an earlier file is still read

constexpr std::size_t shares = 4;  // that each worker has of the files at least

constexpr std::array endings = {".txt", ".md",  ".html", ".htm", ".docx", ".xlsx",
                                ".pdf", ".doc", ".wps",  ".rtf", ".xls",  ".csv"};

bool may_be_report(const fs::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::ranges::find(endings, ending) != endings.end();
}

class Progress {
public:
    explicit Progress(std::size_t total) : total_(total), shown_(total > 1 && isatty(2)) {}
    ~Progress() {
        if (shown_) std::fputs("\r\033[K", stderr);
    }
    void show(std::size_t done) const {
        if (!shown_) return;
        constexpr int width = 30;
        const int filled = int(done * width / total_);
        std::fprintf(stderr, "\r[%.*s%*s] %zu/%zu", filled, "##############################",
                     width - filled, "", done, total_);
    }

private:
    std::size_t total_;
    bool shown_;
};

std::vector<Outcome> guarded(const WorkTogether& work, std::span<const fs::path> files) {
    std::vector<Outcome> outcomes;
    try {
        outcomes = work(files);
        if (outcomes.size() == files.size()) return outcomes;
        throw std::logic_error("not one outcome a file");
    } catch (const std::exception& fault) {
        if (files.size() == 1)
            return {{unreadable, {}, files[0].string() + "：程序出错：" + fault.what() + "\n"}};
    }
    // Which of them broke down is not known.
    outcomes.clear();
    for (const fs::path& file : files)
        outcomes.push_back(guarded(work, std::span(&file, 1)).front());
    return outcomes;
}

class Runner {
public:
    Runner(const std::vector<fs::path>& files, std::size_t most, const WorkTogether& work)
        : files_(files), work_(work), progress_(files.size()) {
        totals_.files = files.size();
        workers_ =
            std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), files_.size());
        // Every worker has its part, also of few files.
        together_ = std::clamp<std::size_t>(files_.size() / (workers_ * shares), 1, most);
    }

    Totals run() {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < workers_; ++i)
            threads.emplace_back([this] { read(); });
        print();
        return totals_;
    }

private:
    const std::vector<fs::path>& files_;
    const WorkTogether& work_;
    std::size_t workers_ = 1, together_ = 1;
    Progress progress_;
    Totals totals_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t next_ = 0, printed_ = 0;
    std::map<std::size_t, Outcome> waiting_;

    void read() {
        for (;;) {
            std::size_t mine = 0, count = 0;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [&] { return next_ < printed_ + most_waiting; });
                if (next_ >= files_.size()) return;
                mine = next_;
                count = std::min(together_, files_.size() - mine);
                next_ += count;
            }
            auto outcomes = guarded(work_, std::span(files_).subspan(mine, count));
            const std::lock_guard lock(mutex_);
            for (std::size_t i = 0; i < count; ++i)
                waiting_.emplace(mine + i, std::move(outcomes[i]));
            changed_.notify_all();
        }
    }

    void print() {
        for (std::size_t i = 0; i < files_.size(); ++i) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return waiting_.contains(i); });
            const Outcome outcome = std::move(waiting_.extract(i).mapped());
            ++printed_;
            changed_.notify_all();
            lock.unlock();
            std::fwrite(outcome.out.data(), 1, outcome.out.size(), stdout);
            if (!outcome.err.empty())
                std::fwrite(outcome.err.data(), 1, outcome.err.size(), stderr);
            count(outcome);
            progress_.show(i + 1);
        }
        std::fflush(stdout);
    }

    void count(const Outcome& outcome) {
        totals_.status = std::max(totals_.status, outcome.status);
        totals_.unreadable += outcome.status == unreadable;
        totals_.with_errors += outcome.errors > 0;
        totals_.errors += std::size_t(outcome.errors);
        totals_.warnings += std::size_t(outcome.warnings);
        totals_.hints += std::size_t(outcome.hints);
    }
};

}  // namespace

std::vector<fs::path> expand(const std::vector<std::string>& arguments) {
    std::vector<fs::path> files;
    for (const std::string& argument : arguments) {
        std::error_code failed;
        if (!fs::is_directory(argument, failed)) {
            files.emplace_back(argument);
            continue;
        }
        const std::size_t from = files.size();
        const auto options = fs::directory_options::skip_permission_denied;
        for (fs::recursive_directory_iterator it(argument, options, failed), end; it != end;
             it.increment(failed))
            if (it->is_regular_file(failed) && may_be_report(it->path()))
                files.push_back(it->path());
        std::sort(files.begin() + std::ptrdiff_t(from), files.end());
    }
    return files;
}

Totals run_batch(const std::vector<fs::path>& files,
                 const std::function<Outcome(const fs::path&)>& work) {
    return run_batch_together(files, 1, [&](std::span<const fs::path> one) {
        return std::vector<Outcome>{work(one.front())};
    });
}

Totals run_batch_together(const std::vector<fs::path>& files, std::size_t most,
                          const WorkTogether& work) {
    if (files.empty()) return {};
    return Runner(files, most, work).run();
}

}  // namespace gongkai::cli
