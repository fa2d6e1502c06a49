import { expect, it } from 'vitest';
import { found, pageOf, pagesOf, type Column } from './columns';

interface Row { number: string; state: string }
const columns: Column<Row>[] = [
  { key: 'number', title: '编号', text: (it) => it.number },
  { key: 'state', title: '状态', text: (it) => it.state },
];
const rows: Row[] = [
  { number: '2026-0001', state: '办理中' },
  { number: '2026-0012', state: '已答复' },
];

it('finds rows by every word', () => {
  expect(found(rows, columns, '')).toHaveLength(2);
  expect(found(rows, columns, '2026 已答复')).toEqual([rows[1]]);
  expect(found(rows, columns, '不存在')).toEqual([]);
});

it('cuts ten thousand rows into pages at once', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => ({ number: `2026-${i}`, state: '办理中' }));
  expect(pagesOf(many.length)).toBe(200);
  expect(pageOf(many, 200)[49]).toBe(many[9_999]);
  expect(pagesOf(0)).toBe(1);
});
