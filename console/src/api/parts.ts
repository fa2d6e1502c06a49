// A file in parts, which goes on where it stopped once the connection is back.
import { api, Refusal, type Schemas } from './client';

type Upload = Schemas['Upload'];

// Files up to this size go in one: to send them again costs little.
export const wholeUpTo = 1 << 20;
// About ten minutes without a single part getting through.
const mostTries = 45;

export interface Progress {
  done: number;
  size: number;
  waits: boolean; // for the connection
}

// Whether it may go another time: the server is not there, is busy, or knows more than this side.
export function mayPass(fault: unknown): boolean {
  if (!(fault instanceof Refusal)) return false;
  return fault.status === 0 || fault.status === 408 || fault.status === 429 || fault.status >= 500 || fault.code === 'upload.offset';
}

const pause = (tries: number) => new Promise<void>((done) => setTimeout(done, Math.min(1000 * 2 ** tries, 15_000)));

async function patiently<T>(work: () => Promise<T>, waits: () => void, wait = pause): Promise<T> {
  for (let tries = 0; ; ++tries)
    try {
      return await work();
    } catch (fault) {
      if (!mayPass(fault) || tries >= mostTries) throw fault;
      waits();
      await wait(tries);
    }
}

async function digestOf(file: Blob): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(bytes)].map((it) => it.toString(16).padStart(2, '0')).join('');
}

// The id by which an act names it. `tell` hears how far it is; `given up` is asked before each part.
export async function sendInParts(
  file: Blob, tell: (progress: Progress) => void, givenUp: () => boolean, wait = pause,
): Promise<string> {
  const digest = await digestOf(file);
  let at: Upload | undefined;
  const waits = () => tell({ done: at?.offset ?? 0, size: file.size, waits: true });
  at = await patiently(() => api.post('/api/uploads', {}, { digest, size: file.size }), waits, wait);
  while (at.offset < at.size) {
    if (givenUp()) {
      await api.delete('/api/uploads/{upload}', { path: { upload: at.id } });
      throw new Refusal(0, 'upload.given-up', '已取消上传。');
    }
    tell({ done: at.offset, size: at.size, waits: false });
    const { id, part }: Upload = at;
    let isKnown = true; // how much has come: not after a part of which no answer came
    at = await patiently(async () => {
      const now: Upload = isKnown ? at! : await api.get('/api/uploads/{upload}', { path: { upload: id } });
      isKnown = false;
      if (now.offset >= now.size) return now;
      return api.part(id, now.offset, file.slice(now.offset, now.offset + part));
    }, waits, wait);
  }
  tell({ done: at.size, size: at.size, waits: false });
  return at.id;
}
