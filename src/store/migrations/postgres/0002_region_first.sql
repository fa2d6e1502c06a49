-- Every index begins with the region: one over all regions cannot be distributed by region.
DROP INDEX report_by_id;
