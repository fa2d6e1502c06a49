#include "http/request_id.h"

#include <random>

namespace gongkai::http {

namespace {

thread_local const RequestId* at_work = nullptr;

}  // namespace

RequestId::RequestId() : outer_(at_work) {
    thread_local std::mt19937_64 random{std::random_device{}()};
    constexpr char signs[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    for (int i = 0; i < 8; ++i)
        text_ += signs[random() % (sizeof signs - 1)];
    at_work = this;
}

RequestId::~RequestId() { at_work = outer_; }

std::string RequestId::current() { return at_work ? at_work->text_ : std::string(); }

}  // namespace gongkai::http
