// A label that a page writes itself is a second one, which will some day say something else than
// the declaration. So what is declared is labelled by labelOf(), saidOf(), factsOf() or RecordForm.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { records } from '@/api/made/records';
import { askedBy, type Asked, type Field } from './schema';

type Fields = Pick<Field, 'properties' | 'required'>;
const within = (schema: Fields): Asked[] =>
  askedBy(schema).flatMap((field) => [field, ...within(field), ...within(field.items ?? {})]);
// Whose records a folder of pages shows; the others show none of their own.
const shown: Record<string, RegExp> = {
  requests: /Request|Applicant/, disclosure: /Document|Attachment/, registers: /^Register(?!Act)/, reports: /Report/,
  organs: /Organ|Contact|Account/,
};

const chinese = '[^"\'<>{}]*[\\u4e00-\\u9fff][^"\'<>{}]*';
const last = (path: string) => /(\w+)[^\w]*$/.exec(path)![1]!;

// Each way in which a page can label a value: the label, and what is shown or asked for beneath it.
const ways: [RegExp, (match: RegExpMatchArray) => [label: string, value: string]][] = [
  [/<\w+Field\b(?:[^>"]|"[^"]*")*>/g, ([tag]) =>
    [new RegExp(`\\s:?label="(?:[^"]*')?(${chinese})`).exec(tag)?.[1] ?? '', last(/v-model="([^"]+)"/.exec(tag)?.[1] ?? 'none')]],
  [new RegExp(`title: '(${chinese})', text: \\(it\\) => ([^,]*)`, 'g'), ([, label, text]) =>
    [label!, /\bit\.(\w+)/.exec(text!)?.[1] ?? 'none']],
  [new RegExp(`<dt>(${chinese})</dt>\\s*<dd[^>]*>(?:<\\w+>)?\\{\\{\\s*(?:\\w+\\()?([\\w.!?]+)`, 'g'), ([, label, path]) => [label!, last(path!)]],
  [new RegExp(`\\['(${chinese})', (?:\\w+\\()?([\\w.!?]+)`, 'g'), ([, label, path]) => [label!, last(path!)]],
  [new RegExp(`<(?:legend|th[^>]*)>(${chinese})<`, 'g'), ([, label]) => [label!, 'none']],
];

function labelled(feature: string, page: string): string[] {
  const declared = Object.entries(records).flatMap(([record, it]) => (shown[feature]?.test(record) ? within(it) : []));
  const names = new Set(declared.map((it) => it.name)), labels = new Set(declared.map((it) => it.label));
  return ways.flatMap(([way, read]) => [...page.matchAll(way)].map(read))
    .filter(([label, value]) => label && (names.has(value) || labels.has(label)))
    .map(([label, value]) => `${value}: ${label}`);
}

it('sees each way in which a page may label what is declared', () => {
  expect(labelled('organs', '<TextField v-model="form.contact.web" label="互联网地址" required />')).toEqual(['web: 互联网地址']);
  expect(labelled('requests', `<TextField v-model="who.name" :label="person ? '姓名' : '名称'" :hint="a > b" />`)).toEqual(['name: 名称']);
  expect(labelled('requests', '<TextField v-model="text" label="证件号码" />')).toEqual(['text: 证件号码']);
  expect(labelled('organs', "{ key: 'until', title: '撤销日期', text: (it) => dayInWords(it.valid_until) },")).toEqual(['valid_until: 撤销日期']);
  expect(labelled('requests', '<dt>渠道</dt><dd>{{ dayInWords(found!.channel) }}</dd>')).toEqual(['channel: 渠道']);
  expect(labelled('requests', "[['证明号码', it.id_number]]")).toEqual(['id_number: 证明号码']);
  expect(labelled('disclosure', "['发布机构', props.content.source]")).toEqual(['source: 发布机构']);
  expect(labelled('disclosure', '<legend>公开渠道</legend>')).toEqual(['none: 公开渠道']);
  expect(labelled('organs', '<TextField v-model="sought" label="检索" /><TextField v-model="form.web" v-bind="said" />')).toEqual([]);
});

const features = join(__dirname, '../features');
const pages = readdirSync(features, { recursive: true }).map(String)
  .filter((it) => it.endsWith('.vue'));

it.each(pages)('%s labels what is declared as it is declared', (page) => {
  expect(labelled(dirname(page), readFileSync(join(features, page), 'utf8'))).toEqual([]);
});
