// What a form holds while it is filled in, and what of it is sent.
import { askedBy, type Asked, type Field } from './schema';
import { shapeOf, typeOf } from './shape';

export type Value = string | number | boolean | string[] | Values | Values[];
export interface Values {
  [name: string]: Value;
}
type Fields = Pick<Field, 'properties' | 'required'>;

export function linesOf(value: Value | undefined): Values[] {
  return Array.isArray(value) ? value.filter((it) => typeof it === 'object') : [];
}

export function partsOf(value: Value | undefined): Values {
  return typeof value === 'object' && !Array.isArray(value) ? value : {};
}

// A list of records that must not be empty begins with one. Several texts stand in lines.
function blank(field: Asked, own: Value | undefined): Value {
  switch (shapeOf(field)) {
    case 'record': return begun(field, partsOf(own));
    case 'lines': return (own ? linesOf(own) : field.needed ? [{}] : []).map((line) => begun(field.items ?? {}, line));
    case 'choices': return own ?? [];
    case 'texts': return Array.isArray(own) ? own.join('\n') : own ?? '';
    case 'yes': return own ?? false;
    default: return own ?? '';
  }
}

// A form to begin with; `own` is what its subject knows besides.
export function begun(schema: Fields, own: Values = {}): Values {
  return Object.fromEntries(askedBy(schema).map((field) => [field.name, blank(field, own[field.name])]));
}

// Whether anybody has written something there.
export function filled(value: Value): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value === 'object') return Object.values(value as Values).some(filled);
  return value !== false;
}

// A number as a number; what is none goes as it is, so that the server can say so.
function typed(field: Field | undefined, text: string): string | number {
  return field && typeOf(field) === 'integer' && !Number.isNaN(Number(text)) ? Number(text) : text;
}

function plain(field: Asked, texts: string[]): unknown[] {
  return texts.flatMap((it) => (it.trim() ? [typed(field.items, it.trim())] : []));
}

// An empty list is as good as none.
const unlessEmpty = (all: unknown[]) => (all.length ? all : undefined);

// Of what is optional nothing is sent before something of it was filled in.
function record(field: Asked, value: Values): unknown {
  return filled(value) || field.needed ? sent(field, value) : undefined;
}

function given(field: Asked, value: Value): unknown {
  switch (shapeOf(field)) {
    case 'record': return record(field, partsOf(value));
    case 'lines': return unlessEmpty(linesOf(value).filter(filled).map((line) => sent(field.items ?? {}, line)));
    case 'choices': return unlessEmpty(plain(field, value as string[]));
    case 'texts': return unlessEmpty(plain(field, Array.isArray(value) ? value as string[] : String(value).split('\n')));
    case 'yes': return value === true || (field.needed ? false : undefined);
    case 'yes or no': return value === '' ? undefined : value === 'true';
    default: return filled(value) ? typed(field, String(value).trim()) : undefined;
  }
}

// Only what was filled in, and nothing that the form does not show.
export function sent(schema: Fields, values: Values, hidden: string[] = []): Record<string, unknown> {
  const all = askedBy(schema).flatMap((field) => {
    if (hidden.includes(field.name)) return [];
    const value = given(field, values[field.name] ?? '');
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return Object.fromEntries(all);
}

// What says that there is nothing; a number or a choice cannot be taken away.
function nothing(field: Asked): '' | null | [] | undefined {
  switch (shapeOf(field)) {
    case 'lines': case 'choices': case 'texts': return [];
    case 'text': return '';
    case 'day': return null;
    default: return undefined;
  }
}

// Of a record of which a part may be sent, what is not sent stays: what was left blank is sent as nothing.
export function replacing(schema: Fields, values: Values): Record<string, unknown> {
  const blanks = askedBy(schema).map((field) => [field.name, nothing(field)] as const);
  return { ...Object.fromEntries(blanks.filter(([, none]) => none !== undefined)), ...sent(schema, values) };
}
