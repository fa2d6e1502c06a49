// The content of a document as the editor holds it, and back.
import type { Schemas } from '@/api/client';
import { recordOf } from '@/records/schema';
import { begun, replacing, type Values } from '@/records/values';

export const schema = recordOf('NewDocument');

export function blankDraft(today: string): Values {
  return begun(schema, { subject_class: 15, formed_on: today, channels: ['website'] });
}

export function draftOf(content: Schemas['DocumentContent']): Values {
  return begun(schema, content as unknown as Values);
}

// Keywords may be parted by any of the usual signs.
export function keywordsOf(text: string): string[] {
  return text.split(/[；;，,、\s]+/).filter(Boolean);
}

export function contentOf(draft: Values): Schemas['NewDocument'] {
  return { ...replacing(schema, draft), keywords: keywordsOf(String(draft.keywords)) } as Schemas['NewDocument'];
}

export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
