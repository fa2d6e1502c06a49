// The units of bodies, for choices and for what stands beside somebody's name.
import type { Schemas } from '@/api/client';

type Unit = Pick<Schemas['Unit'], 'number' | 'name' | 'ended_on' | 'people'>;

// Those that one can choose, by number.
export function standing(units: readonly Unit[]): Record<string, string> {
  return Object.fromEntries(units.filter((it) => !it.ended_on).map((it) => [it.number, it.name]));
}

// In which unit somebody works; none where he is in none.
export function unitOf<T extends Unit>(units: readonly T[], account: string): T | undefined {
  return units.find((it) => it.people.includes(account));
}
