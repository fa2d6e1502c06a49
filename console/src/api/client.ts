// The one way to the server. What it refuses is thrown as a Refusal with its code and sentence.
import type { components, paths } from './made/schema';

export type Schemas = components['schemas'];

// What is wrong with one field, by where it stands in what was sent: "applicant.phone".
export interface FieldFault {
  name: string;
  message: string;
}

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(message);
  }
}

type Verb = 'get' | 'post' | 'put' | 'delete';
type Operation<P extends keyof paths, V extends Verb> = paths[P][V];
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? B
  : undefined;
type AnswerOf<O> = O extends {
  responses: { 200: { content: { 'application/json': infer A } } };
}
  ? A
  : unknown;
type With<V extends Verb> = {
  [P in keyof paths]: paths[P][V] extends object ? P : never;
}[keyof paths];

interface Ask {
  path?: Record<string, string | number>;
  query?: Record<string, string | number | undefined>;
  outlives?: boolean; // is sent even where the page is being left
}

// The token that changes repeat; it comes with the session.
let token = '';
export function useToken(value: string) {
  token = value;
}

// Asked where the session has ended meanwhile: whether there is another one, so that the call is
// made again.
let signInAgain: () => Promise<boolean> = () => Promise.resolve(false);
export function onSignedOut(then: () => Promise<boolean>) {
  signInAgain = then;
}

// Asked where another window has signed in since: whether it is the same account.
let takeSession: () => Promise<boolean> = () => Promise.resolve(false);
export function onOtherToken(then: () => Promise<boolean>) {
  takeSession = then;
}

// Told after each call whether the server was there.
let reached: (answers: boolean) => void = () => undefined;
export function onReached(then: (answers: boolean) => void) {
  reached = then;
}

export function address(pattern: string, { path = {}, query = {} }: Ask = {}) {
  const filled = pattern.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(path[name] ?? '')),
  );
  const fields = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return fields.length ? `${filled}?${new URLSearchParams(fields)}` : filled;
}

async function refusalOf(response: Response): Promise<Refusal> {
  try {
    const { error } = (await response.json()) as { error: { code: string; message: string; fields?: FieldFault[] } };
    return new Refusal(response.status, error.code, error.message, error.fields);
  } catch {
    return new Refusal(response.status, 'http.unknown', '服务器没有说明原因，请稍后重试。');
  }
}

// What a browser lets live longer than its page.
const longestThatOutlives = 60_000;

interface Sent {
  body?: BodyInit;
  type?: string;
  outlives?: boolean;
}

async function once(verb: Verb, url: string, { body, type, outlives }: Sent): Promise<Response> {
  const headers: Record<string, string> = {};
  if (type) headers['Content-Type'] = type;
  if (verb !== 'get') headers['X-CSRF-Token'] = token;
  const keepalive = outlives && (typeof body !== 'string' || body.length * 3 < longestThatOutlives);
  try {
    const response = await fetch(url, { method: verb.toUpperCase(), headers, body, keepalive });
    reached(true);
    return response;
  } catch {
    reached(false);
    throw new Refusal(0, 'http.unreachable', '连不上服务器，没有办成。已填写的内容仍在本页，请稍后重试。');
  }
}

async function send(verb: Verb, url: string, sent: Sent = {}): Promise<Response> {
  const response = await once(verb, url, sent);
  if (response.ok) return response;
  const refusal = await refusalOf(response);
  const again = refusal.code === 'door.sign-in' ? signInAgain : refusal.code === 'door.csrf' ? takeSession : null;
  if (!again || !(await again())) throw refusal;
  const second = await once(verb, url, sent);
  if (second.ok) return second;
  throw await refusalOf(second);
}

async function call<V extends Verb, P extends With<V>>(
  verb: V, pattern: P, ask: Ask, body: unknown,
): Promise<AnswerOf<Operation<P, V>>> {
  const text = body === undefined ? (verb === 'get' ? undefined : '{}') : JSON.stringify(body);
  const response = await send(verb, address(pattern, ask),
    { body: text, type: text && 'application/json', outlives: ask.outlives });
  return (await response.json()) as AnswerOf<Operation<P, V>>;
}

export const api = {
  get: <P extends With<'get'>>(pattern: P, ask: Ask = {}) => call('get', pattern, ask, undefined),
  post: <P extends With<'post'>>(pattern: P, ask: Ask, body?: BodyOf<Operation<P, 'post'>>) =>
    call('post', pattern, ask, body),
  put: <P extends With<'put'>>(pattern: P, ask: Ask, body?: BodyOf<Operation<P, 'put'>>) =>
    call('put', pattern, ask, body),
  delete: <P extends With<'delete'>>(pattern: P, ask: Ask = {}) =>
    call('delete', pattern, ask, undefined),
  // A file as the body.
  upload: async <P extends With<'post'>>(pattern: P, ask: Ask, file: Blob) => {
    const response = await send('post', address(pattern, ask), { body: file, type: 'application/octet-stream' });
    return (await response.json()) as AnswerOf<Operation<P, 'post'>>;
  },
  // The next part of a file.
  part: async (id: string, offset: number, bytes: Blob) => {
    const response = await send('put', address('/api/uploads/{upload}', { path: { upload: id }, query: { offset } }),
      { body: bytes, type: 'application/octet-stream' });
    return (await response.json()) as Schemas['Upload'];
  },
  // A file with words beside it, as a form.
  uploadForm: async <P extends With<'post'>>(pattern: P, ask: Ask, form: FormData) => {
    const response = await send('post', address(pattern, ask), { body: form });
    return (await response.json()) as AnswerOf<Operation<P, 'post'>>;
  },
  // A file as the answer.
  bytes: async (verb: 'get' | 'post', pattern: string, ask: Ask, body?: unknown) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const response = await send(verb, address(pattern, ask), { body: text, type: text && 'application/json' });
    return response.blob();
  },
};
