// The keys of every page: / search, j and k along the rows, Enter opens, Ctrl+Enter submits, ?
// helps. Esc is the dialogs' own.
import { onBeforeUnmount, onMounted } from 'vue';

export const keys: [string, string][] = [
  ['/', '到检索框'],
  ['j、k', '下一行、上一行'],
  ['Enter', '打开这一行'],
  ['Ctrl+Enter', '提交正在填的表'],
  ['Esc', '关闭对话框'],
  ['?', '显示这些按键'],
];

function isTyping(target: EventTarget | null): boolean {
  const it = target as HTMLElement | null;
  return !!it?.closest('input, textarea, select, [contenteditable]');
}

function step(by: number) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((it) => it.contains(document.activeElement));
  rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
}

function submit(event: KeyboardEvent) {
  const form = (event.target as HTMLElement).closest('form');
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
}

export function useKeys(showHelp: () => void) {
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return submit(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target as HTMLElement;
    if (event.key === 'Enter' && row.matches('[data-row]')) return row.querySelector('a')?.click();
    if (isTyping(event.target)) return;
    if (event.key === '/') {
      const search = document.querySelector<HTMLElement>('[data-search]');
      if (!search) return;
      event.preventDefault();
      search.focus();
    } else if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === '?') showHelp();
  };
  onMounted(() => document.addEventListener('keydown', pressed));
  onBeforeUnmount(() => document.removeEventListener('keydown', pressed));
}
