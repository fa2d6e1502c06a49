// What is wrong with the console itself, said above the page: the server is gone, or a page did not
// come.
import { reactive } from 'vue';
import { onReached } from '@/api/client';

export const trouble = reactive({
  since: '', // when the server was first not there; blank while it is
  page: '', // the title of the page that did not come
  again: () => {}, // opens it once more
});

export function timeOfDay(at: Date): string {
  return `${at.getHours()}`.padStart(2, '0') + ':' + `${at.getMinutes()}`.padStart(2, '0');
}

onReached((answers) => {
  if (answers) trouble.since = '';
  else trouble.since ||= timeOfDay(new Date());
});
