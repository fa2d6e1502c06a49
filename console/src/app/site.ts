// Whose site it is, as its identity says; what is not known is blank.
import { reactive } from 'vue';
import { api } from '@/api/client';

export const identity = reactive({ name: '', sponsor: '', contact: '' });

export async function learnIdentity() {
  Object.assign(identity, await api.get('/api/site').catch(() => ({})));
}
