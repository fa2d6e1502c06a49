import { expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { deskOf, dutiesOf, kindOf, type RequestDuty } from './duties';

const request = {
  state: 'handling', state_name: '办理中', unit: '', assignee: '', due: '2026-03-04', clock: 'running', working_days_left: 2, about: '', applicant: '',
} as RequestDuty;
const none = { messages: [], proposals: [] };

it('puts what is late first, whatever it is, and says what stands still', () => {
  const all = dutiesOf({
    today: '2026-03-02',
    duties: [
      { ...request, number: '2026-0001', state: 'consulting', state_name: '征求意见中', due: null, clock: 'paused', working_days_left: 0 },
      { ...request, number: '2026-0002' },
    ],
    ...none,
    documents: [{
      number: '2026-00001', title: '养老补贴通知', what: 'review', what_name: '待您审查', waiting_since: '2026-03-01',
      due: '2026-03-20', working_days_left: 14,
    }],
    reports: [{
      year: 2025, organ: '900121-2', organ_name: '柳河镇人民政府', state: 'returned', state_name: '已退回', what: 'mend',
      what_name: '退回修改', words: '表三合计不对', due: '2026-01-31', working_days_left: -15,
    }],
  }, true);
  expect(all.map((one) => one.action)).toEqual(['看原因', '去办理', '去办理', '去审核']);
  expect(all[0]).toMatchObject({ tone: 'late', left: '已超期 15 个工作日', about: ['退回修改：表三合计不对'] });
  expect(all[1]).toMatchObject({ tone: 'waiting', left: '征求意见中', name: '申请 2026-0001' });
  expect(all[3]!.about).toEqual(['待您审查，已等 1 天']);
});

it('begins a line with what was asked, where that is known, and calls what came by the web new', () => {
  const [fresh] = dutiesOf({
    today: '2026-03-02', documents: [], reports: [], ...none,
    duties: [{
      ...request, number: '2026-0019', state: 'awaiting_confirmation', state_name: '待双方确认', due: null, clock: null, working_days_left: 0,
      about: '2025年柳东村农村公路养护资金的拨付明细', applicant: '李**',
    }],
  }, false);
  expect(fresh).toMatchObject({
    tone: 'fresh', name: '2025年柳东村农村公路养护资金的拨付明细', about: ['李**', '2026-0019', '待双方确认'], action: '去确认',
  });
});

it('joins the page of each group with what is no request', () => {
  const nothing = { rows: [], count: { number: 0, more: false } };
  const reports = dutiesOf({
    today: '2026-03-02', duties: [], documents: [], ...none,
    reports: [{
      year: 2025, organ: '900121-2', organ_name: '', state: 'none', state_name: '', what: 'submit', what_name: '报送', words: '',
      due: '2026-01-31', working_days_left: -15,
    }],
  }, false);
  const late = { ...request, number: '2026-0002', due: '2026-02-26', clock: 'overdue' as const, working_days_left: -3 };
  const desk = deskOf(reports, { fresh: nothing, late: { rows: [late], count: { number: 1000, more: true } }, today: nothing, week: nothing, others: nothing });
  expect(desk.groups.late.rows.map((it) => it.key)).toEqual(['report 900121-2 2025', 'request 2026-0002']);
  expect(desk.groups.late.count).toEqual({ number: 1001, more: true });
  expect(desk.groups.week.rows).toEqual([]);
  // Where not all letters were read a group says no more than that there are at least so many.
  expect(deskOf(reports, {}, true).groups.late.count).toEqual({ number: 1, more: true });
  expect(deskOf(reports, {}, true).groups.week.count).toEqual({ number: 0, more: false });
});

it('names the proposals whose answers and opinions are due', () => {
  const all = dutiesOf({
    today: '2026-03-02', duties: [], documents: [], reports: [], messages: [],
    proposals: [
      { number: '2026-0003', title: '关于增设公交站点的建议', what: 'answer', what_name: '答复期限', about: '', due: '2026-03-04', working_days_left: 2 },
      { number: '2026-0003', title: '关于增设公交站点的建议', what: 'opinion', what_name: '会办单位提出意见的期限', about: '县财政局', due: '2026-02-27', working_days_left: -1 },
    ],
  }, false);
  expect(all.map((it) => it.action)).toEqual(['去催办', '去办理']);
  expect(all[0]).toMatchObject({ tone: 'late', to: '/proposals/2026-0003', about: ['2026-0003', '会办单位提出意见的期限', '县财政局'] });
});

it('counts a letter as new until it is accepted, and as late once it is late', () => {
  const letter = {
    state: 'received', state_name: '待受理', due: '2026-03-20', working_days_left: 14, source_name: '镇长信箱', beginning: '路灯不亮',
    ticket: '', writer: '王**',
  } as Schemas['MessageLine'];
  const all = dutiesOf({
    today: '2026-03-02', duties: [], documents: [], reports: [], proposals: [],
    messages: [
      { ...letter, number: '2026-0001' }, { ...letter, number: '2026-0002', state: 'handling', working_days_left: 3 },
      { ...letter, number: '2026-0003', working_days_left: -1 },
    ],
  }, false);
  const { groups } = deskOf(all, {});
  expect(groups.fresh.rows.map((it) => it.key)).toEqual(['message 2026-0001']);
  expect(groups.fresh.count).toEqual({ number: 1, more: false });
  expect(groups.fresh.rows[0]).toMatchObject({ action: '去受理', name: '镇长信箱：路灯不亮' });
  expect(groups.week.rows.map((it) => it.key)).toEqual(['message 2026-0002']);
  expect(groups.late.rows.map((it) => it.key)).toEqual(['message 2026-0003']);
  expect(all.map(kindOf)).toEqual(['message', 'message', 'message']);
});
