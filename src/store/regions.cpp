#include "store/regions.h"

namespace gongkai::store {

void note_region(Connection& connection, std::int64_t region) {
    connection.run("INSERT INTO region (region) VALUES ($1) ON CONFLICT DO NOTHING", {region});
}

}  // namespace gongkai::store
