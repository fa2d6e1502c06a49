// All rows of a list that comes by the page, for pages that show and sort everything at once.
import type { Schemas } from './client';

const longest = 200;

interface Page { next?: string; count: Schemas['Count'] }

export async function everyPage<P extends Page, Row>(
  get: (query: { limit: number; after?: string }) => Promise<P>,
  rows: (page: P) => Row[],
): Promise<Row[]> {
  const all: Row[] = [];
  let after: string | undefined;
  do {
    const page = await get({ limit: longest, after });
    all.push(...rows(page));
    after = page.next;
  } while (after);
  return all;
}
