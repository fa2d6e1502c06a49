// What an act on a request asks for beyond its declaration.
import type { Schemas } from '@/api/client';
import { askedBy, schemaOf } from '@/records/schema';
import { begun, linesOf, type Values } from '@/records/values';
import { dayInWords } from '@/words/days';

type Case = Schemas['Case'];
type Offer = Schemas['RequestOffer'];

// Those of lapsing are given by acts of their own.
const lapses = ['O1', 'O2'];

function decisions(): Record<string, string> {
  const items = askedBy(schemaOf('request', 'decide')).find((it) => it.name === 'items');
  const names = items?.items?.properties?.code?.['x-names'] ?? {};
  return Object.fromEntries(Object.entries(names).flatMap(([code, name]) =>
    lapses.includes(code) ? [] : [[code, `${code} ${name}`]]));
}

export function choicesFor(offer: Offer, found: Case): Record<string, Record<string, string>> {
  const earlier = offer.refers_to.map((index) => {
    const act = found.acts.find((it) => it.index === index);
    return [String(index), `第 ${index + 1} 个环节：${act?.title ?? ''}（${dayInWords(act?.on)}）`];
  });
  return { refers_to: Object.fromEntries(earlier) as Record<string, string>, 'items.code': decisions() };
}

// The form begins with what is most likely: today, the only act that it can be about, the longest
// extension, the delivery that the applicant wishes, and a line for each thing asked for.
export function draftOf(offer: Offer, found: Case, today: string): Values {
  const schema = schemaOf('request', offer.kind);
  const own: Values = { on: today, delivery: found.wished };
  if (offer.refers_to.length === 1) own.refers_to = String(offer.refers_to[0]);
  const longest = schema.properties.days?.maximum;
  if (longest) own.days = longest;
  if (schema.properties.items) own.items = Array.from({ length: found.items }, (_, i) => ({ item: i + 1, code: '' }));
  return begun(schema, own);
}

const codes = (draft: Values) => linesOf(draft.items).map((it) => String(it.code));

// There is a line for each thing asked for, which has its number.
export const linesBegun = { items: ['item'] };

// How one searched matters where nothing was found; the public interest where something is given
// though a third party refused.
export function hiddenOf(draft: Values, found: Case): string[] {
  const refused = found.acts.some((it) => it.kind === 'opinion' && it.answer === 'refuses' && !it.annulled);
  const gives = codes(draft).some((code) => code.startsWith('G'));
  return [
    ...(codes(draft).includes('U1a') ? [] : ['evidence']),
    ...(refused && gives ? [] : ['public_interest']),
  ];
}

// What an act does to the day of the answer, told before anybody clicks.
export function effectOf(it: Offer): string {
  if (it.effect) return it.effect;
  if (it.due_now && it.due_now === it.due_after) return `答复期限不变，仍为${dayInWords(it.due_now)}。`;
  return '';
}
