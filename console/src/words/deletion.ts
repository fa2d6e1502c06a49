import type { Schemas } from '@/api/client';
import { dayInWords } from './days';

// What stands where something sealed is not there. What a rule took is told with its day; all else
// was not brought along when the body moved here, or was deleted by itself.
export function lackingInWords(what: string, deleted: Schemas['Deletion'] | null | undefined): string {
  if (!deleted) return `没有${what}：没有随机关的记录移来，或者已单独删除。`;
  return `${what}已于${dayInWords(deleted.on)}按规定删除（办结满 ${deleted.years} 年）。`;
}
