import { expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { blankDraft, contentOf, draftOf, keywordsOf, sizeInWords } from './content';

it('takes keywords however they are parted', () => {
  expect(keywordsOf('养老；补贴、 高龄,柳河镇')).toEqual(['养老', '补贴', '高龄', '柳河镇']);
  expect(keywordsOf('')).toEqual([]);
});

it('sends what was left blank as nothing, so that an editor can take it away', () => {
  const content = contentOf({ ...blankDraft('2026-03-02'), kind: 'information', subject_class: '7', channels: [] });
  expect(content).toEqual({
    title: '', document_number: '', abstract: '', kind: 'information', subject_class: 7, formed_on: '2026-03-02', issued_on: null,
    keywords: [], source: '', body: '', interprets: '', channels: [], audience: '',
  });
});

it('gives back what it was given', () => {
  const content = {
    title: '通知', document_number: '云柳政发〔2026〕3号', abstract: '补贴', kind: 'normative_document', subject_class: 1,
    formed_on: '2026-03-01', issued_on: '2026-03-02', keywords: ['养老', '补贴'], source: '', body: '正文', interprets: '',
    channels: ['website', 'board'], audience: '老人',
  };
  expect(contentOf(draftOf({ ...content, attachments: [] } as unknown as Schemas['DocumentContent']))).toEqual(content);
});

it('says sizes', () => {
  expect(sizeInWords(900)).toBe('900 字节');
  expect(sizeInWords(2048)).toBe('2 KB');
  expect(sizeInWords(3 * 1024 * 1024)).toBe('3.0 MB');
});
