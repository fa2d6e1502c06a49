// All that waits for somebody of the body today, as one list: what is late first.
import type { Schemas } from '@/api/client';
import { daysBetween, workingDaysLeft, type Left } from '@/words/days';
import { bucket, type Due } from './counters';

export interface Duty extends Due {
  key: string;
  name: string;
  now: string;
  action: string;
  to: string;
  organ?: string; // of another body
  tone: Left['tone'] | 'waiting';
  left: string;
}

function mark(it: Due): Pick<Duty, 'tone' | 'left'> {
  if (bucket(it) === 'others') return { tone: 'waiting', left: '暂不计时' };
  const { tone, words } = workingDaysLeft(it.working_days_left);
  return { tone, left: words };
}

function waiting(since: string | null, today: string): string {
  const days = since ? daysBetween(since, today) : 0;
  return days > 0 ? `，已等 ${days} 天` : '';
}

type RequestDuty = Pick<Schemas['RequestLine'], 'number' | 'state' | 'state_name' | 'due' | 'clock' | 'working_days_left'>;
type All = { today: string; duties: RequestDuty[]; documents: Schemas['DocumentDuty'][]; reports: Schemas['ReportDuty'][] };

const documentActions: Record<string, string> = { review: '去审核', publish: '去发布' };
const reportActions: Record<string, string> = { submit: '去编制', mend: '看原因', publish: '去公布', review: '去审核' };

export function dutiesOf({ today, duties, documents, reports }: All, reviews: boolean): Duty[] {
  const all: Duty[] = [
    ...duties.map((row) => ({ ...row, working_days_left: row.working_days_left ?? 0 })).map((it) => ({
      ...it, ...mark(it), key: `request ${it.number}`, name: `申请 ${it.number}`, now: it.state_name,
      action: '去办理', to: `/requests/${it.number}`,
    })),
    ...documents.map((it) => {
      const due = { clock: it.due ? 'running' : null, due: it.due, working_days_left: it.working_days_left };
      return {
        ...due, ...mark(due), key: `document ${it.number}`, name: `文件《${it.title}》`,
        now: it.what_name + waiting(it.waiting_since, today), action: it.what === 'review' && !reviews ? '去查看' : (documentActions[it.what] ?? '去办理'), to: `/documents/${it.number}`,
      };
    }),
    ...reports.map((it) => {
      const due = { clock: it.due ? 'running' : null, due: it.due, working_days_left: it.working_days_left };
      return {
        ...due, ...mark(due), key: `report ${it.organ} ${it.year}`,
        name: `${it.what === 'review' ? it.organ_name : ''}${it.year}年度报告`, now: it.what_name + (it.words ? `：${it.words}` : ''),
        action: reportActions[it.what] ?? '去办理', to: `/reports/${it.year}`, organ: it.organ,
      };
    }),
  ];
  const rank = (it: Duty) => (it.tone === 'waiting' ? 1e6 : it.working_days_left);
  return all.sort((a, b) => rank(a) - rank(b));
}

