// Who may do what, by the names that people know each other by: an account shows its roles, and no
// right. The program's own table is docs/rights.md, with which the test compares this one.
import type { Schemas } from '@/api/client';
import { words } from '@/api/made/words';

type Role = Schemas['Role'];
type Right = Exclude<Schemas['Right'], 'public' | 'signed_in'>;

const handles: Role[] = ['clerk', 'unit_head'];
export const rolesWith: Record<Right, Role[]> = {
  read_work: ['clerk', 'reviewer', 'unit_head', 'supervisor'],
  handle_requests: handles,
  approve_extension: ['unit_head'],
  decide: handles,
  write_documents: ['clerk', 'reviewer', 'unit_head'],
  review_documents: ['reviewer', 'unit_head', 'supervisor'],
  keep_registers: handles,
  handle_proposals: handles,
  write_report: handles,
  review_reports: ['supervisor'],
  manage_people: ['administrator'],
  read_journal: ['unit_head', 'supervisor', 'administrator'],
};

// 须由经办人或者机构负责人办理。
export function mustBeDoneBy(right: Schemas['Right']): string {
  if (right === 'public' || right === 'signed_in') return '登录后才能办理。';
  const names = rolesWith[right].map((it) => words.Role[it]);
  const last = names.pop()!;
  return `须由${names.length ? `${names.join('、')}或者${last}` : last}办理。`;
}
