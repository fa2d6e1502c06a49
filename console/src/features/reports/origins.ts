// Where a record of the journal is looked at: "request/2026-0014".
export interface Place {
  name: string;
  to?: string;
}

export function placeOf(subject: string): Place {
  const slash = subject.indexOf('/');
  const kind = subject.slice(0, slash), number = subject.slice(slash + 1);
  switch (kind) {
    case 'request': return { name: `申请 ${number}`, to: `/requests/${number}` };
    case 'document': return { name: `文件 ${number}`, to: `/documents/${number}` };
    case 'register': return { name: `台账 ${number}`, to: `/registers?q=${number}` };
    case 'report': return { name: `年度报告 ${number}`, to: `/reports/${number}` };
    case 'account': return { name: `账号 ${number}` };
    case 'organ': return { name: `机关 ${number}` };
    default: return { name: subject };
  }
}

// The year whose report is due: last year's, until the new one begins.
export function yearDue(today: string): number {
  return Number(today.slice(0, 4)) - 1;
}

// What a finding says beside its cell.
export function marks(findings: readonly { message: string; expected?: string; cells?: string[] }[]): Map<string, string> {
  const all = new Map<string, string>();
  for (const it of findings)
    for (const cell of it.cells ?? [])
      all.set(cell, [all.get(cell), it.message + (it.expected ? `应为：${it.expected}` : '')].filter(Boolean).join('\n'));
  return all;
}
