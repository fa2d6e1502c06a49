#pragma once

#include "disclosure/repository.h"
#include "store/ledger/listing.h"

// The office's own list of documents, as store/ledger/documents.cpp fills its rows.
namespace gongkai::store {

Listing document_listing(const disclosure::ListDays& days);
disclosure::ListLine document_line(const Row& row);

}  // namespace gongkai::store
