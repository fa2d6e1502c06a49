import type { Schemas } from '@/api/client';

interface Present {
  account: Pick<Schemas['Session'], 'id' | 'login'> | null;
  people: Schemas['Colleague'][];
  organs: Pick<Schemas['Organ'], 'id' | 'name'>[];
  organ: string;
}

// Who recorded it, as the one who is signed in knows him: a colleague by name, with his body where
// that is not the one on the screen. The account's number where its name was erased or is not known.
export function recorder(by: string | undefined, { account, people, organs, organ }: Present, subject = ''): string {
  if (!by) return '';
  if (by === 'public') return subject === 'message' ? '来信人（网上提交）' : '申请人（网上）';
  if (by === 'system') return '系统';
  const who = people.find((it) => it.id === by);
  if (account && by === account.id) return `我（${who?.name || account.login}）`;
  if (!who?.name) return by.replace('account/', '账号 ');
  const home = who.organ === organ ? undefined : organs.find((it) => it.id === who.organ);
  return home ? `${who.name}（${home.name}）` : who.name;
}
