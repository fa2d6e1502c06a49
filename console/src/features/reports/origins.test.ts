import { expect, it } from 'vitest';
import { placeOf } from '@/words/records';
import { marks, yearDue } from './origins';

it('finds the page of a record', () => {
  expect(placeOf('request/2026-0014', '900121-3')).toEqual({ name: '申请 2026-0014', to: '/900121-3/requests/2026-0014' });
  expect(placeOf('odd')).toEqual({ name: 'odd' });
});
it('takes the year that has ended', () => expect(yearDue('2026-01-05')).toBe(2025));
it('joins the findings of a cell', () => {
  const all = marks([{ message: '甲。', expected: '3', cells: ['a', 'b'] }, { message: '乙。', cells: ['a'] }]);
  expect(all.get('a')).toBe('甲。应为：3\n乙。');
  expect(all.get('b')).toBe('甲。应为：3');
});
