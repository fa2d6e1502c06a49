import { expect, it } from 'vitest';
import { grouped, groups } from './counters';

const due = (clock: string | null, left: number, on: string | null = '2026-03-04') =>
  ({ clock, working_days_left: left, due: on });

it('puts each duty where it is worked off', () => {
  const late = due('overdue', -1), today = due('running', 0), week = due('running', 5), later = due('running', 6);
  const ready = { ...later, isReady: true }, undated = { ...due(null, 0, null), isReady: true };
  const fresh = { ...due(null, 0, null), isNew: true };
  const sum = grouped([due('running', -2), later, week, today, late, due('stopped', 3), due('paused', -4), due(null, 0, null), fresh, ready, undated]);
  expect(sum.groups.fresh).toEqual([fresh]);
  expect(sum.groups.late).toHaveLength(2);
  expect(sum.groups.today).toEqual([today]);
  expect(sum.groups.week).toEqual([week]);
  expect(sum.groups.ready).toEqual([ready, undated]);
  expect(sum.groups.others).toHaveLength(3);
  expect(sum.later).toEqual([later]);
});

it('names the groups in their fixed order', () => {
  expect(Object.values(groups)).toEqual(['新收待确认', '已超期', '今天到期', '五个工作日内', '待审核发布', '等待他人']);
});
