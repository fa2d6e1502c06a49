import { expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { answerClock, daysLeft, markOf, months, said } from './clock';

const day = (day: string, number: number, kind = '工作日') => ({ day, kind, paused: false, number });
const clock = (more: Partial<Schemas['Clock']> = {}): Schemas['Clock'] => ({
  id: 'C3', name: '答复期限', article: '', start: '2026-02-27', working_days: 3, due: '2026-03-04',
  provisional: false, state: 'running', state_name: '计算中', met_on: null,
  trace: [day('2026-02-28', 0, '周末'), day('2026-03-01', 0, '周末'), day('2026-03-02', 1),
    day('2026-03-03', 2), day('2026-03-04', 3)],
  ...more,
});

it('counts what is left by the trace', () => {
  expect(daysLeft(clock(), '2026-03-02')).toBe(2);
  expect(daysLeft(clock(), '2026-02-27')).toBe(3);
  expect(daysLeft(clock(), '2026-03-04')).toBe(0);
  const overWeekend = [day('2026-03-05', 1), day('2026-03-06', 2), day('2026-03-07', 0, '周末'),
    day('2026-03-08', 0, '周末'), day('2026-03-09', 3)];
  expect(daysLeft(clock({ due: '2026-03-09', trace: overWeekend }), '2026-03-08')).toBe(1);
  expect(daysLeft(clock({ due: null }), '2026-03-02')).toBeNull();
});

it('says the state in words and tone', () => {
  expect(said(clock(), '2026-03-02', [])).toEqual({ tone: 'soon', words: '还剩 2 个工作日' });
  expect(said(clock({ state: 'overdue' }), '2026-03-06', [{ clock: 'C3', working_days: 2 }]).words)
    .toBe('已超期 2 个工作日');
  expect(said(clock({ state: 'paused' }), '2026-03-02', []).tone).toBe('waiting');
});

it('says in a list how many days are left, and no more than the state where nothing runs', () => {
  const line = (clock: Schemas['ClockState'] | null, working_days_left: number | null) => markOf({ clock, working_days_left });
  expect(line('running', 0)).toEqual({ tone: 'soon', words: '今天到期' });
  expect(line('running', 2)).toEqual({ tone: 'soon', words: '还剩 2 个工作日' });
  expect(line('overdue', -3)).toEqual({ tone: 'late', words: '已超期 3 个工作日' });
  expect(line('paused', 4)).toEqual({ tone: 'waiting', words: '暂停计算' });
  expect(line('met', null)).toEqual({ tone: 'done', words: '按期完成' });
  expect(line('overdue', null)).toEqual({ tone: 'late', words: '已超期' });
  expect(line(null, null)).toBeNull();
});

it('takes the extended clock before the usual one', () => {
  const closed = clock({ state: 'closed' });
  expect(answerClock([closed, clock({ id: 'C4' }), clock({ id: 'C8' })])?.id).toBe('C4');
  expect(answerClock([])).toBeUndefined();
});

it('lays the days out in months from Monday', () => {
  const all = months(clock().trace!);
  expect(all.map((it) => it.name)).toEqual(['2026年2月', '2026年3月']);
  expect(all[0]!.weeks[0]![5]?.day).toBe('2026-02-28');
  expect(all[1]!.weeks[1]![0]?.day).toBe('2026-03-02');
});
