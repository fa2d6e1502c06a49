import { ref } from 'vue';
import { api } from '@/api/client';

// How many incidents nobody has taken note of, for the note on every page of an administrator.
export const openIncidents = ref(0);

// Where the server cannot say, its own pages tell.
export async function countOpen() {
  try {
    openIncidents.value = (await api.get('/api/incidents/open')).open;
  } catch {
    openIncidents.value = 0;
  }
}
