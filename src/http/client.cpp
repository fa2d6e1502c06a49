#include "http/client.h"

#include <curl/curl.h>

#include <memory>

namespace gongkai::http {

namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 10;
constexpr long patience = 10, patience_to_connect = 5;  // seconds

struct Free {
    void operator()(CURL* it) const { curl_easy_cleanup(it); }
    void operator()(curl_slist* it) const { curl_slist_free_all(it); }
};

// Fewer than were given ends the transfer.
std::size_t take(char* bytes, std::size_t each, std::size_t count, void* into) {
    auto& body = *static_cast<std::string*>(into);
    if (body.size() + each * count > most_bytes) return 0;
    body.append(bytes, each * count);
    return each * count;
}

}  // namespace

Result<Answered> post(const std::string& url, const std::string& text) {
    static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, Free> it(begun == CURLE_OK ? curl_easy_init() : nullptr);
    const std::unique_ptr<curl_slist, Free> headers(
        curl_slist_append(nullptr, "Content-Type: text/plain; charset=utf-8"));
    if (!it || !headers) throw std::bad_alloc();
    Answered answered;
    curl_easy_setopt(it.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(it.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(it.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(it.get(), CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(text.size()));
    curl_easy_setopt(it.get(), CURLOPT_POSTFIELDS, text.data());
    curl_easy_setopt(it.get(), CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(it.get(), CURLOPT_WRITEDATA, &answered.body);
    curl_easy_setopt(it.get(), CURLOPT_TIMEOUT, patience);
    curl_easy_setopt(it.get(), CURLOPT_CONNECTTIMEOUT, patience_to_connect);
    curl_easy_setopt(it.get(), CURLOPT_NOSIGNAL, 1L);  // threads
    if (const CURLcode done = curl_easy_perform(it.get()); done != CURLE_OK)
        return Error{ErrorKind::Unavailable, "http.no-answer",
                     url + " 没有应答（" + curl_easy_strerror(done) + "）。"};
    long status = 0;
    curl_easy_getinfo(it.get(), CURLINFO_RESPONSE_CODE, &status);
    answered.status = int(status);
    return answered;
}

}  // namespace gongkai::http
