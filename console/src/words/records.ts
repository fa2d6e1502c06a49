import { within } from '@/app/places';

// What a request is about, for a title: its first signs.
export function beginningOf(content: string | null | undefined, signs = 40): string {
  const line = (content ?? '').replace(/\s+/g, ' ').trim();
  const all = [...line];
  return all.length > signs ? all.slice(0, signs).join('') + '…' : line;
}

export function aboutOf(thing: string, number: string): string {
  return `${thing} ${number}`;
}

// Where a record of the journal is looked at: "request/2026-0014".
export interface Place {
  name: string;
  to?: string;
}

export function placeOf(subject: string, organ?: string): Place {
  const place = placeWithin(subject);
  return place.to === undefined ? place : { ...place, to: within(place.to, organ) };
}

function placeWithin(subject: string): Place {
  const slash = subject.indexOf('/');
  const kind = subject.slice(0, slash), number = subject.slice(slash + 1);
  switch (kind) {
    case 'request': return { name: `申请 ${number}`, to: `/requests/${number}` };
    case 'message': return { name: `来信 ${number}`, to: `/messages/${number}` };
    case 'document': return { name: `文件 ${number}`, to: `/documents/${number}` };
    case 'proposal': return { name: `建议提案 ${number}`, to: `/proposals/${number}` };
    case 'register': return { name: `台账 ${number}`, to: `/registers?q=${number}` };
    case 'report': return { name: `年度报告 ${number}`, to: `/reports/${number}` };
    case 'assignment': return { name: `申请 ${number}`, to: `/requests/${number}` };
    case 'unit': return { name: `内设机构 ${number}`, to: '/units' };
    case 'account': return { name: `账号 ${number}` };
    case 'organ': return { name: `机关 ${number}` };
    default: return { name: subject };
  }
}
