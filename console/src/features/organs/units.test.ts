import { expect, it } from 'vitest';
import { standing, unitOf } from './units';

const units = [
  { number: '1', name: '党政办公室', ended_on: null, people: ['account/1', 'account/3'] },
  { number: '2', name: '文化站', ended_on: '2025-03-01', people: [] },
  { number: '3', name: '柳河村', ended_on: null, people: ['account/2'] },
];

it('offers the units that stand', () => {
  expect(standing(units)).toEqual({ 1: '党政办公室', 3: '柳河村' });
});

it('knows in which unit somebody works', () => {
  expect(unitOf(units, 'account/2')?.name).toBe('柳河村');
  expect(unitOf(units, 'account/9')).toBeUndefined();
});
