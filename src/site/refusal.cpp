#include "site/refusal.h"

namespace gongkai::site {

http::Response refusal(int status, const Error& error) {
    return http::json_answer(
        status, {{"error", json::Object{{"code", error.code}, {"message", error.message}}}});
}

}  // namespace gongkai::site
