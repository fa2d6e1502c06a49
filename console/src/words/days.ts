// Dates as the office writes them. All dates of the interface are days without a time, as
// 2026-03-02; they are never put through a time zone.

const week = '日一二三四五六';

function parts(day: string): [number, number, number] | null {
  const it = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return it ? [Number(it[1]), Number(it[2]), Number(it[3])] : null;
}

// 2026年3月2日（周一）; what is no date stays as it is.
export function dayInWords(day: string | null | undefined): string {
  const it = day ? parts(day) : null;
  if (!it) return day ?? '';
  const [year, month, date] = it;
  const at = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  return `${year}年${month}月${date}日（周${week[at]}）`;
}

// 2026年3月2日（周一） 09:05 of a moment as the server writes it, in the time of China.
export function momentInWords(at: string): string {
  return `${dayInWords(at)} ${at.slice(11, 16)}`;
}

// 3月2日, for narrow places.
export function shortDay(day: string | null | undefined): string {
  const it = day ? parts(day) : null;
  return it ? `${it[1]}月${it[2]}日` : (day ?? '');
}

export function daysBetween(from: string, to: string): number {
  const a = parts(from), b = parts(to);
  if (!a || !b) return NaN;
  return (Date.UTC(b[0], b[1] - 1, b[2]) - Date.UTC(a[0], a[1] - 1, a[2])) / 86_400_000;
}

export function addDays(day: string, days: number): string {
  const it = parts(day);
  if (!it) return day;
  return new Date(Date.UTC(it[0], it[1] - 1, it[2] + days)).toISOString().slice(0, 10);
}

export function yearOf(day: string): number {
  return parts(day)?.[0] ?? NaN;
}

export interface Left {
  words: string;
  tone: 'late' | 'soon' | 'calm';
}

// 还剩 2 个工作日, 今天到期, 已超期 1 个工作日. Soon is what falls due within three working days.
export function workingDaysLeft(days: number): Left {
  if (days < 0) return { words: `已超期 ${-days} 个工作日`, tone: 'late' };
  if (days === 0) return { words: '今天到期', tone: 'soon' };
  return { words: `还剩 ${days} 个工作日`, tone: days <= 3 ? 'soon' : 'calm' };
}
