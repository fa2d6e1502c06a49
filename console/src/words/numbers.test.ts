import { expect, it } from 'vitest';
import { ordinal } from './numbers';

it('counts as the Regulation does', () => {
  expect([1, 9, 10, 15, 20].map(ordinal)).toEqual(['（一）', '（九）', '（十）', '（十五）', '（二十）']);
});
