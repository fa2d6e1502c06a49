// 来源 by this body's names: the mailbox of a town's head is 镇长信箱.
import type { RecordSchema } from '@/records/schema';

type Names = Readonly<Record<string, string>>;

export function sourcesOf<N extends Names>(names: N, head: string | undefined): N {
  return head ? { ...names, head_mailbox: `${head}信箱` } : names;
}

// The same in a declaration that asks for the source.
export function withSources(schema: RecordSchema, head: string | undefined): RecordSchema {
  const source = schema.properties.source;
  if (!source?.['x-names']) return schema;
  return { ...schema, properties: { ...schema.properties, source: { ...source, 'x-names': sourcesOf(source['x-names'], head) } } };
}
