// Forms that hold what was typed and is kept nowhere yet. Before a page is left each is kept; where
// that fails, somebody is asked whether he wants to lose it.
import { reactive } from 'vue';

export interface Unsaved {
  isKept: () => boolean;
  keep: () => Promise<boolean>; // whether all is kept now
}

const all = new Set<Unsaved>();

export function whileOpen(form: Unsaved): () => void {
  all.add(form);
  return () => all.delete(form);
}

export async function keepAll(): Promise<boolean> {
  const kept = await Promise.all([...all].filter((it) => !it.isKept()).map((it) => it.keep()));
  return kept.every(Boolean);
}

// The question of the dialog in App.vue.
export const leaving = reactive({ asked: false, answer: (_leave: boolean) => {} });

export async function mayLeave(): Promise<boolean> {
  if (await keepAll()) return true;
  return new Promise((done) => {
    leaving.asked = true;
    leaving.answer = (leave) => {
      leaving.asked = false;
      done(leave);
    };
  });
}

export function warnBeforeClosing() {
  window.addEventListener('beforeunload', (event) => {
    if ([...all].every((it) => it.isKept())) return;
    void keepAll();
    event.preventDefault();
  });
  // A phone puts a tab to sleep without another word.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keepAll();
  });
}
