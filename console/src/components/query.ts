// What a list is narrowed to stands in the address, so that going back finds it as it was left.
import { computed, nextTick, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

let pending: Record<string, string> | null = null;

export function useQuery(name: string, usual = ''): WritableComputedRef<string> {
  const route = useRoute(), router = useRouter();
  return computed({
    get: () => {
      const it = route.query[name];
      return typeof it === 'string' ? it : usual;
    },
    set: (value) => {
      // Several may change at once; each alone would put the others back.
      if (!pending) {
        pending = {};
        void nextTick(() => {
          const query: Record<string, string> = {};
          for (const [key, it] of Object.entries({ ...route.query, ...pending }))
            if (typeof it === 'string' && it !== '') query[key] = it;
          pending = null;
          void router.replace({ query });
        });
      }
      pending[name] = value === usual ? '' : value;
    },
  });
}
