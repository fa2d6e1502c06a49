// Who recorded it. Names of people are not in the interface; the account tells them apart.
export function recorder(by: string | undefined, own: { id: string; login: string } | null): string {
  if (!by) return '';
  if (by === 'public') return '申请人（网上）';
  if (by === 'system') return '系统';
  return own && by === own.id ? `我（${own.login}）` : by.replace('account/', '账号 ');
}
