import { expect, it } from 'vitest';
import { details, factsOf } from './told';
import { askedBy, fieldOf, partOf, recordOf, schemaOf } from './schema';
import { begun, sent } from './values';

const labels = (subject: string, kind: string) => askedBy(schemaOf(subject, kind)).map((it) => it.label);

it('asks for the fields of a kind in their order', () => {
  expect(labels('request', 'pay')).toEqual(['缴费日期', '说明']);
  expect(labels('request', 'opinion')).toEqual(['收到意见或认定逾期的日期', '对哪一份征求意见书', '意见', '意见和理由']);
  expect(labels('register', 'annul')).toEqual(['错在哪里']);
});

it('sends only what was filled in and is shown', () => {
  const decide = schemaOf('request', 'decide');
  const draft = begun(decide, { on: '2026-03-02', items: [{ item: 1, code: 'G2' }] });
  expect(sent(decide, draft)).toEqual({ on: '2026-03-02', items: [{ item: 1, code: 'G2' }] });
  draft.words = ' 已经公开 ';
  draft.public_interest = true;
  expect(sent(decide, draft)).toMatchObject({ words: '已经公开', public_interest: true });
  expect(sent(decide, draft, ['public_interest'])).not.toHaveProperty('public_interest');
});

it('sends the first act as a number', () => {
  const serve = schemaOf('request', 'serve');
  expect(sent(serve, begun(serve, { on: '2026-03-02', refers_to: '0' }))).toEqual({ on: '2026-03-02', refers_to: 0 });
});

it('tells the facts of a recorded act', () => {
  const cases: [string, { kind: string }, string[]][] = [
    ['request', { kind: 'consult', party: 'third_party', words: '合同价格' } as never, ['征求谁的意见：第三方']],
    ['request', { kind: 'ask_correction', until: '2026-03-20' } as never, ['补正期限到哪一天：2026年3月20日（周五）']],
    ['request', { kind: 'opinion', refers_to: 0, answer: 'refuses' } as never, ['对哪一份征求意见书：第 1 个环节', '意见：不同意公开']],
    ['request', { kind: 'decide', items: [{ item: 2, code: 'G2', name: '予以公开' }], public_interest: false } as never,
      ['第 2 项，处理决定：予以公开']],
    ['document', { kind: 'review', verdict: 'public', verdict_name: '可以公开', secrecy_checked: true, basis: '' } as never,
      ['审查结果：可以公开', '已作保密审查']],
    ['request', { kind: 'register', items: 1, applicant: { name: '王小明', phone: '' } } as never,
      ['申请的事项数：1', '姓名或者名称：王小明']],
    ['request', { kind: 'pay' }, []],
  ];
  for (const [subject, act, said] of cases) expect(details(subject, act)).toEqual(said);
});

it('tells facts by the labels and words of their declaration, and none where there is nothing', () => {
  const fields = partOf(recordOf('NewRequest'), { only: ['wished', 'items', 'needs_help', 'received_on', 'submitted_on'] });
  expect(factsOf(fields, { wished: 'post', items: 2, needs_help: true, received_on: '2026-03-20', submitted_on: null })).toEqual([
    { label: '收到日期', text: '2026年3月20日（周五）' }, { label: '申请的事项数', text: '2' }, { label: '获取方式', text: '邮寄送达' },
    { label: '需要帮助', text: '是' },
  ]);
  const content = partOf(recordOf('DocumentContent'), { only: ['keywords', 'channels', 'subject_class'] });
  expect(factsOf(content, { keywords: ['养老', '补贴'], channels: [], subject_class: 0 })).toEqual([
    { label: '主题分类', text: '结合本地实际公开的信息' }, { label: '关键词', text: '养老、补贴' },
  ]);
});

it('knows no label of what is not declared', () => {
  expect(() => fieldOf(recordOf('NewRequest'), 'wish')).toThrow('no field “wish”');
  expect(() => recordOf('NewWish')).toThrow('NewWish');
});
