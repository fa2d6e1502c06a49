// The second look at what becomes public ends in one of two words, said by whoever looked. The record
// keeps the answers of the checklist; what they come to must be what was meant.
import { Refusal } from '@/api/client';
import { askedBy, type RecordSchema } from './schema';
import type { Values } from './values';

export type Verdict = 'pass' | 'fail';
export const verdicts: Record<Verdict, string> = { pass: '通过', fail: '不通过' };

// Nothing where the answers and the verdict agree; else one sentence for each field that is wrong.
export function verdictFaults(schema: RecordSchema, form: Values): { name: string; message: string }[] {
  const questions = askedBy(schema).filter((it) => it.type === 'boolean');
  const open = questions.filter((it) => form[it.name] !== true);
  if (form.verdict !== 'pass' && form.verdict !== 'fail') return [{ name: 'verdict', message: '请选择“通过”或者“不通过”。' }];
  if (form.verdict === 'pass')
    return open.length ? [{ name: open[0]!.name, message: `还有没有勾选的项目，不能选“通过”：${open.map((it) => `“${it.label}”`).join('、')}。` }] : [];
  return [
    ...(open.length ? [] : [{ name: 'verdict', message: '各项都已勾选，与“不通过”不符。请取消勾选不符合的项目。' }]),
    ...(String(form.words ?? '').trim() ? [] : [{ name: 'words', message: '选“不通过”的，请写明需要修改的内容。' }]),
  ];
}

export function checkVerdict(schema: RecordSchema, form: Values): void {
  const faults = verdictFaults(schema, form);
  if (faults.length) throw new Refusal(422, 'console.verdict', faults[0]!.message, faults);
}
