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
