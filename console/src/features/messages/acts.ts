// What an act on a message asks for beyond its declaration.
import type { Schemas } from '@/api/client';
import { schemaOf } from '@/records/schema';
import { begun, type Values } from '@/records/values';
import { dayInWords } from '@/words/days';

type Message = Schemas['MessageCase'];
type Offer = Schemas['MessageOffer'];

const named = (all: readonly (readonly [string, string])[]): Record<string, string> => Object.fromEntries(all);

export function choicesFor(offer: Offer, found: Message): Record<string, Record<string, string>> {
  return {
    refers_to: named(offer.refers_to.map((index) => {
      const act = found.acts.find((it) => it.index === index);
      return [String(index), `第 ${index + 1} 个环节：${act?.title ?? ''}（${dayInWords(act?.on)}）`];
    })),
  };
}

// The answer as it was given, where one is to be made public.
function replyOf(found: Message): string {
  const replies = found.acts.filter((it) => it.kind === 'reply' && !it.annulled);
  const last = replies.at(-1);
  return last && 'answer' in last ? String(last.answer ?? '') : '';
}

// The form begins with today, the only act that it can be about, and the notice that fits.
export function draftOf(offer: Offer, found: Message, today: string): Values {
  const own: Values = { on: today };
  if (offer.refers_to.length === 1) own.refers_to = String(offer.refers_to[0]);
  const notice = found.notices[offer.kind];
  if (notice) own.words = notice;
  if (offer.kind === 'reclassify')
    Object.assign(own, { matter: found.matter, secrecy: found.secrecy, reply_wished: found.reply_wished });
  // What was sent back for changes is changed; the answer of an older text may no longer be the one that holds.
  if (offer.kind === 'propose') {
    const before = found.proposal;
    const goes_on = before && ['proposed', 'passed', 'failed'].includes(found.stage);
    own.text = goes_on ? before : { title: before?.title ?? found.title ?? '', question: before?.question ?? '', answer: replyOf(found) };
  }
  const form = begun(schemaOf('message', offer.kind), own);
  return offer.kind === 'review' ? { ...form, verdict: '' } : form;
}

// What does not pass needs a reason.
export const neededOf = (form: Values) => (form.verdict === 'fail' ? ['words'] : []);
