// What a form holds while it is filled in, and what of it is sent.
import { askedBy, type Asked, type RecordSchema } from './schema';

export type Value = string | number | boolean | Values[];
export interface Values {
  [name: string]: Value;
}

function blank(field: Asked): Value {
  if (field.type === 'array') return [];
  return field.type === 'boolean' ? false : '';
}

// A form to begin with; `own` is what its subject knows besides.
export function begun(schema: RecordSchema, own: Values = {}): Values {
  const all = askedBy(schema).map((field) => [field.name, own[field.name] ?? blank(field)]);
  return Object.fromEntries(all) as Values;
}

function given(field: Asked, value: Value): unknown {
  if (Array.isArray(value)) return value;
  if (field['x-reference']) return value === '' ? undefined : Number(value);
  if (typeof value === 'string') return value.trim() || undefined;
  return value === false ? undefined : value;
}

// Only what was filled in, and nothing that the form does not show.
export function sent(schema: RecordSchema, values: Values, hidden: string[] = []): Record<string, unknown> {
  const all = askedBy(schema).flatMap((field) => {
    if (hidden.includes(field.name)) return [];
    const value = given(field, values[field.name] ?? '');
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return Object.fromEntries(all);
}
