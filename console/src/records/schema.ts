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

export function toldSchemaOf(subject: string, kind: string): RecordSchema {
  return records[`${capital(`${subject}_${kind}`)}Act`]!;
}

// A field of a form, with its name.
export interface Asked extends Field {
  name: string;
  label: string;
  needed: boolean;
}

// What people fill in: what has no label is said by the page itself, as the kind of an act is.
export function askedBy(schema: { properties?: Record<string, Field>; required?: string[] }): Asked[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const label = field['x-label'];
    return label ? [{ ...field, name, label, needed: schema.required?.includes(name) ?? false }] : [];
  });
}
