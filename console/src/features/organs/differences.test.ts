import { expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { differences } from './differences';

const town = {
  name: '云溪县柳河镇人民政府', kind: 'government', level: 'township', parent: '900121-1', valid_until: null,
  contact: { unit: '党政办', address: '柳河路1号', phone: '0900-1', hours: '', fax: '', web: '' },
} as unknown as Schemas['Organ'];

it('names each field that is another, in the words of the form', () => {
  const now = { ...town, kind: 'subdistrict', contact: { ...town.contact, phone: '0900-2' }, valid_until: '2026-03-01' } as Schemas['Organ'];
  expect(differences(town, now)).toEqual([
    { label: '机关类别', text: '街道办事处' },
    { label: '联系电话', text: '0900-2' },
    { label: '终止日期', text: '2026-03-01' },
  ]);
});

it('finds nothing in what is the same, whatever else is told of it', () => {
  expect(differences(town, { ...town, contact: { ...town.contact }, seen: 7 } as Schemas['Organ'])).toEqual([]);
});
