// Makes src/api/made/ from data/web/api_schemas.json: the types of what the interface takes and
// gives, and the Chinese words of its coded values.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const console_ = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const made = join(console_, 'src/api/made');
const { schemas, routes } = JSON.parse(
  readFileSync(join(console_, '../data/web/api_schemas.json'), 'utf8'),
);

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
