import { expect, it } from 'vitest';
import { bucket, count } from './counters';

const due = (days: number, clock = 'running') => ({ clock, due: '2026-03-04', working_days_left: days });

it('puts each duty where the clerk looks for it', () => {
  expect(bucket(due(-1, 'overdue'))).toBe('late');
  expect(bucket(due(0))).toBe('today');
  expect(bucket(due(5))).toBe('week');
  expect(bucket(due(6))).toBeNull();
  expect(bucket(due(3, 'paused'))).toBe('others');
  expect(bucket({ clock: 'stopped', due: null, working_days_left: 0 })).toBe('others');
});

it('counts them', () => {
  expect(count([due(-2, 'overdue'), due(0), due(1), due(9)])).toEqual({
    late: 1, today: 1, week: 1, others: 0,
  });
});
