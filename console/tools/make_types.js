// Makes src/api/made/ from data/web: the types of what the interface takes and gives, the Chinese
// words of its coded values, and the schemas of records, of which forms are drawn.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const console_ = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const made = join(console_, 'src/api/made');
const read = (name) => JSON.parse(readFileSync(join(console_, '../data/web', name), 'utf8'));
const { schemas: written, routes } = read('api_schemas.json');
const records = read('record_schemas.json');
const schemas = { ...written, ...records };
// Before the types are made, since those who make them write into the schemas.
const forms = JSON.stringify(
  Object.fromEntries(Object.entries(records).filter(([, it]) => it.properties)), null, 1);

const json = (schema) => ({ content: { 'application/json': { schema } } });
const paths = {};
for (const [route, { body, answer }] of Object.entries(routes)) {
  const [method, path] = route.split(' ');
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name, in: 'path', required: true, schema: { type: 'string' },
  }));
  paths[path] ??= {};
  paths[path][method.toLowerCase()] = {
    parameters,
    ...(body && { requestBody: { required: true, ...json(body) } }),
    responses: { 200: { description: 'ok', ...(answer && json(answer)) } },
  };
}
const types = await openapiTS({
  openapi: '3.1.0', info: { title: 'gongkai', version: '0' }, paths, components: { schemas },
});

const words = Object.entries(schemas).flatMap(([name, it]) =>
  it['x-names'] ? [`  ${name}: ${JSON.stringify(it['x-names'], null, 2)},`] : []);

mkdirSync(made, { recursive: true });
writeFileSync(join(made, 'schema.ts'), '// Made by tools/make_types.js.\n' + astToString(types));
writeFileSync(join(made, 'words.ts'),
  '// Made by tools/make_types.js.\nexport const words = {\n' + words.join('\n') + '\n} as const;\n');
writeFileSync(join(made, 'records.ts'),
  "// Made by tools/make_types.js.\nimport type { RecordSchema } from '@/records/schema';\n\n" +
  `const made: unknown = ${forms};\n\nexport const records = made as Record<string, RecordSchema>;\n`);
