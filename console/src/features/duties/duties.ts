// What waits for somebody of the body today, of whatever subject, as lines of one desk.
import type { Schemas } from '@/api/client';
import { daysBetween, workingDaysLeft, type Left } from '@/words/days';
import { beginningOf } from '@/words/records';
import type { Page } from '@/components/listing';
import { grouped, groupOf, type Due, type Group } from './counters';

export interface Duty extends Due {
  key: string;
  name: string; // what it is about
  about: string[]; // who, number, how far
  action: string;
  to: string;
  organ?: string; // of another body
  ends: string; // what the last day is of
  tone: Left['tone'] | 'waiting' | 'fresh';
  left: string;
}

function mark(it: Due, state: string): Pick<Duty, 'tone' | 'left'> {
  const group = groupOf(it);
  if (group === 'fresh') return { tone: 'fresh', left: '新收待确认' };
  if (group === 'ready' && !it.due) return { tone: 'calm', left: state };
  if (group === 'others') return { tone: 'waiting', left: state || '等待他人' };
  const { tone, words } = workingDaysLeft(it.working_days_left);
  return { tone, left: words };
}

function waiting(since: string | null, today: string): string {
  const days = since ? daysBetween(since, today) : 0;
  return days > 0 ? `，已等 ${days} 天` : '';
}

export type RequestDuty = Schemas['RequestLine'];
interface All {
  today: string;
  duties: RequestDuty[];
  documents: Schemas['DocumentDuty'][];
  reports: Schemas['ReportDuty'][];
  messages: Schemas['MessageLine'][];
  proposals: Schemas['ProposalDuty'][];
}

const documentActions: Record<string, string> = { review: '去审核', publish: '去发布' };
const reportActions: Record<string, string> = { submit: '去编制', mend: '看原因', publish: '去公布', review: '去审核' };

export function ofRequest(it: RequestDuty): Duty {
  const due = { clock: it.clock, due: it.due, working_days_left: it.working_days_left ?? 0, isNew: it.state === 'awaiting_confirmation' };
  const title = beginningOf(it.about);
  return {
    ...due, ...mark(due, it.state_name), key: `request ${it.number}`, name: title || `申请 ${it.number}`,
    about: [...(it.applicant ? [it.applicant] : []), ...(title ? [it.number] : []), it.state_name],
    action: due.isNew ? '去确认' : '去办理', to: `/requests/${it.number}`, ends: due.isNew ? '' : '答复截止',
  };
}

function ofDocument(it: Schemas['DocumentDuty'], today: string, reviews: boolean): Duty {
  const isReady = it.what === 'publish' || (it.what === 'review' && reviews);
  const due = { clock: it.due ? 'running' : null, due: it.due, working_days_left: it.working_days_left, isReady };
  return {
    ...due, ...mark(due, it.what_name), key: `document ${it.number}`, name: `文件《${it.title}》`,
    about: [it.what_name + waiting(it.waiting_since, today)],
    action: it.what === 'review' && !reviews ? '去查看' : (documentActions[it.what] ?? '去办理'),
    to: `/documents/${it.number}`, ends: '公开截止',
  };
}

function ofReport(it: Schemas['ReportDuty']): Duty {
  const due = { clock: it.due ? 'running' : null, due: it.due, working_days_left: it.working_days_left };
  return {
    ...due, ...mark(due, it.what_name), key: `report ${it.organ} ${it.year}`,
    name: `${it.what === 'review' ? it.organ_name : ''}${it.year}年度报告`,
    about: [it.what_name + (it.words ? `：${it.words}` : '')], action: reportActions[it.what] ?? '去办理',
    to: `/reports/${it.year}`, organ: it.organ, ends: '公布截止',
  };
}

// What nobody has accepted yet is new, until its last day makes it urgent.
function ofMessage(it: Schemas['MessageLine']): Duty {
  const left = it.working_days_left ?? 0;
  const due = { clock: it.due ? 'running' : null, due: it.due, working_days_left: left, isNew: it.state === 'received' && (!it.due || left > 0) };
  return {
    ...due, ...mark(due, it.state_name), key: `message ${it.number}`, name: `${it.source_name}：${it.beginning || it.number}`,
    about: [...(it.writer ? [it.writer] : []), it.ticket ? `工单 ${it.ticket}` : it.number, it.state_name],
    action: due.isNew ? '去受理' : '去办理', to: `/messages/${it.number}`, ends: '回复截止',
  };
}

// What this body has to answer or to do itself, and the opinions that it awaits from others.
function ofProposal(it: Schemas['ProposalDuty']): Duty {
  const due = { clock: 'running', due: it.due, working_days_left: it.working_days_left };
  return {
    ...due, ...mark(due, it.what_name), key: `proposal ${it.number} ${it.what} ${it.about}`, name: it.title,
    about: [it.number, it.what_name, ...(it.about ? [it.about] : [])],
    action: it.what === 'opinion' ? '去催办' : '去办理', to: `/proposals/${it.number}`, ends: '截止',
  };
}

// All that waits for somebody of the body, the most urgent first.
export function dutiesOf({ today, duties, documents, reports, messages, proposals }: All, reviews: boolean): Duty[] {
  const all = [
    ...duties.map(ofRequest), ...documents.map((it) => ofDocument(it, today, reviews)), ...reports.map(ofReport),
    ...messages.map(ofMessage), ...proposals.map(ofProposal),
  ];
  return all.sort((a, b) => a.working_days_left - b.working_days_left);
}

// The kinds of work, by what the keys of duties begin with; each has its list.
export const kinds = {
  request: { name: '申请', list: '依申请公开', to: '/requests' },
  document: { name: '文件', list: '信息发布', to: '/documents' },
  message: { name: '来信', list: '热线和信箱', to: '/messages' },
  proposal: { name: '建议提案', list: '建议提案', to: '/proposals' },
  report: { name: '年报', list: '年度报告', to: '/reports' },
} as const;
export type Kind = keyof typeof kinds;
export const kindOf = (it: Pick<Duty, 'key'>) => it.key.split(' ')[0] as Kind;

type Count = Page<unknown>['count'];
export interface Desk {
  groups: Record<Group, { rows: Duty[]; count: Count }>;
  later: Duty[];
}

// Where a group of requests is found in their list, a page at most.
export const pagesOf: Partial<Record<Group, Record<string, string>>> = {
  fresh: { state: 'awaiting_confirmation', sort: 'number' },
  late: { group: 'overdue', sort: 'due' },
  today: { group: 'due_today', sort: 'due' },
  week: { group: 'due_soon', sort: 'due' },
  others: { state: 'awaiting_correction,awaiting_reasons,consulting,awaiting_payment', sort: 'due' },
};

// The desk of a page of requests for each group beside what is no request; `unread` where there is
// more of that than was read, the most urgent of which is here.
export function deskOf(all: Duty[], pages: Partial<Record<Group, { rows: RequestDuty[]; count: Count }>>, unread = false): Desk {
  const { groups: mine, later } = grouped(all);
  const groups = Object.fromEntries(Object.entries(mine).map(([group, rows]) => {
    const page = pages[group as Group] ?? { rows: [], count: { number: 0, more: false } };
    const requests = page.rows.map(ofRequest);
    const number = rows.length + page.count.number;
    return [group, { rows: [...rows, ...requests].sort((a, b) => a.working_days_left - b.working_days_left), count: { number, more: page.count.more || (unread && rows.length > 0) } }];
  })) as Desk['groups'];
  return { groups, later };
}
