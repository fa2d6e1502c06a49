// What is said of the end of a body.
import { dayInWords } from '@/words/days';

// X自2026年12月31日（周四）终止，承继机关：Y
export function endInWords(name: string, day: string, successor: string): string {
  return `${name}自${dayInWords(day)}终止${successor ? `，承继机关：${successor}` : '，没有承继机关'}`;
}

export interface EndMark {
  tone: 'void' | 'soon';
  words: string;
}

// `until` is a body's last day.
export function endMark(until: string | null, today: string): EndMark | null {
  if (!until) return null;
  return until < today ? { tone: 'void', words: '已终止' } : { tone: 'soon', words: `将于${dayInWords(until)}终止` };
}

const kinds: Record<string, string> = { 申请: 'request', 来信: 'message', 建议提案: 'proposal' };

// The cases that a refusal names, as subjects: "message/2025-0001".
export function casesIn(sentence: string): string[] {
  return [...sentence.matchAll(/(申请|来信|建议提案) (\d{4}-\d+)/g)].map(([, kind, number]) => `${kinds[kind!]}/${number}`);
}
