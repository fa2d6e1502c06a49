import { expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { bodiesInSight } from './session';

const organ = (id: string, parent: string | null) => ({ id, parent, name: id }) as Schemas['Organ'];
const organs = [organ('1-1', null), organ('1-2', '1-1'), organ('1-3', '1-2'), organ('1-4', null)];

it('lets a supervisor see the bodies below, however deep, and nobody else more than his own', () => {
  expect(bodiesInSight(organs, '1-1', true).map((it) => it.id)).toEqual(['1-1', '1-2', '1-3']);
  expect(bodiesInSight(organs, '1-1', false).map((it) => it.id)).toEqual(['1-1']);
  expect(bodiesInSight([organ('1-1', '1-2'), organ('1-2', '1-1')], '1-1', true)).toHaveLength(2);
});
