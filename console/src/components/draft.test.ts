import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref, type Ref } from 'vue';
import { draftName, restMilliseconds, useDraft, whyUnsaved, type Draft } from './draft';
import { session } from '@/app/session';
import { keepAll } from '@/app/unsaved';

interface Kept { changed: number; content: Record<string, string> }
let kept: Kept | null, gone = false, slow = 0, calls: string[];

// The server: one draft, and the rule that nobody writes over what he has not seen.
function answer(method: string, body: string): [number, object] {
  if (method === 'GET') return [200, { draft: kept }];
  if (method === 'DELETE') {
    kept = null;
    return [200, {}];
  }
  const given = JSON.parse(body) as { content: Record<string, string>; seen: number | null };
  if ((kept?.changed ?? null) !== given.seen) return [409, { error: { code: 'draft.changed', message: '另一个窗口' } }];
  kept = { changed: (kept?.changed ?? 1000) + 1, content: given.content };
  return [200, { changed: kept.changed }];
}

beforeEach(() => {
  vi.useFakeTimers();
  kept = null;
  gone = false;
  slow = 0;
  calls = [];
  vi.stubGlobal('fetch', async (_url: string, { method, body }: { method: string; body: string }) => {
    if (gone) throw new TypeError('no network');
    calls.push(method);
    if (slow && method === 'PUT') await new Promise((done) => setTimeout(done, slow));
    const [status, said] = answer(method, body);
    return new Response(JSON.stringify(said), { status });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(): Promise<{ form: Ref<{ words: string }>; draft: Draft; leave: () => void }> {
  const form = ref({ words: '' });
  const scope = effectScope();
  const draft = scope.run(() => useDraft('request.2026-0001.decide', form))!;
  await vi.advanceTimersByTimeAsync(1);
  return { form, draft, leave: () => scope.stop() };
}

async function type(form: Ref<{ words: string }>, words: string, rest = restMilliseconds) {
  form.value.words = words;
  await nextTick();
  await vi.advanceTimersByTimeAsync(rest);
}

it('keeps what was typed once the keys have rested, and not before', async () => {
  const { form, draft } = await open();
  await type(form, '理', restMilliseconds - 10);
  expect(kept).toBeNull();
  await type(form, '理由');
  expect(kept?.content).toEqual({ words: '理由' });
  expect(draft.saved).toMatch(/^\d\d:\d\d$/);
  await type(form, '理由二');
  expect(kept?.content).toEqual({ words: '理由二' });
  expect(calls).toEqual(['GET', 'PUT', 'PUT']);
});

it('puts back what was kept, and gives it up when asked', async () => {
  kept = { changed: 5, content: { words: '上次' } };
  const { form, draft } = await open();
  expect(form.value.words).toBe('上次');
  expect(draft.restored).not.toBe('');
  await draft.discard();
  expect(form.value.words).toBe('');
  expect(kept).toBeNull();
  expect(draft.restored).toBe('');
});

it('keeps nothing of a form that nobody has typed into, and drops what was taken back', async () => {
  const { form } = await open();
  await type(form, '');
  expect(calls).toEqual(['GET']);
  await type(form, '写了');
  await type(form, '');
  expect(kept).toBeNull();
});

it('keeps all at once before a page is left, and says where it could not', async () => {
  const { form, draft } = await open();
  await type(form, '还没停手', 1);
  expect(await keepAll()).toBe(true);
  expect(kept?.content).toEqual({ words: '还没停手' });
  gone = true;
  await type(form, '断网以后', 1);
  expect(await keepAll()).toBe(false);
  expect(draft.fault?.code).toBe('http.unreachable');
  expect(whyUnsaved(draft.fault!)).toBe('连不上服务器。填写的内容仍在本页，连上以后会自动保存。');
  gone = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(kept?.content).toEqual({ words: '断网以后' });
  expect(draft.fault).toBeUndefined();
});

it('keeps what was typed last when the form is closed', async () => {
  const { form, leave } = await open();
  await type(form, '关窗之前', 1);
  leave();
  await vi.advanceTimersByTimeAsync(1);
  expect(kept?.content).toEqual({ words: '关窗之前' });
});

it('shows what was typed last when the form is opened again before that is kept', async () => {
  const first = await open();
  await type(first.form, '理由');
  await type(first.form, '理由写完', 10);
  slow = 500;
  first.leave();
  const second = await open();
  await vi.advanceTimersByTimeAsync(600);
  expect(second.form.value.words).toBe('理由写完');
  expect(second.draft.elsewhere).toBe(false);
});

it('tells of another window and writes over nothing unasked', async () => {
  const { form, draft } = await open();
  await type(form, '这里');
  kept = { changed: 99, content: { words: '那里' } };
  await type(form, '这里二');
  expect(draft.elsewhere).toBe(true);
  expect(kept.content).toEqual({ words: '那里' });
  await draft.keepOwn();
  expect(kept.content).toEqual({ words: '这里二' });
  kept = { changed: 200, content: { words: '那里二' } };
  await type(form, '这里三');
  await draft.takeOther();
  expect(form.value.words).toBe('那里二');
});

it('goes on where the other window has sent its own', async () => {
  const { form } = await open();
  await type(form, '这里');
  kept = null;
  await type(form, '这里二');
  expect((kept as Kept | null)?.content).toEqual({ words: '这里二' });
});

it('leaves nothing behind of what was sent', async () => {
  const { form, draft } = await open();
  await type(form, '写完了');
  await draft.done();
  expect(kept).toBeNull();
  await type(form, '');
  expect(calls.at(-1)).toBe('DELETE');
});

it('names a draft as the server takes it', () => {
  expect(draftName('letter', '2026-0001', 'Extension 2')).toBe('letter.2026-0001.extension-2');
});

it('never keeps what one has typed under another who has signed in since', async () => {
  const as = (id: string) => { session.account = { id } as typeof session.account; };
  as('account/1');
  const { form, leave } = await open();
  gone = true;
  await type(form, '只有我知道的理由');
  leave();
  gone = false;
  as('account/2');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(kept).toBeNull();
  session.account = null;
});

it('goes on for a while to keep the text of a form that is gone', async () => {
  const { form, leave } = await open();
  gone = true;
  await type(form, '理由');
  leave();
  await vi.advanceTimersByTimeAsync(25_000);
  gone = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(kept?.content).toEqual({ words: '理由' });
});
