import { expect, it } from 'vitest';
import { casesIn, endInWords, endMark } from './ending';

it('says that a body ends, when, and who goes on', () => {
  expect(endInWords('云岭县农业局', '2026-12-31', '云岭县农业农村局')).toBe('云岭县农业局自2026年12月31日（周四）终止，承继机关：云岭县农业农村局');
  expect(endInWords('云岭县农业局', '2026-12-31', '')).toBe('云岭县农业局自2026年12月31日（周四）终止，没有承继机关');
});

it('marks a body up to its last day as one that will end, and from the next as ended', () => {
  expect(endMark(null, '2026-12-31')).toBeNull();
  expect(endMark('2026-12-31', '2026-12-31')).toEqual({ tone: 'soon', words: '将于2026年12月31日（周四）终止' });
  expect(endMark('2026-12-31', '2027-01-01')).toEqual({ tone: 'void', words: '已终止' });
});

it('finds the cases that a refusal names', () => {
  expect(casesIn('“云岭县农业局”还有 3 件事项没有办结（来信 2025-0001、建议提案 2025-0001、申请 2025-0012）。请指定承继机关，由它继续办理，再终止。'))
    .toEqual(['message/2025-0001', 'proposal/2025-0001', 'request/2025-0012']);
});
