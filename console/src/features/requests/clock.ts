// What the clocks of a request say on the screen.
import type { Schemas } from '@/api/client';
import { words } from '@/api/made/words';
import { workingDaysLeft, type Left } from '@/words/days';

type Clock = Schemas['Clock'];

// Working days from today to the last one by the day-by-day count; nothing where it has none.
export function daysLeft(clock: Clock, today: string): number | null {
  if (!clock.due || !clock.trace?.length) return null;
  if (today > clock.due) return null;
  const end = clock.trace[clock.trace.length - 1]!.number;
  // Days that do not count have the number 0.
  const passed = Math.max(0, ...clock.trace.filter((it) => it.day <= today).map((it) => it.number));
  return end - passed;
}

export interface Said {
  tone: Left['tone'] | 'done' | 'waiting' | 'void';
  words: string;
}

export function said(clock: Clock, today: string, late: readonly { clock: string; working_days: number }[]): Said {
  const over = late.find((it) => it.clock === clock.id);
  switch (clock.state) {
    case 'met': return { tone: 'done', words: '按期完成' };
    case 'met_late':
      return { tone: 'late', words: over ? `逾期 ${over.working_days} 个工作日完成` : '逾期完成' };
    case 'paused': return { tone: 'waiting', words: '暂停计算' };
    case 'stopped': return { tone: 'waiting', words: '停止计算' };
    case 'closed': return { tone: 'void', words: '不再适用' };
    case 'overdue':
      return { tone: 'late', words: over ? `已超期 ${over.working_days} 个工作日` : '已超期' };
    case 'running': {
      const left = daysLeft(clock, today);
      return left === null ? { tone: 'calm', words: clock.state_name } : workingDaysLeft(left);
    }
    default: return { tone: 'calm', words: clock.state_name };
  }
}

const tones = {
  running: 'calm', paused: 'waiting', stopped: 'waiting', met: 'done', met_late: 'late', overdue: 'late', closed: 'void',
} as const;

// The same of a line of the list, which has the days that are left and no day-by-day count.
export function markOf(it: Pick<Schemas['RequestLine'], 'clock' | 'working_days_left'>): Said | null {
  if (!it.clock) return null;
  const runs = it.clock === 'running' || it.clock === 'overdue';
  if (runs && it.working_days_left !== null) return workingDaysLeft(it.working_days_left);
  return { tone: tones[it.clock], words: words.ClockState[it.clock] };
}

// The clock that says when the answer is due: the last of C3, C4, C7.
export function answerClock(clocks: readonly Clock[]): Clock | undefined {
  return clocks.filter((it) => ['C3', 'C4', 'C7'].includes(it.id) && it.state !== 'closed').at(-1);
}

export interface Month {
  name: string; // 2026年3月
  weeks: (Schemas['TraceDay'] | null)[][]; // from Monday
}

// The days of a count as months, for a calendar.
export function months(trace: readonly Schemas['TraceDay'][]): Month[] {
  const all: Month[] = [];
  let name = '';
  for (const it of trace) {
    const [year, month, date] = it.day.split('-').map(Number) as [number, number, number];
    const column = (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7;
    const here = `${year}年${month}月`;
    if (here !== name) {
      all.push({ name: here, weeks: [] });
      name = here;
    }
    const { weeks } = all[all.length - 1]!;
    if (!weeks.length || column === 0) weeks.push(Array<null>(7).fill(null));
    weeks[weeks.length - 1]![column] = it;
  }
  return all;
}
