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
