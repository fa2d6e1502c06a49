// What is typed into a form is kept on the server, two seconds after the last key and when the form
// is left, and stands there again when it is opened once more: after Back, a reload, a sign-out, on
// another computer. Only its account reads it.
import { onScopeDispose, reactive, watch, type Ref } from 'vue';
import { api, type Refusal } from '@/api/client';
import { session } from '@/app/session';
import { timeOfDay } from '@/app/trouble';
import { whileOpen } from '@/app/unsaved';
import { shortDay } from '@/words/days';
import { asRefusal } from './load';

export const restMilliseconds = 2000;
const retryMilliseconds = 10_000;
const triesBehindTheForm = 6; // once the form is gone, nobody sees that its text is not kept

export interface Draft {
  saved: string; // 14:32, when it was last kept
  restored: string; // when what stands there again had been kept
  fault?: Refusal; // why it is not kept
  elsewhere: boolean; // another window has gone on with it
  discard: () => Promise<void>;
  done: () => Promise<void>; // it was sent: nothing is left to keep
  begunAnew: (next: object) => Promise<void>; // it was sent, and the form is there for another one
  takeOther: () => Promise<void>;
  keepOwn: () => Promise<void>;
}

// The name of a draft, as the server takes it: "request.2026-0014.decide".
export function draftName(...parts: string[]): string {
  return parts.join('.').toLowerCase().replace(/[^a-z0-9._-]/g, '-');
}

// A server that is not there is tried again by itself.
export function whyUnsaved(fault: Refusal): string {
  if (fault.code !== 'http.unreachable') return fault.message;
  return '连不上服务器。填写的内容仍在本页，连上以后会自动保存。';
}

function moment(at: number): string {
  const day = new Intl.DateTimeFormat('sv-SE').format(new Date(at));
  return (day === session.today ? '今天' : shortDay(day)) + ' ' + timeOfDay(new Date(at));
}

// Forms that were closed and are still being kept: whoever opens the same one at once waits for it.
const closing = new Map<string, Promise<unknown>>();

class Keeper<T extends object> {
  readonly state: Draft;
  private readonly where: { organ: string; subject: string };
  private blank: string; // what the form began with: nobody has typed that
  private last: string; // what the server has
  private seen: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private under: Promise<boolean> | null = null;
  private closed = false;
  private left: number | null = null; // tries, once the form is gone
  private readonly owner = session.account?.id;

  constructor(subject: string, private readonly form: Ref<T>) {
    this.where = { organ: session.organ, subject };
    this.blank = this.last = JSON.stringify(form.value);
    this.state = reactive<Draft>({
      saved: '', restored: '', elsewhere: false,
      discard: () => this.discard(), done: () => this.done(), begunAnew: (next) => this.begunAnew(next),
      takeOther: () => this.takeOther(), keepOwn: () => this.keepOwn(),
    });
  }

  isKept = () => this.closed || JSON.stringify(this.form.value) === this.last;

  private fetch = async () =>
    (await api.get('/api/organs/{organ}/drafts/{subject}', { path: this.where })).draft;

  private take(draft: { changed: number; content: object }) {
    this.seen = draft.changed;
    // Fields that the form has got since stay as they began.
    this.form.value = { ...JSON.parse(this.blank) as T, ...draft.content };
    this.last = JSON.stringify(this.form.value);
    this.state.restored = moment(draft.changed);
  }

  async begin() {
    try {
      await closing.get(this.name());
      const draft = await this.fetch();
      if (!draft || this.closed) return;
      if (JSON.stringify(this.form.value) === this.blank) this.take(draft);
      else this.state.elsewhere = true;
    } catch (fault) {
      this.state.fault = asRefusal(fault);
    }
  }

  typed() {
    if (this.isKept()) return;
    this.later(restMilliseconds);
  }

  private later(milliseconds: number) {
    clearTimeout(this.timer);
    if (this.left !== null && --this.left < 0) return;
    if (!this.closed) this.timer = setTimeout(() => void this.keep(), milliseconds);
  }

  keep = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    while (this.under) await this.under;
    if (this.isKept()) return true;
    if (this.state.elsewhere) return false;
    // What one has typed is never kept under another who has signed in since, nor under nobody.
    if (session.account?.id !== this.owner) {
      this.later(retryMilliseconds);
      return false;
    }
    this.under = this.put(JSON.stringify(this.form.value));
    const kept = await this.under;
    this.under = null;
    return kept;
  };

  private async put(text: string): Promise<boolean> {
    try {
      if (text === this.blank) await this.drop();
      else await this.write(text);
      this.last = text;
      this.state.fault = undefined;
      return true;
    } catch (fault) {
      const refusal = asRefusal(fault);
      if (refusal.code === 'draft.changed') return this.meet(text);
      this.state.fault = refusal;
      this.later(retryMilliseconds);
      return false;
    }
  }

  private async write(text: string) {
    const answer = await api.put('/api/organs/{organ}/drafts/{subject}', { path: this.where, outlives: true },
      { content: JSON.parse(text) as Record<string, never>, seen: this.seen });
    this.seen = answer.changed;
    this.state.saved = timeOfDay(new Date(answer.changed));
  }

  private async drop() {
    if (this.seen !== null)
      await api.delete('/api/organs/{organ}/drafts/{subject}', { path: this.where, outlives: true });
    this.seen = null;
    this.state.saved = this.state.restored = '';
  }

  // Another window has changed it; where that one is gone by now, nothing is in the way.
  private async meet(text: string): Promise<boolean> {
    const other = await this.fetch().catch(() => undefined);
    if (other === null) {
      this.seen = null;
      return this.put(text);
    }
    this.state.elsewhere = true;
    return false;
  }

  private async takeOther() {
    const other = await this.fetch();
    if (other) this.take(other);
    this.state.elsewhere = false;
  }

  private async keepOwn() {
    const other = await this.fetch();
    this.seen = other ? other.changed : null;
    this.state.elsewhere = false;
    await this.keep();
  }

  private async discard() {
    clearTimeout(this.timer);
    while (this.under) await this.under;
    this.form.value = JSON.parse(this.blank) as T;
    this.last = this.blank;
    this.state.elsewhere = false;
    await this.drop().catch(() => undefined);
  }

  private async begunAnew(next: object) {
    this.blank = JSON.stringify(next);
    await this.discard();
    this.state.restored = this.state.saved = '';
  }

  private async done() {
    clearTimeout(this.timer);
    this.closed = true;
    while (this.under) await this.under;
    // What was sent is recorded; a draft that stays behind is found again, which does no harm.
    await this.drop().catch(() => undefined);
  }

  private name = () => `${this.where.organ} ${this.where.subject}`;

  end() {
    this.left = triesBehindTheForm;
    const name = this.name(), kept = this.keep();
    closing.set(name, kept);
    void kept.finally(() => {
      if (closing.get(name) === kept) closing.delete(name);
    });
  }
}

export function useDraft<T extends object>(subject: string, form: Ref<T>): Draft {
  const keeper = new Keeper(subject, form);
  const forget = whileOpen(keeper);
  watch(form, () => keeper.typed(), { deep: true });
  onScopeDispose(() => {
    keeper.end();
    forget();
  });
  void keeper.begin();
  return keeper.state;
}
