import { onBeforeUnmount, ref, type Ref } from 'vue';
import type { Refusal } from '@/api/client';

// How long the door stays shut after wrong passwords: the server says it in its sentence.
export function secondsShut(message: string): number {
  const seconds = /(\d+)\s*秒/.exec(message);
  if (seconds) return Number(seconds[1]);
  const minutes = /(\d+)\s*分钟/.exec(message);
  return minutes ? Number(minutes[1]) * 60 : 0;
}

// The password was right, and the account comes in with a code besides.
export function asksForCode(fault: Refusal | undefined): boolean {
  return fault?.code === 'door.code' || fault?.code === 'door.code-wrong';
}

// Counts down what is left of it.
export function useShutDoor(): { wait: Ref<number>; shut: (message: string) => void } {
  const wait = ref(0);
  let clock = 0;
  const shut = (message: string) => {
    wait.value = secondsShut(message);
    window.clearInterval(clock);
    clock = window.setInterval(() => {
      if (--wait.value <= 0) window.clearInterval(clock);
    }, 1000);
  };
  onBeforeUnmount(() => window.clearInterval(clock));
  return { wait, shut };
}
