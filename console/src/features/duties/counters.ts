// The four counters on top of the duties.
export interface Due {
  clock: string | null;
  working_days_left: number;
  due: string | null;
}

export interface Counters {
  late: number;
  today: number;
  week: number; // within five working days, today's not among them
  others: number; // the clock stands still: somebody else is to act
}

export function bucket(it: Due): keyof Counters | null {
  if (it.clock === 'paused' || it.clock === 'stopped' || !it.due) return 'others';
  if (it.clock === 'overdue' || it.working_days_left < 0) return 'late';
  if (it.working_days_left === 0) return 'today';
  return it.working_days_left <= 5 ? 'week' : null;
}

export function count(all: readonly Due[]): Counters {
  const sum: Counters = { late: 0, today: 0, week: 0, others: 0 };
  for (const it of all) {
    const where = bucket(it);
    if (where) ++sum[where];
  }
  return sum;
}
