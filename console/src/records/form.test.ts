import { createSSRApp, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { expect, it } from 'vitest';
import { records } from '@/api/made/records';
import RecordForm from './RecordForm.vue';
import { askedBy, schemaOf, type Field, type RecordSchema } from './schema';
import { shapeOf } from './shape';
import { begun, replacing, sent, type Values } from './values';

const text = (label: string) => ({ type: 'string', 'x-label': label });
const record = (properties: Record<string, Field>, required: string[] = []) => ({ type: 'object', properties, required });
const names = { website: '政府网站', radio: '广播' };

// Each shape that a declaration may have (src/records/type.h), one or several.
const ticket: RecordSchema = record({
  asks: { type: 'boolean', 'x-label': '要求回电' },
  urgent: { type: 'boolean', 'x-label': '紧急' },
  known: { type: ['boolean', 'null'], 'x-label': '是否属实' },
  level: { type: 'integer', 'x-names': { 0: '一般', 1: '重大' }, 'x-label': '等级' },
  minutes: { type: ['integer', 'null'], 'x-label': '通话分钟' },
  channels: { type: 'array', items: { type: 'string', 'x-names': names }, 'x-label': '公开渠道' },
  keywords: { type: 'array', items: { type: 'string' }, 'x-label': '关键词' },
  rooms: { type: 'array', items: { type: 'integer' }, 'x-label': '房间' },
  caller: { ...record({ name: text('姓名'), phone: text('电话') }, ['name']), 'x-label': '来电人' },
  steps: { type: 'array', items: record({ what: text('做了什么'), by: text('由谁办') }, ['what']), 'x-label': '经过' },
}, ['urgent', 'channels']);

function draw(schema: RecordSchema, values: Values, more = {}): Promise<string> {
  const app = createSSRApp({ render: () => h(RecordForm, { schema, modelValue: values, ...more }) });
  app.config.warnHandler = (said) => expect(said).toContain('Unhandled error'); // of what is refused, thrown besides
  return renderToString(app);
}

it('knows how to ask for every field that is declared', () => {
  const fields = Object.values(records).flatMap((schema) => askedBy(schema));
  expect(fields.length).toBeGreaterThan(100);
  for (const field of fields) expect(shapeOf(field)).toBeTruthy();
});

it('refuses to draw what it does not know, and does not pass over it', async () => {
  const place: RecordSchema = record({ place: { type: 'string', format: 'geo', 'x-label': '地点' } });
  expect(() => begun(place)).toThrow('does not know how to ask for');
  await expect(draw(place, { place: '' })).rejects.toThrow('does not know how to ask for');
  await expect(draw(schemaOf('request', 'serve'), begun(schemaOf('request', 'serve')))).rejects.toThrow('refers_to');
});

it('draws every shape', async () => {
  const page = await draw(ticket, begun(ticket, { steps: [{}, {}] }));
  for (const field of askedBy(ticket)) expect(page).toContain(field.label);
  for (const label of ['政府网站', '重大', '姓名', '第 2 项的由谁办', '删去第 2 项', '增加一项']) expect(page).toContain(label);
  expect(page.match(/type="checkbox"/g)).toHaveLength(4);
  expect(page.match(/<textarea/g)).toHaveLength(2);
});

it('asks for nothing in a record that may be left out, until something is there', async () => {
  const form = record({ caller: ticket.properties.caller! });
  expect(await draw(form, begun(form))).not.toContain(' required');
  expect(await draw(form, begun(form, { caller: { phone: '12345' } }))).toContain(' required');
});

it('draws the lines that a page has begun without what it has said itself', async () => {
  const decide = schemaOf('request', 'decide');
  const page = await draw(decide, begun(decide, { items: [{ item: 1 }, { item: 2 }] }), { lines: { items: ['item'] } });
  expect(page).toContain('第 2 项的处理决定');
  expect(page).not.toContain('第几项');
  expect(page).not.toContain('增加一项');
});

it('sends what was filled in, each as the interface takes it, and a no where one is needed', () => {
  expect(sent(ticket, begun(ticket))).toEqual({ urgent: false });
  const filledIn = begun(ticket, {
    asks: true, known: 'false', level: '1', minutes: 5, channels: ['radio'], keywords: '养老\n\n 补贴 ', rooms: '3\n12',
    caller: { phone: '12345' }, steps: [{ what: '转办' }, {}],
  });
  expect(sent(ticket, filledIn)).toEqual({
    asks: true, urgent: false, known: false, level: 1, minutes: 5, channels: ['radio'], keywords: ['养老', '补贴'], rooms: [3, 12],
    caller: { phone: '12345' }, steps: [{ what: '转办' }],
  });
});

it('lets the server say what is no number', () => {
  expect(sent(ticket, begun(ticket, { rooms: '三楼' }))).toMatchObject({ rooms: ['三楼'] });
});

it('draws a part of the fields, those that stand under one heading', async () => {
  const page = await draw(ticket, begun(ticket), { only: ['asks', 'caller'], hidden: ['asks'] });
  expect(page).toContain('来电人');
  for (const label of ['要求回电', '紧急', '公开渠道']) expect(page).not.toContain(label);
});

it('puts several texts in lines', () => {
  expect(begun(ticket, { keywords: ['养老', '补贴'] }).keywords).toBe('养老\n补贴');
});

it('says of what was left blank that there is nothing', () => {
  expect(replacing(ticket, begun(ticket, { urgent: true }))).toEqual({ channels: [], keywords: [], rooms: [], steps: [], urgent: true });
});

it('draws several that stand elsewhere as boxes to tick, and sends those that are ticked', async () => {
  const form = begun(ticket, { keywords: ['1-2'] });
  const html = await draw(ticket, form, { only: ['keywords'], choices: { keywords: { '1-2': '柳河镇', '1-3': '青石镇' } } });
  expect(html.match(/type="checkbox"/g)).toHaveLength(2);
  expect(html).toMatch(/value="1-2"[^>]*checked|checked[^>]*value="1-2"/);
  expect(sent(ticket, { ...form, keywords: ['1-2', '1-3'] }).keywords).toEqual(['1-2', '1-3']);
  expect(sent(ticket, form).keywords).toEqual(['1-2']);
});
