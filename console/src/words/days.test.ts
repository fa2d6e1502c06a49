import { describe, expect, it } from 'vitest';
import { addDays, dayInWords, daysBetween, momentInWords, shortDay, workingDaysLeft } from './days';

describe('days in words', () => {
  it('writes the day of the week', () => {
    expect(dayInWords('2026-03-02')).toBe('2026年3月2日（周一）');
    expect(dayInWords('2024-02-29')).toBe('2024年2月29日（周四）');
  });
  it('leaves what is no date as it is', () => {
    expect(dayInWords('')).toBe('');
    expect(dayInWords(null)).toBe('');
    expect(dayInWords('待定')).toBe('待定');
  });
  it('writes a moment of the server to the minute', () =>
    expect(momentInWords('2026-03-02T09:05:59.123+08:00')).toBe('2026年3月2日（周一） 09:05'));
  it('has a short form', () => expect(shortDay('2026-11-22')).toBe('11月22日'));
});

describe('counting', () => {
  it('crosses months and years', () => {
    expect(daysBetween('2025-12-30', '2026-01-02')).toBe(3);
    expect(addDays('2025-12-30', 3)).toBe('2026-01-02');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });
  it('says what is left in words and tone', () => {
    expect(workingDaysLeft(5)).toEqual({ words: '还剩 5 个工作日', tone: 'calm' });
    expect(workingDaysLeft(2).tone).toBe('soon');
    expect(workingDaysLeft(0)).toEqual({ words: '今天到期', tone: 'soon' });
    expect(workingDaysLeft(-2)).toEqual({ words: '已超期 2 个工作日', tone: 'late' });
  });
});
