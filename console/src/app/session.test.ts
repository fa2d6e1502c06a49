import { expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { bodiesInSight, inheritedBy } from './session';

const organ = (id: string, parent: string | null, valid_until: string | null = null, successor: string | null = null) =>
  ({ id, parent, name: id, valid_until, successor }) as Schemas['Organ'];
const today = '2025-01-21';
const seen = (all: Schemas['Organ'][], own: string, supervises: boolean) => bodiesInSight(all, own, supervises, today).map((it) => it.id);
const organs = [organ('1-1', null), organ('1-2', '1-1'), organ('1-3', '1-2'), organ('1-4', null)];

it('lets a supervisor see the bodies below, however deep, and nobody else more than his own', () => {
  expect(seen(organs, '1-1', true)).toEqual(['1-1', '1-2', '1-3']);
  expect(seen(organs, '1-1', false)).toEqual(['1-1']);
  expect(seen([organ('1-1', '1-2'), organ('1-2', '1-1')], '1-1', true)).toHaveLength(2);
});

it('goes on with the work of ended bodies from the day after, at the end of their successors', () => {
  const all = [organ('1-1', null, '2025-01-10', '1-2'), organ('1-2', null, '2025-01-20', '1-3'), organ('1-3', null)];
  expect([...inheritedBy(all, '1-3', '2025-01-21')]).toEqual(['1-1', '1-2']);
  expect([...inheritedBy(all, '1-2', '2025-01-20')]).toEqual(['1-1']);
  expect([...inheritedBy(all, '1-2', '2025-01-21')]).toEqual([]);
  expect([...inheritedBy(all, '1-2', '2025-01-10')]).toEqual([]);
  expect(seen(all, '1-3', false)).toEqual(['1-1', '1-2', '1-3']);
  const circle = [organ('1-1', null, '2025-01-10', '1-2'), organ('1-2', null, '2025-01-10', '1-1')];
  expect([...inheritedBy(circle, '1-1', today)]).toEqual([]);
});
