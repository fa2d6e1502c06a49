import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { words } from '@/api/made/words';
import { mustBeDoneBy, rolesWith } from './rights';

it('says who may by the names of roles', () => {
  expect(mustBeDoneBy('approve_extension')).toBe('须由机构负责人办理。');
  expect(mustBeDoneBy('handle_requests')).toBe('须由经办人或者机构负责人办理。');
  expect(mustBeDoneBy('review_documents')).toBe('须由审核人、机构负责人或者主管部门办理。');
});

// docs/rights.md is made from the program's tables: | 办理申请 `handle_requests` | ● |  | ● |  |  |
it('gives each right to the roles that have it in the program', () => {
  const page = readFileSync(new URL('../../../docs/rights.md', import.meta.url), 'utf8');
  const table = page.split('## 角色和权限')[1]!.split('\n## ')[0]!.split('\n').filter((it) => it.startsWith('| '));
  const cells = (line: string) => line.split('|').slice(1, -1).map((it) => it.trim());
  const roles = cells(table[0]!).slice(1);
  const told: Record<string, string[]> = {};
  for (const line of table.slice(1)) {
    const [right, ...marks] = cells(line);
    const name = /`(\w+)`/.exec(right!)?.[1];
    if (name && name !== 'signed_in') told[name] = roles.filter((_, at) => marks[at] === '●');
  }
  const here = Object.fromEntries(Object.entries(rolesWith).map(([right, all]) => [right, all.map((it) => words.Role[it])]));
  expect(here).toEqual(told);
});
