// Lists by pages: the question that a list is asked, and its answer. A list of the server answers
// with a cursor; one that is here whole answers in the same way, so that pages know no difference.
import { found, type Column } from './columns';

export const pageSize = 50;
const largestPage = 200;

export interface Ask {
  q: string;
  sort: string; // "due", or "-due" for the last first; blank as the list usually is
  after: string; // the cursor of the page before
  limit: number;
  filters: Readonly<Record<string, string>>;
}

export interface Page<T> {
  rows: readonly T[];
  next?: string; // the cursor, absent on the last page
  count: { number: number; more: boolean };
  groups?: Readonly<Record<string, number>>;
  searched?: number; // where a search stopped before the end: the rows that it looked at
}

export type Source<T> = (ask: Ask) => Promise<Page<T>>;

// A narrowing of a list: a name of the query, and what it may be.
export interface Filter {
  name: string;
  label: string;
  all: string; // 全部状态
  choices: Readonly<Record<string, string>>;
}

export function queryOf({ q, sort, after, limit, filters }: Ask): Record<string, string | number> {
  return { ...filters, q, sort, after, limit };
}

export function countInWords({ number, more }: Page<unknown>['count']): string {
  return number.toLocaleString('zh-CN') + (more ? '+' : '');
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
}

// `keeps` says by the name of a filter which rows it leaves.
export function localSource<T>(
  rows: readonly T[], columns: readonly Column<T>[],
  keeps: Readonly<Record<string, (row: T, value: string) => boolean>> = {},
): Source<T> {
  return ({ q, sort, after, limit, filters }) => {
    const asked = Object.entries(filters).filter(([name, value]) => value && keeps[name]);
    const hits = found(rows, columns, q).filter((row) => asked.every(([name, value]) => keeps[name]!(row, value)));
    const column = columns.find((it) => it.sort === sort.replace(/^-/, ''));
    const by = column && (column.order ?? column.text);
    const sign = sort.startsWith('-') ? -1 : 1;
    if (by) hits.sort((a, b) => sign * compare(by(a), by(b)));
    const begin = Number(after) || 0, end = begin + limit;
    return Promise.resolve({
      rows: hits.slice(begin, end),
      next: end < hits.length ? String(end) : undefined,
      count: { number: hits.length, more: false },
    });
  };
}

// All pages one after the other, for a file.
export async function allRows<T>(source: Source<T>, ask: Ask): Promise<T[]> {
  const all: T[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: Page<T> = await source({ ...ask, after, limit: largestPage });
    all.push(...page.rows);
    after = page.next;
  }
  return all;
}
