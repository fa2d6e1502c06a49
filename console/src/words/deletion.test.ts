import { expect, test } from 'vitest';
import { lackingInWords } from './deletion';

test('what a rule took is told with its day, and only that', () => {
  expect(lackingInWords('申请人信息', { on: '2028-02-18', years: 3, data: 6 }))
    .toBe('申请人信息已于2028年2月18日（周五）按规定删除（办结满 3 年）。');
  expect(lackingInWords('申请人信息', null)).toBe('没有申请人信息：没有随机关的记录移来，或者已单独删除。');
});
