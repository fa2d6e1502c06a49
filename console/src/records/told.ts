// A recorded act in a few words, by the labels and words of its declaration.
import { dayInWords } from '@/words/days';
import { askedBy, toldSchemaOf, type Asked, type Field } from './schema';

type Told = Record<string, unknown>;

// 第几项 is told as 第 2 项, any other label before its value.
function labelled(label: string, value: string): string {
  const counted = /^第几(.+)$/.exec(label);
  return counted ? `第 ${value} ${counted[1]}` : `${label}：${value}`;
}

// A value by itself.
function word(field: Field, value: unknown): string {
  if (field['x-reference']) return `第 ${Number(value) + 1} 个环节`;
  return field.format === 'date' ? dayInWords(String(value)) : field['x-names']?.[String(value)] ?? String(value);
}

function list({ label, items }: Asked, values: unknown[]): string[] {
  if (items?.properties) return values.map((each) => line(items, each as Told));
  return values.length ? [labelled(label, values.map((each) => word(items ?? { type: 'string' }, each)).join('、'))] : [];
}

// What somebody wrote may end as a sentence; within a line only its last part does.
export function joined(parts: readonly string[], sign: string): string {
  return parts.map((it, i) => (i + 1 < parts.length ? it.replace(/[。，；]+$/, '') : it)).join(sign);
}

function line(field: Field, values: Told): string {
  return joined(askedBy(field).flatMap((part) => told(part, values[part.name])), '，');
}

function told(field: Asked, value: unknown): string[] {
  if (value === undefined || value === null || value === '' || value === false) return [];
  if (value === true) return [field.label];
  if (Array.isArray(value)) return list(field, value);
  return [field.properties ? line(field, value as Told) : labelled(field.label, word(field, value))];
}

export interface Fact {
  label: string;
  text: string;
}

// The same of what stands by itself, for a list of label and text.
export function factsOf(fields: Asked[], values: object): Fact[] {
  return fields.flatMap((field) => {
    const value = (values as Told)[field.name];
    if (value === undefined || value === null || value === '' || value === false) return [];
    const all = Array.isArray(value) ? value : [value];
    const text = value === true ? '是' : all.map((each) => word(field.items ?? field, each)).join('、');
    return text ? [{ label: field.label, text }] : [];
  });
}

export function details(subject: string, act: { kind: string }): string[] {
  const values = act as Told;
  return askedBy(toldSchemaOf(subject, act.kind)).flatMap((field) => told(field, values[field.name]));
}
