// What is wrong with a form, each at its field. OfficeForm provides it, fields ask for their own.
import { computed, inject, provide, reactive, useId, type ComputedRef, type InjectionKey } from 'vue';
import type { FieldFault } from '@/api/client';
import { dayInWords } from '@/words/days';

interface FormFaults {
  all: FieldFault[];
  idOf: (name: string) => string;
}
const key: InjectionKey<FormFaults> = Symbol('faults');

export function provideFaults(): FormFaults {
  const form = useId();
  const faults = reactive<FormFaults>({ all: [], idOf: (name) => `${form}-${name}` });
  provide(key, faults);
  return faults;
}

export interface FieldState {
  id: ComputedRef<string>;
  wrong: ComputedRef<string>;
  mended: () => void; // somebody has changed it since
}

export function useFault(name: () => string | undefined): FieldState {
  const form = inject(key, null), own = useId();
  return {
    id: computed(() => (form && name() ? form.idOf(name()!) : own)),
    wrong: computed(() => form?.all.find((it) => it.name === name())?.message ?? ''),
    mended: () => {
      if (form) form.all = form.all.filter((it) => it.name !== name());
    },
  };
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function sentence(control: Control, label: string): string {
  const { validity } = control;
  const isChosen = control instanceof HTMLSelectElement || /^(radio|checkbox)$/.test(control.type);
  if (validity.badInput) return control.type === 'date' ? `“${label}”不是一个日期，请重新填写。` : `“${label}”应填写数字。`;
  if (validity.valueMissing) return isChosen ? `请选择“${label}”。` : `请填写“${label}”。`;
  const { min, max } = control as HTMLInputElement;
  const isDay = control.type === 'date';
  if (validity.rangeOverflow) return isDay ? `“${label}”不能晚于${dayInWords(max)}。` : `“${label}”不能大于 ${max}。`;
  if (validity.rangeUnderflow) return isDay ? `“${label}”不能早于${dayInWords(min)}。` : `“${label}”不能小于 ${min}。`;
  return `“${label}”填写有误，请修改。`;
}

// All that the form itself can tell, in the order of the page: what is needed and blank, days and
// numbers out of their range. The browser would show one bubble at a time.
export function faultsOf(form: HTMLElement): FieldFault[] {
  return [...form.querySelectorAll<HTMLElement>('[data-field]')].flatMap((field) => {
    const controls = [...field.querySelectorAll<Control>('input, select, textarea')];
    const wrong = controls.find((it) => it.closest('[data-field]') === field && !it.disabled && !it.validity.valid);
    return wrong ? [{ name: field.dataset.field!, message: sentence(wrong, field.dataset.label ?? '') }] : [];
  });
}

export function focusField(id: string) {
  const target = document.getElementById(id);
  const control = target?.matches('input, select, textarea') ? target : target?.querySelector<HTMLElement>('input, select, textarea');
  (control ?? target)?.focus();
  target?.scrollIntoView({ block: 'center' });
}
