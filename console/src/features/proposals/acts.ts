// What an act on a proposal asks for beyond its declaration.
import type { Schemas } from '@/api/client';
import { schemaOf } from '@/records/schema';
import { begun, type Values } from '@/records/values';
import { dayInWords } from '@/words/days';

type Proposal = Schemas['Proposal'];
// Whether it may be done is the page's business.
type Offer = Omit<Schemas['ProposalOffer'], 'why_not'>;

const named = (all: readonly (readonly [string, string])[]): Record<string, string> => Object.fromEntries(all);

export function choicesFor(offer: Offer, found: Proposal): Record<string, Record<string, string>> {
  const given = found.acts.filter((it) => it.kind === 'receive_opinion' && !it.annulled).map((it) => ('unit' in it ? it.unit : ''));
  return {
    refers_to: named(offer.refers_to.map((index) => {
      const act = found.acts.find((it) => it.index === index);
      return [String(index), `第 ${index + 1} 个环节：${act?.title ?? ''}（${dayInWords(act?.on)}）`];
    })),
    answer_class: named(found.classes.map((it) => [it.code, `${it.code} ${it.words}`])),
    unit: named(found.co_units.filter((it) => !given.includes(it)).map((it) => [it, it])),
    promise: named(found.promises.filter((it) => !it.ended_on).map((it) => [String(it.promise), `第 ${it.promise} 项：${it.what}`])),
  };
}

// The form begins with today, the only act or promise that it can be about, and the units as they are.
export function draftOf(offer: Offer, found: Proposal, today: string): Values {
  const own: Values = { on: today };
  if (offer.refers_to.length === 1) own.refers_to = String(offer.refers_to[0]);
  const open = found.promises.filter((it) => !it.ended_on);
  if (open.length) own.promise = open[0]!.promise;
  if (offer.kind === 'change_units') Object.assign(own, { part: found.part, lead: found.lead, co_units: found.co_units });
  const form = begun(schemaOf('proposal', offer.kind), own);
  return offer.kind === 'review' ? { ...form, verdict: '' } : form;
}

// A promise is asked for where its class has one; a reason why not where nothing becomes public.
export function hiddenOf(draft: Values, found: Proposal): string[] {
  const its = found.classes.find((it) => it.code === draft.answer_class);
  const hidden = its && !its.promises ? ['promises'] : [];
  if (draft.manner === 'none') hidden.push('heading', 'proposer_shown', 'about', 'answer_text');
  else if (draft.manner) hidden.push('why_not');
  return hidden;
}

// What becomes public needs a text, what does not needs a reason.
export function neededOf(draft: Values): string[] {
  if (draft.verdict === 'fail') return ['words'];
  if (draft.manner === 'none') return ['why_not'];
  return draft.manner ? ['answer_text'] : [];
}

// What was written last for the public, and may still have to be reviewed.
export function preparedOf(acts: Proposal['acts']) {
  return acts.flatMap((it) => (it.kind === 'prepare' && !it.annulled ? [it] : [])).at(-1);
}
