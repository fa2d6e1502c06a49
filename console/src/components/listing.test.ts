import { expect, it } from 'vitest';
import { found, type Column } from './columns';
import { allRows, countInWords, localSource, queryOf, type Ask } from './listing';

interface Row { number: string; state: string; left: number }
const columns: Column<Row>[] = [
  { key: 'number', title: '编号', text: (it) => it.number, sort: 'number' },
  { key: 'state', title: '状态', text: (it) => it.state },
  { key: 'left', title: '期限', text: (it) => `还剩 ${it.left} 天`, sort: 'left', order: (it) => it.left },
];
const rows: Row[] = [
  { number: '2026-0001', state: '办理中', left: 10 },
  { number: '2026-0012', state: '已答复', left: 9 },
  { number: '2026-0003', state: '办理中', left: -2 },
];
const ask = (more: Partial<Ask> = {}): Ask => ({ q: '', sort: '', after: '', limit: 50, filters: {}, ...more });
const source = localSource(rows, columns, { state: (row, value) => row.state === value });
const numbers = async (more: Partial<Ask>) => (await source(ask(more))).rows.map((it) => it.number.slice(-1));

it('finds rows by every word', () => {
  expect(found(rows, columns, '')).toHaveLength(3);
  expect(found(rows, columns, '2026 已答复')).toEqual([rows[1]]);
  expect(found(rows, columns, '不存在')).toEqual([]);
});

it('filters, sorts both ways, and leaves the order alone where nothing is said', async () => {
  expect(await numbers({ filters: { state: '办理中' } })).toEqual(['1', '3']);
  expect(await numbers({ filters: { state: '' } })).toEqual(['1', '2', '3']);
  expect(await numbers({ sort: 'left' })).toEqual(['3', '2', '1']);
  expect(await numbers({ sort: '-left' })).toEqual(['1', '2', '3']);
  expect(await numbers({ sort: 'number' })).toEqual(['1', '3', '2']);
  expect(await numbers({ sort: 'nothing' })).toEqual(['1', '2', '3']);
});

it('gives a page and the cursor of the next', async () => {
  const first = await source(ask({ limit: 2 }));
  expect(first.rows).toHaveLength(2);
  expect(first.count).toEqual({ number: 3, more: false });
  const second = await source(ask({ limit: 2, after: first.next }));
  expect(second.rows).toEqual([rows[2]]);
  expect(second.next).toBeUndefined();
});

it('goes through all pages for a file', async () => {
  const many = Array.from({ length: 450 }, (_, i) => ({ number: `2026-${i}`, state: '', left: i }));
  expect(await allRows(localSource(many, columns), ask({ after: '100' }))).toEqual(many);
});

it('says the count, and where it stopped counting', () => {
  expect(countInWords({ number: 1000, more: true })).toBe('1,000+');
  expect(countInWords({ number: 37, more: false })).toBe('37');
});

it('asks the server by the names of the contract', () => {
  expect(queryOf(ask({ q: '财务', sort: '-received', filters: { state: 'open' } })))
    .toEqual({ state: 'open', q: '财务', sort: '-received', after: '', limit: 50 });
});
