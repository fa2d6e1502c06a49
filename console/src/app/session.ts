// Who is signed in, and the body of the address.
import { computed, reactive } from 'vue';
import { api, onOtherToken, onSignedOut, Refusal, useToken, type Schemas } from '@/api/client';

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

// The ended bodies whose open cases are a body's own now: at the end of their successors it stands
// first (承继).
export function inheritedBy(organs: Organ[], own: string, today: string): Set<string> {
  const all = new Map(organs.map((it) => [it.id, it]));
  const hasEnded = (it: Organ) => it.valid_until !== null && it.valid_until < today;
  const found = new Set<string>();
  for (const ended of organs.filter(hasEnded)) {
    const seen = new Set<string>();
    let next: Organ | undefined = ended;
    while (next && hasEnded(next) && !seen.has(next.id)) {
      seen.add(next.id);
      next = next.successor ? all.get(next.successor) : undefined;
    }
    if (next?.id === own && !hasEnded(next)) found.add(ended.id);
  }
  return found;
}

// The bodies whose work the account may see: its own, those that this has inherited, and for a
// supervisor those below. An administrator cares for all of them, and for the region's own records.
export function bodiesInSight(organs: Organ[], own: string, supervises: boolean, today: string): Organ[] {
  const inside = new Set([own, ...inheritedBy(organs, own, today)]);
  if (!supervises) return organs.filter((it) => inside.has(it.id));
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

const inherited = computed(() => inheritedBy(session.organs, session.account?.organ ?? '', session.today));
// In the choice of bodies, what is one's own by succession alone says so.
const shown = (it: Organ) => (inherited.value.has(it.id) ? { ...it, name: `${it.name}（承继）` } : it);

export const bodies = computed(() => {
  const it = session.account;
  if (!it) return [];
  if (it.roles.some((role) => role.id === 'administrator')) {
    const home = session.organs.some((organ) => organ.id === it.organ);
    return [...(home ? [] : [{ id: it.organ, name: '本地区（机关和账号）' }]), ...session.organs.map(shown)];
  }
  const supervises = it.roles.some((role) => role.id === 'supervisor');
  return bodiesInSight(session.organs, it.organ, supervises, session.today).map(shown);
});

export const organNow = computed(() => session.organs.find((it) => it.id === session.organ));

// Away from home only a supervisor has rights, and an administrator the care of bodies and people.
// This tidies the screen; the server decides.
const abroad: Right[] = ['read_work', 'review_documents', 'review_reports', 'read_journal'];

export function may(right: Right, organ = session.organ): boolean {
  const it = session.account;
  if (!it?.rights.includes(right)) return false;
  if (organ === it.organ || inherited.value.has(organ) || right === 'manage_people') return true;
  return abroad.includes(right) && it.roles.some((role) => role.id === 'supervisor');
}

// Before password and codes are the owner's own nothing else is to be had.
export const atDoor = computed(() => !!(session.account?.must_change_password || session.account?.must_enrol));

async function entered(account: Schemas['Session']) {
  useToken(account.csrf);
  session.account = account;
  session.today = account.today;
  if (!atDoor.value) await Promise.all([reloadOrgans(), reloadPeople()]);
}

// False where nobody is signed in; a server that is not there is no such answer.
export async function resume(): Promise<boolean> {
  if (session.account) return true;
  try {
    await entered(await api.get('/api/session'));
    return true;
  } catch (fault) {
    if (fault instanceof Refusal && fault.status === 401) return false;
    throw fault;
  }
}

export async function signIn(login: string, password: string, code: string) {
  await entered(await api.post('/api/session', {}, { login, password, code }));
}

// What is known of the account has changed: it has codes now, or its owner has read what was told.
export async function reloadAccount() {
  await entered(await api.get('/api/session'));
}

export async function changePassword(old: string, wanted: string) {
  await entered(await api.post('/api/session/password', {}, { old, new: wanted }));
}

// All pages of a list that forms and names need whole.
async function whole<T>(page: (query: { after: string; limit: number }) => Promise<{ rows: T[]; next?: string }>) {
  const all: T[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { rows, next } = await page({ after, limit: 200 });
    all.push(...rows);
    after = next;
  }
  return all;
}

export async function reloadOrgans() {
  session.organs = await whole(async (query) => {
    const { organs, next } = await api.get('/api/organs', { query });
    return { rows: organs, next };
  });
}

export async function reloadPeople() {
  session.people = await whole(async (query) => {
    const { people, next } = await api.get('/api/people', { query });
    return { rows: people, next };
  });
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

// The session has ended while a page is open: the page and what was typed stay under a dialog that
// asks for the password, and what was refused is done again.
export const again = reactive({ asked: false });
let answerAll: (signedIn: boolean) => void = () => undefined;
let pending: Promise<boolean> | null = null;

function askAgain(): Promise<boolean> {
  if (!session.account) return Promise.resolve(false);
  again.asked = true;
  pending ??= new Promise<boolean>((answer) => (answerAll = answer));
  return pending;
}

function answered(signedIn: boolean) {
  again.asked = false;
  pending = null;
  answerAll(signedIn);
}

// The pages of another account are not this one's: they are fetched anew.
function isSame(account: Schemas['Session']): boolean {
  if (account.id !== session.account?.id) {
    window.location.assign('/console/');
    return false;
  }
  session.account = account;
  useToken(account.csrf);
  return true;
}

export async function signInAgain(login: string, password: string, code: string) {
  if (isSame(await api.post('/api/session', {}, { login, password, code }))) answered(true);
}

export function giveUp() {
  answered(false);
  forget();
}

onSignedOut(askAgain);
onOtherToken(async () => isSame(await api.get('/api/session')));
