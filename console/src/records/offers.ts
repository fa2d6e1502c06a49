// What may be done about a record, as each subject tells it.
export interface Offered {
  kind: string;
  title: string;
  article?: string | null;
  allowed: boolean; // for this account
  effect?: string; // what it does to the days
  why_not?: string | null;
}

export interface Recorded {
  index: number;
  kind: string;
  title: string;
  on: string;
  recorded_on?: string;
  by?: string;
  words?: string | null;
  annulled?: boolean;
}

// The first that somebody may do and that is no exception is what comes next.
export function inOrder<O extends Offered>(offers: readonly O[], seldom: readonly string[]): { next?: O; others: O[] } {
  const usual = offers.filter((it) => !seldom.includes(it.kind));
  const next = usual.find((it) => it.allowed);
  const rest = usual.filter((it) => it !== next);
  return { next, others: [...rest, ...offers.filter((it) => seldom.includes(it.kind))] };
}
