// What an act on a document asks for beyond its declaration.
import type { Schemas } from '@/api/client';
import { begun, type Values } from '@/records/values';
import { schemaOf } from '@/records/schema';
import { dayInWords } from '@/words/days';
import { draftOf as contentDraft } from './content';

export function choicesFor(offer: Schemas['DocumentOffer'], found: Schemas['Document']): Record<string, Record<string, string>> {
  const earlier = offer.refers_to.map((index) => {
    const act = found.acts.find((it) => it.index === index);
    return [String(index), `${act?.title ?? ''}（${dayInWords(act?.on)}）`];
  });
  return { refers_to: Object.fromEntries(earlier) as Record<string, string> };
}

export function draftOf(offer: Schemas['DocumentOffer'], today: string): Values {
  const own: Values = { on: today };
  if (offer.refers_to.length === 1) own.refers_to = String(offer.refers_to[0]);
  return begun(schemaOf('document', offer.kind), own);
}

// Asked for elsewhere: the content has its editor, the secrecy review its question, and what is
// reviewed is the text at hand. What may not be public is asked for where not all is.
export function hiddenOf(offer: Schemas['DocumentOffer'], draft: Values): string[] {
  const hidden = ['content', 'secrecy_checked'];
  if (offer.kind === 'review') hidden.push('refers_to');
  if (!withheld(draft)) hidden.push('ground');
  return hidden;
}

const withheld = (draft: Values) => draft.verdict === 'not_public' || draft.verdict === 'after_work';

export function neededOf(draft: Values): string[] {
  return draft.verdict === 'not_public' ? ['ground', 'basis'] : ['ground'];
}

const asksFor = (offer: Schemas['DocumentOffer'], field: string) => field in schemaOf('document', offer.kind).properties;
export const writesIn = (offer: Schemas['DocumentOffer']) => asksFor(offer, 'content');
export const reviewIn = (offer: Schemas['DocumentOffer']) => asksFor(offer, 'secrecy_checked');

// The act's own fields, with the text that is edited and the answers to the questions.
export function beginOf(offer: Schemas['DocumentOffer'], found: Schemas['Document'], today: string): Values {
  const form = draftOf(offer, today);
  if (writesIn(offer)) form.content = contentDraft(found.content);
  if (reviewIn(offer)) Object.assign(form, { secrecy_checked: false, checked: [] });
  return form;
}
