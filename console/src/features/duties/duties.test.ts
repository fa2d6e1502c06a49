import { expect, it } from 'vitest';
import { dutiesOf } from './duties';

it('puts what is late first, whatever it is, and what stands still last', () => {
  const all = dutiesOf({
    today: '2026-03-02',
    duties: [
      { number: '2026-0001', state: 'consulting', state_name: '征求意见中', due: null, clock: 'paused', working_days_left: 0 },
      { number: '2026-0002', state: 'handling', state_name: '办理中', due: '2026-03-04', clock: 'running', working_days_left: 2 },
    ],
    documents: [{
      number: '2026-00001', title: '养老补贴通知', what: 'review', what_name: '待您审查', waiting_since: '2026-03-01',
      due: '2026-03-20', working_days_left: 14,
    }],
    reports: [{
      year: 2025, organ: '900121-2', organ_name: '柳河镇人民政府', state: 'returned', state_name: '已退回', what: 'mend',
      what_name: '退回修改', words: '表三合计不对', due: '2026-01-31', working_days_left: -15,
    }],
  }, true);
  expect(all.map((one) => one.action)).toEqual(['看原因', '去办理', '去审核', '去办理']);
  expect(all[0]).toMatchObject({ tone: 'late', left: '已超 15 个工作日', now: '退回修改：表三合计不对' });
  expect(all[2]!.now).toBe('待您审查，已等 1 天');
  expect(all[3]!.tone).toBe('waiting');
});
