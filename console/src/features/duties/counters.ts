// The groups of the desk, in the order in which they are worked off.
export interface Due {
  clock: string | null;
  working_days_left: number;
  due: string | null;
  isReady?: boolean; // somebody here can look at it or publish it at once
  isNew?: boolean; // came in by itself and waits for the body to confirm it
}

export type Group = 'fresh' | 'late' | 'today' | 'week' | 'ready' | 'others';
export const groups: Record<Group, string> = {
  fresh: '新收待确认', late: '已超期', today: '今天到期', week: '五个工作日内', ready: '待审核发布', others: '等待他人',
};

// Nothing for what falls due later than within five working days, and waits for nobody here.
export function groupOf(it: Due): Group | null {
  if (it.isNew) return 'fresh';
  if (it.isReady && !it.due) return 'ready';
  if (it.clock === 'paused' || it.clock === 'stopped' || !it.due) return 'others';
  if (it.clock === 'overdue' || it.working_days_left < 0) return 'late';
  if (it.working_days_left === 0) return 'today';
  if (it.working_days_left <= 5) return 'week';
  return it.isReady ? 'ready' : null;
}

export interface Grouped<T> {
  groups: Record<Group, T[]>;
  later: T[];
}

export function grouped<T extends Due>(all: readonly T[]): Grouped<T> {
  const sum: Grouped<T> = { groups: { fresh: [], late: [], today: [], week: [], ready: [], others: [] }, later: [] };
  for (const it of all) {
    const group = groupOf(it);
    (group ? sum.groups[group] : sum.later).push(it);
  }
  return sum;
}
