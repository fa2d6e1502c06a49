import { expect, it } from 'vitest';
import { blankDraft, contentOf, keywordsOf, sizeInWords } from './content';

it('takes keywords however they are parted', () => {
  expect(keywordsOf('养老；补贴、 高龄,柳河镇')).toEqual(['养老', '补贴', '高龄', '柳河镇']);
  expect(keywordsOf('')).toEqual([]);
});

it('sends a blank day of issue as none', () => {
  const content = contentOf({ ...blankDraft('2026-03-02'), kind: 'information', subject_class: '7' });
  expect(content.issued_on).toBeNull();
  expect(content.subject_class).toBe(7);
});

it('says sizes', () => {
  expect(sizeInWords(900)).toBe('900 字节');
  expect(sizeInWords(2048)).toBe('2 KB');
  expect(sizeInWords(3 * 1024 * 1024)).toBe('3.0 MB');
});
