// Who is signed in, and the body that is on the screen.
import { computed, reactive } from 'vue';
import { api, onSignedOut, useToken, type Schemas } from '@/api/client';

type Right = Schemas['Right'];
type Organ = Schemas['Organ'];

export const session = reactive({
  account: null as Schemas['Session'] | null,
  organs: [] as Organ[],
  people: [] as Schemas['Colleague'][],
  organ: '',
  // In China, where the clocks run; the server's answers put it right.
  today: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()),
});

const remembered = 'gongkai.organ';

// The bodies whose work the account may see: its own, and for a supervisor those below. An
// administrator cares for all of them, and for the region's own records.
export function bodiesInSight(organs: Organ[], own: string, supervises: boolean): Organ[] {
  if (!supervises) return organs.filter((it) => it.id === own);
  const inside = new Set([own]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const it of organs)
      if (it.parent && inside.has(it.parent) && !inside.has(it.id)) {
        inside.add(it.id);
        grown = true;
      }
  }
  return organs.filter((it) => inside.has(it.id));
}

export const bodies = computed(() => {
  const it = session.account;
  if (!it) return [];
  if (it.roles.some((role) => role.id === 'administrator')) {
    const home = session.organs.some((organ) => organ.id === it.organ);
    return [...(home ? [] : [{ id: it.organ, name: '本地区（机关和账号）' }]), ...session.organs];
  }
  return bodiesInSight(session.organs, it.organ, it.roles.some((role) => role.id === 'supervisor'));
});

export const organNow = computed(() => session.organs.find((it) => it.id === session.organ));

// Away from home only a supervisor has rights, and an administrator the care of bodies and people.
// This tidies the screen; the server decides.
const abroad: Right[] = ['read_work', 'review_documents', 'review_reports', 'read_journal'];

export function may(right: Right): boolean {
  const it = session.account;
  if (!it?.rights.includes(right)) return false;
  if (session.organ === it.organ || right === 'manage_people') return true;
  return abroad.includes(right) && it.roles.some((role) => role.id === 'supervisor');
}

export function chooseOrgan(id: string) {
  session.organ = id;
  sessionStorage.setItem(remembered, id);
}

async function entered(account: Schemas['Session']) {
  useToken(account.csrf);
  session.account = account;
  session.today = account.today;
  await Promise.all([reloadOrgans(), reloadPeople()]);
  const last = sessionStorage.getItem(remembered) ?? '';
  session.organ = bodies.value.some((it) => it.id === last) ? last : account.organ;
}

export async function resume(): Promise<boolean> {
  if (session.account) return true;
  try {
    await entered(await api.get('/api/session'));
    return true;
  } catch {
    return false;
  }
}

export async function signIn(login: string, password: string) {
  await entered(await api.post('/api/session', {}, { login, password }));
}

export async function changePassword(old: string, wanted: string) {
  await entered(await api.post('/api/session/password', {}, { old, new: wanted }));
}

export async function reloadOrgans() {
  session.organs = (await api.get('/api/organs')).organs;
}

export async function reloadPeople() {
  session.people = (await api.get('/api/people')).people;
}

export async function signOut() {
  await api.delete('/api/session').catch(() => undefined);
  forget();
}

function forget() {
  session.account = null;
  session.organs = [];
  session.people = [];
  useToken('');
}

export function whenSignedOut(then: () => void) {
  onSignedOut(() => {
    forget();
    then();
  });
}
