// A county with a town in it, made over the API as an administrator makes it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { startServer } from './harness.js';

const region = '900121'; // no such place
const password = '春江潮水连海平，海上明月共潮生';
const first = '管理员先给的一句话，用一次就换';

const contact = {
  unit: '党政综合办公室', address: '云溪县柳河镇人民路1号', hours: '工作日上午8:30至12:00，下午2:30至5:30',
  phone: '0000-1234567', fax: '', web: '',
};

const people = ['clerk', 'reviewer', 'unit_head', 'supervisor'];

// {base, stop(), town, county, call(login, method, path, body), upload(login, path, bytes)}: `town`
// and `county` name the bodies in paths; a login is a role.
export async function startOffice(options = {}) {
  const server = await startServer({
    empty: true,
    ...options,
    prepare: (program, data) => {
      const made = spawnSync(program, ['admin', 'create', '--data', data, '--login', 'admin',
        '--region', region], { input: password + '\n' });
      assert.equal(made.status, 0, String(made.stderr));
    },
  });
  const sessions = new Map();
  async function sign_in(login, secret = password) {
    if (!sessions.has(login)) {
      const answer = await fetch(server.base + '/api/session', {
        method: 'POST', body: JSON.stringify({ login, password: secret }),
      });
      assert.equal(answer.status, 200, await answer.clone().text());
      const cookie = answer.headers.get('set-cookie').split(';')[0];
      sessions.set(login, { cookie, csrf: (await answer.json()).csrf });
    }
    return sessions.get(login);
  }
  async function send(login, method, path, body) {
    const { cookie, csrf } = await sign_in(login);
    const answer = await fetch(server.base + path, {
      method, headers: { Cookie: cookie, 'X-CSRF-Token': csrf }, body,
    });
    const said = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${said}`);
    return said ? JSON.parse(said) : {};
  }
  const call = (login, method, path, body) =>
    send(login, method, path, method === 'GET' ? undefined : JSON.stringify(body ?? {}));
  const upload = (login, path, bytes) => send(login, 'POST', path, bytes);
  async function organ(wanted) {
    return (await call('admin', 'POST', '/api/organs', {
      valid_from: '2019-05-15', contact, ...wanted,
    })).id;
  }
  const county = await organ({
    name: '云溪县人民政府办公室', kind: 'office', level: 'county', division_code: '900121000000',
    contact: { ...contact, unit: '政务公开股', address: '云溪县城关镇府前街1号' },
  });
  const town = await organ({
    name: '云溪县柳河镇人民政府', kind: 'government', level: 'township',
    division_code: '900121103000', parent: county,
  });
  // Each changes the password that the administrator gave him.
  for (const role of people) {
    await call('admin', 'POST', '/api/accounts', {
      login: role, password: first, organ: role === 'supervisor' ? county : town, roles: [role],
    });
    await sign_in(role, first);
    await call(role, 'POST', '/api/session/password', { old: first, new: password });
    sessions.delete(role);
  }
  return { ...server, call, upload, town, county };
}
