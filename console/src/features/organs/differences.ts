// What of a body is another than before, by the labels of its form.
import type { Schemas } from '@/api/client';
import { askedBy, recordOf, type Field } from '@/records/schema';
import type { Fact } from '@/records/told';

type Told = Record<string, unknown>;

function of(fields: Pick<Field, 'properties' | 'required'>, before: Told, now: Told): Fact[] {
  return askedBy(fields).flatMap((field) => {
    const was = before[field.name], is = now[field.name];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    if (field.properties) return of(field, (was ?? {}) as Told, (is ?? {}) as Told);
    return [{ label: field.label, text: field['x-names']?.[String(is)] ?? (is === null || is === undefined ? '' : String(is)) }];
  });
}

export function differences(before: Schemas['Organ'], now: Schemas['Organ']): Fact[] {
  return of(recordOf('NewOrgan'), before as unknown as Told, now as unknown as Told);
}
