// How a field is asked for. What this list does not know is no field of a form: the test over all
// declarations (records.test.ts) finds it before anybody opens the page.
import type { Field } from './schema';

export type Shape =
  | 'choice' // one of several
  | 'choices' // any of several
  | 'yes' // a box to tick
  | 'yes or no' // where nothing is a third answer
  | 'day'
  | 'number'
  | 'text'
  | 'texts' // texts, numbers or days, one a line
  | 'record' // fields of its own
  | 'lines'; // a list of records

// Without the null that says that it may be left out.
export function typeOf(field: Field): string | undefined {
  return Array.isArray(field.type) ? field.type.find((it) => it !== 'null') : field.type;
}

const inLists: Partial<Record<Shape, Shape>> = {
  choice: 'choices', day: 'texts', number: 'texts', text: 'texts', record: 'lines',
};

function shapeOfOne(field: Field): Shape | undefined {
  if (field['x-names'] || field['x-reference']) return 'choice';
  if (field.enum) return undefined; // without words for people
  switch (typeOf(field)) {
    case 'boolean': return Array.isArray(field.type) ? 'yes or no' : 'yes';
    case 'integer': return 'number';
    case 'object': return field.properties && 'record';
    case 'string': return field.format === 'date' ? 'day' : field.format ? undefined : 'text';
    default: return undefined;
  }
}

function shapeOfList(items: Field | undefined): Shape | undefined {
  const one = items && shapeOfOne(items);
  return one && inLists[one];
}

export function shapeOf(field: Field): Shape {
  const shape = typeOf(field) === 'array' ? shapeOfList(field.items) : shapeOfOne(field);
  if (!shape) throw new Error(`console/src/records/shape.ts does not know how to ask for ${JSON.stringify(field)}`);
  return shape;
}
