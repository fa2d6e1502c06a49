// What each act on a request asks for, and how a recorded one reads.
import type { Schemas } from '@/api/client';
import { words } from '@/api/made/words';
import { dayInWords } from '@/words/days';

type Act = Schemas['RequestAct'];
type Kind = Schemas['ActKind'];

interface Needs {
  until?: string; // the label of the last day that the body sets
  refers?: string; // the label of the choice among earlier acts
  words?: string; // the label of what was written or said
  mustSay?: true;
  also?: readonly ('party' | 'answer' | 'days' | 'yuan' | 'items' | 'delivery' | 'remedy' | 'outcome')[];
  right?: Schemas['Right']; // other than handling requests
  on: string; // the label of its day
}

export const needs: Record<Kind, Needs> = {
  register: { on: '收到日期' },
  confirm: { on: '双方确认的日期', words: '确认方式' },
  ask_correction: { on: '告知日期', until: '补正期限到哪一天', words: '需要补正的事项', mustSay: true },
  correct: { on: '收到补正的日期', words: '补正的内容' },
  lapse_uncorrected: { on: '办理日期', words: '说明' },
  ask_reasons: { on: '告知日期', words: '要求说明的事项' },
  give_reasons: { on: '收到日期', words: '申请人说明的理由' },
  fix_period: { on: '告知日期', until: '延迟到哪一天答复', words: '说明' },
  consult: { on: '发出征求意见书的日期', also: ['party'], words: '征求意见的事项' },
  serve: { on: '送达日期', refers: '送达的文书' },
  opinion: { on: '收到意见或认定逾期的日期', refers: '对哪一份征求意见书', also: ['answer'], words: '意见和理由' },
  propose_extension: { on: '报请日期', also: ['days'], words: '延长的理由' },
  extend: { on: '同意并告知的日期', also: ['days'], words: '告知申请人的理由', right: 'approve_extension' },
  fee_notice: { on: '发出日期', also: ['yuan'], words: '收费的依据和计算' },
  pay: { on: '缴费日期' },
  lapse_unpaid: { on: '办理日期', words: '说明' },
  decide: { on: '决定日期', also: ['items'], words: '决定的理由', right: 'decide' },
  deliver: { on: '送达日期', also: ['delivery'] },
  withdraw: { on: '撤回日期', words: '说明' },
  file_remedy: { on: '收到通知的日期', also: ['remedy'], words: '案号和说明' },
  remedy_result: { on: '收到结果的日期', refers: '哪一件复议或诉讼', also: ['outcome'], words: '说明' },
  annul: { on: '更正日期', refers: '登记有误的环节', words: '错在哪里', mustSay: true },
};

// The further facts of a recorded act, each in a few words.
export function details(act: Act): string[] {
  const all: string[] = [];
  if (act.until) all.push(`期限到${dayInWords(act.until)}`);
  if (act.party) all.push(`向${words.Party[act.party]}征求`);
  if (act.answer) all.push(words.Answer[act.answer]);
  if (act.days) all.push(`${act.days} 个工作日`);
  if (act.yuan) all.push(`${act.yuan} 元`);
  for (const it of act.items ?? []) all.push(`第 ${it.item} 项：${it.code} ${it.name}`);
  if (act.delivery) all.push(words.Delivery[act.delivery]);
  if (act.remedy) all.push(words.Remedy[act.remedy]);
  if (act.outcome) all.push(words.RemedyOutcome[act.outcome]);
  if (act.refers_to !== undefined) all.push(`对第 ${act.refers_to + 1} 个环节`);
  return all;
}

// Codes that an ordinary decision may carry: those of lapsing have acts of their own.
export const decisionCodes = Object.fromEntries(
  Object.entries(words.DecisionCode)
    .filter(([code]) => !['O1', 'O2'].includes(code))
    .map(([code, name]) => [code, `${code} ${name}`]),
) as Record<Schemas['DecisionCode'], string>;

export interface Draft {
  on: string;
  until: string;
  refers_to: number | '';
  party: Schemas['Party'] | '';
  answer: Schemas['Answer'] | '';
  days: number;
  yuan: number;
  items: (Schemas['DecisionCode'] | '')[];
  delivery: Schemas['Delivery'] | '';
  remedy: Schemas['Remedy'] | '';
  outcome: Schemas['RemedyOutcome'] | '';
  public_interest: boolean;
  words: string;
  evidence: string;
}

// What is sent: only what the kind of act asks for.
export function newAct(kind: Kind, draft: Draft, seen: number): Schemas['NewAct'] {
  const asks = needs[kind];
  const act: Schemas['NewAct'] = { kind, on: draft.on, seen };
  if (asks.until) act.until = draft.until;
  if (asks.refers && draft.refers_to !== '') act.refers_to = draft.refers_to;
  if (asks.words && draft.words.trim()) act.words = draft.words.trim();
  for (const field of asks.also ?? []) {
    if (field === 'items') {
      act.items = draft.items.flatMap((code, i) => (code ? [{ item: i + 1, code }] : []));
      if (draft.public_interest) act.public_interest = true;
      if (draft.evidence.trim()) act.evidence = draft.evidence.trim();
    } else if (draft[field] !== '') Object.assign(act, { [field]: draft[field] });
  }
  return act;
}
