import { expect, it } from 'vitest';
import { recorder } from '@/words/people';
import { details, newAct, type Draft } from './acts';

const draft: Draft = {
  on: '2026-03-02', until: '2026-03-20', refers_to: 3, party: 'third_party', answer: 'refuses', days: 20,
  yuan: 30, items: ['G2', 'D4'], delivery: 'post', remedy: 'review', outcome: 'upheld',
  public_interest: false, words: ' 说明 ', evidence: '',
};

it('sends only what the act asks for', () => {
  expect(newAct('ask_correction', draft, 4)).toEqual({
    kind: 'ask_correction', on: '2026-03-02', seen: 4, until: '2026-03-20', words: '说明',
  });
  expect(newAct('pay', draft, 5)).toEqual({ kind: 'pay', on: '2026-03-02', seen: 5 });
  expect(newAct('decide', draft, 6).items).toEqual([{ item: 1, code: 'G2' }, { item: 2, code: 'D4' }]);
  expect(newAct('opinion', draft, 6)).toMatchObject({ refers_to: 3, answer: 'refuses' });
});

it('tells the facts of a recorded act', () => {
  const act = {
    index: 4, kind: 'consult' as const, title: '征求意见', on: '2026-03-02', recorded_on: '2026-03-02',
    annulled: false, party: 'third_party' as const,
  };
  expect(details(act)).toEqual(['向第三方征求']);
  const present = {
    account: { id: 'account/3', login: 'wang' }, organ: '9-1',
    organs: [{ id: '9-1', name: '某镇' }, { id: '9-2', name: '某县' }],
    people: [
      { id: 'account/4', name: '黎小满', organ: '9-1' }, { id: 'account/5', name: '梁谷雨', organ: '9-2' },
      { id: 'account/6', name: '', organ: '9-1' },
    ],
  };
  const said = ['account/3', 'account/4', 'account/5', 'account/6', 'account/7', 'public', undefined]
    .map((by) => recorder(by, present));
  expect(said).toEqual(['我（wang）', '黎小满', '梁谷雨（某县）', '账号 6', '账号 7', '申请人（网上）', '']);
});
