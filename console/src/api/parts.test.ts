import { afterEach, expect, test, vi } from 'vitest';
import { mayPass, sendInParts, type Progress } from './parts';
import { Refusal } from './client';

// A server with parts of four bytes, whose connection breaks where the test says.
function serverOf(breaks: (call: number) => 'before' | 'after' | undefined) {
  const kept: number[] = [];
  const calls: string[] = [];
  let deleted = false;
  const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body?: Blob | string }) => {
    calls.push(method);
    const broken = breaks(calls.length);
    if (broken === 'before') throw new TypeError('no connection');
    const told = () => answer(200, { id: 'x-10', size: 10, offset: kept.length, part: 4 });
    if (method === 'DELETE') deleted = true;
    if (method === 'PUT') {
      const offset = Number(new URL(url, 'http://a').searchParams.get('offset'));
      if (offset !== kept.length) return answer(409, { error: { code: 'upload.offset', message: '' } });
      kept.push(...new Uint8Array(await (body as Blob).arrayBuffer()));
    }
    if (broken === 'after') throw new TypeError('the answer was lost');
    return told();
  });
  return { kept, calls, isDeleted: () => deleted };
}

const bytes = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
const file = new Blob([bytes]);
const atOnce = () => Promise.resolve();
afterEach(() => vi.unstubAllGlobals());

test('a file goes in parts, and how far it is is told', async () => {
  const server = serverOf(() => undefined), told: Progress[] = [];
  expect(await sendInParts(file, (it) => told.push(it), () => false, atOnce)).toBe('x-10');
  expect(server.kept).toEqual([...bytes]);
  expect(told.map((it) => it.done)).toEqual([0, 4, 8, 10]);
  expect(server.calls).toEqual(['POST', 'PUT', 'PUT', 'PUT']);
});

test('a lost connection and a lost answer cost no byte and double none', async () => {
  for (const [first, second] of [['before', 'after'], ['after', 'before'], ['after', 'after']] as const) {
    const server = serverOf((call) => (call === 2 ? first : call === 5 ? second : undefined)), told: Progress[] = [];
    await sendInParts(file, (it) => told.push(it), () => false, atOnce);
    expect(server.kept).toEqual([...bytes]);
    expect(told.some((it) => it.waits)).toBe(true);
  }
});

test('what will not pass is thrown, and what is given up is taken away', async () => {
  serverOf(() => 'before');
  await expect(sendInParts(file, () => undefined, () => false, atOnce)).rejects.toThrow('连不上服务器');
  const server = serverOf(() => undefined);
  await expect(sendInParts(file, () => undefined, () => server.kept.length > 4, atOnce)).rejects.toThrow('已取消上传');
  expect(server.isDeleted()).toBe(true);
  expect(mayPass(new Refusal(503, 'http.busy', ''))).toBe(true);
  expect(mayPass(new Refusal(409, 'upload.offset', ''))).toBe(true);
  expect(mayPass(new Refusal(409, 'upload.too-many', ''))).toBe(false);
  expect(mayPass(new Refusal(413, 'upload.size', ''))).toBe(false);
  expect(mayPass(new Error('a bug'))).toBe(false);
});
