// The fields of a document as the editor holds them, and back.
import type { Schemas } from '@/api/client';

export interface Draft {
  title: string;
  document_number: string;
  abstract: string;
  kind: Schemas['DocumentKind'] | '';
  subject_class: string;
  formed_on: string;
  issued_on: string;
  keywords: string;
  source: string;
  body: string;
  interprets: string;
  channels: Schemas['PublicationChannel'][];
  audience: string;
}

export function blankDraft(today: string): Draft {
  return {
    title: '', document_number: '', abstract: '', kind: '', subject_class: '15', formed_on: today, issued_on: '',
    keywords: '', source: '', body: '', interprets: '', channels: ['website'], audience: '',
  };
}

export function draftOf(it: Schemas['DocumentContent']): Draft {
  return {
    title: it.title, document_number: it.document_number, abstract: it.abstract, kind: it.kind,
    subject_class: String(it.subject_class), formed_on: it.formed_on, issued_on: it.issued_on ?? '',
    keywords: it.keywords.join('；'), source: it.source, body: it.body ?? '', interprets: it.interprets,
    channels: [...it.channels], audience: it.audience,
  };
}

// Keywords may be parted by any of the usual signs.
export function keywordsOf(text: string): string[] {
  return text.split(/[；;，,、\s]+/).filter(Boolean);
}

export function contentOf(it: Draft & { kind: Schemas['DocumentKind'] }): Schemas['NewDocument'] {
  return {
    ...it, subject_class: Number(it.subject_class), issued_on: it.issued_on || null, keywords: keywordsOf(it.keywords),
  };
}

export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
