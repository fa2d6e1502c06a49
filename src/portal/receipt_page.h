#pragma once

#include "desk/request_desk.h"
#include "portal/platform.h"

namespace gongkai::portal {

// The receipt of an application (登记回执): number, query code, the day of the answer, and the
// place of the entry in the journal.
Page receipt_page(const site::Services& services, const organs::Organ& organ,
                  const desk::Receipt& receipt);

}  // namespace gongkai::portal
