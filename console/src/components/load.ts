import { ref, shallowRef, watch, type Ref, type WatchSource } from 'vue';
import { Refusal } from '@/api/client';

export interface Load<T> {
  data: Ref<T | undefined>;
  error: Ref<Refusal | undefined>;
  reload: () => Promise<void>;
}

export function asRefusal(fault: unknown): Refusal {
  if (fault instanceof Refusal) return fault;
  return new Refusal(0, 'console.fault', '程序出现故障，没有办成。请刷新页面后重试。');
}

// Fetches now, and anew whenever one of `on` changes. An answer that comes after a later question
// is dropped. What was shown goes with the question, or stays until the new answer is there: `keep`.
export function useLoad<T>(fetch: () => Promise<T>, on: WatchSource[] = [], { keep = false } = {}): Load<T> {
  const data = shallowRef<T>();
  const error = ref<Refusal>();
  let asked = 0;
  const reload = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch();
      if (mine !== asked) return;
      data.value = answer;
      error.value = undefined;
    } catch (fault) {
      if (mine === asked) error.value = asRefusal(fault);
    }
  };
  watch(on, () => {
    if (!keep) data.value = undefined;
    void reload();
  });
  void reload();
  return { data, error, reload };
}

export interface Doing {
  busy: Ref<boolean>;
  error: Ref<Refusal | undefined>;
  run: (work: () => Promise<void>) => Promise<boolean>;
}

// One thing at a time: a second click while the first is under way does nothing.
export function useDoing(): Doing {
  const busy = ref(false);
  const error = ref<Refusal>();
  const run = async (work: () => Promise<void>) => {
    if (busy.value) return false;
    busy.value = true;
    error.value = undefined;
    try {
      await work();
      return true;
    } catch (fault) {
      error.value = asRefusal(fault);
      return false;
    } finally {
      busy.value = false;
    }
  };
  return { busy, error, run };
}
