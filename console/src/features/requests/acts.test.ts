import { expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { choicesFor, draftOf, hiddenOf } from './acts';

const today = '2026-03-02';
const offer = (kind: Schemas['RequestActKind'], refers_to: number[] = []) => ({ kind, refers_to }) as Schemas['RequestOffer'];
const opinion = (answer: string, annulled = false) => ({ kind: 'opinion', answer, annulled });
const found = (...acts: object[]) => ({ items: 2, wished: 'online', acts }) as unknown as Schemas['Case'];

it('begins with what is most likely', () => {
  expect(draftOf(offer('propose_extension'), found(), today)).toMatchObject({ on: today, days: 20 });
  expect(draftOf(offer('deliver'), found(), today)).toMatchObject({ delivery: 'online' });
  expect(draftOf(offer('serve', [3]), found(), today)).toMatchObject({ refers_to: '3' });
  expect(draftOf(offer('serve', [1, 3]), found(), today)).toMatchObject({ refers_to: '' });
  expect(draftOf(offer('decide'), found(), today).items).toEqual([{ item: 1, code: '' }, { item: 2, code: '' }]);
  expect(draftOf(offer('fee_notice'), found(), today)).toMatchObject({ yuan: '' });
});

it('does not offer the codes of lapsing', () => {
  const codes = choicesFor(offer('decide'), found())['items.code']!;
  expect(codes).toMatchObject({ G2: 'G2 予以公开', O3: 'O3 其他情形（如撤回申请）' });
  expect(codes).not.toHaveProperty('O1');
  expect(codes).not.toHaveProperty('O2');
});

it('asks how one searched, and for the public interest, only where it matters', () => {
  const draft = (code: string) => ({ items: [{ item: 1, code }] });
  expect(hiddenOf(draft('U1a'), found())).toEqual(['public_interest']);
  expect(hiddenOf(draft('G2'), found(opinion('refuses')))).toEqual(['evidence']);
  expect(hiddenOf(draft('G2'), found(opinion('refuses', true)))).toEqual(['evidence', 'public_interest']);
  expect(hiddenOf(draft('D4'), found(opinion('refuses')))).toEqual(['evidence', 'public_interest']);
  expect(hiddenOf(draft('G2'), found(opinion('agrees')))).toEqual(['evidence', 'public_interest']);
});
