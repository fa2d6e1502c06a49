// What the program declares of a record: its fields in the order of the form, with their words.
import { records } from '@/api/made/records';

export interface Field {
  type: string | string[];
  format?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  items?: Field;
  properties?: Record<string, Field>;
  required?: string[];
  const?: string;
  'x-label'?: string;
  'x-hint'?: string;
  'x-names'?: Record<string, string>; // of a choice
  'x-lines'?: boolean; // a text of several lines
  'x-reference'?: boolean; // an earlier act
  'x-figure'?: boolean; // an exact decimal
}

export interface RecordSchema {
  type: string;
  title?: string;
  properties: Record<string, Field>;
  required: string[];
}

const capital = (text: string) => text.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

// "request", "ask_correction": RequestAskCorrection.
export function schemaOf(subject: string, kind: string): RecordSchema {
  return records[capital(`${subject}_${kind}`)]!;
}

// A record that is no act: NewOrgan, DocumentContent.
export function recordOf(name: string): RecordSchema {
  const record = records[name];
  if (!record) throw new Error(`data/web/record_schemas.json has no record “${name}”`);
  return record;
}

export function toldSchemaOf(subject: string, kind: string): RecordSchema {
  return records[`${capital(`${subject}_${kind}`)}Act`]!;
}

type Fields = Pick<Field, 'properties' | 'required'>;

// A field of a form, with its name.
export interface Asked extends Field {
  name: string;
  label: string;
  needed: boolean;
}

// What people fill in: what has no label is said by the page itself, as the kind of an act is.
export function askedBy(schema: Fields): Asked[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const label = field['x-label'];
    return label ? [{ ...field, name, label, needed: schema.required?.includes(name) ?? false }] : [];
  });
}

// Some of them, in the order of the declaration.
export interface Part {
  only?: readonly string[];
  hidden?: readonly string[];
}
export function partOf(schema: Fields, { only, hidden }: Part): Asked[] {
  return askedBy(schema).filter((it) => (only?.includes(it.name) ?? true) && !hidden?.includes(it.name));
}

export function fieldOf(schema: Fields, name: string): Asked {
  const field = askedBy(schema).find((it) => it.name === name);
  if (!field) throw new Error(`no field “${name}” is declared there`);
  return field;
}

export function labelOf(schema: Fields, name: string): string {
  return fieldOf(schema, name).label;
}

// The same with another label, where what stands above has said it already: 提出人 / 姓名.
export function relabelled(schema: RecordSchema, name: string, within: string, label: string): RecordSchema {
  const outer = schema.properties[name];
  const inner = outer?.properties?.[within];
  if (!outer || !inner) return schema;
  const properties = { ...outer.properties, [within]: { ...inner, 'x-label': label } };
  return { ...schema, properties: { ...schema.properties, [name]: { ...outer, properties } } };
}

// What an input says of its field, where a page draws the input itself.
export function saidOf(field: Asked): { label: string; hint?: string; required: boolean } {
  return { label: field.label, hint: field['x-hint'], required: field.needed };
}
