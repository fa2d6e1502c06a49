// A county office with two towns and an account for each role, set up through the interface, and
// the way to sign in to its console.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { root, startServer } from './harness.js';

const first = '窗含西岭千秋雪，门泊东吴';
export const password = '春江潮水连海平，海上明月共潮生';
const program = resolve(process.env.GONGKAI ?? `${root}/build/release/gongkai`);

// Somebody who speaks to the interface.
export class Caller {
  constructor(base) {
    this.base = base;
  }

  async signIn(login, secret = password) {
    const response = await fetch(`${this.base}/api/session`, {
      method: 'POST', body: JSON.stringify({ login, password: secret }),
    });
    const account = await response.json();
    if (!response.ok) throw new Error(`${login}: ${JSON.stringify(account)}`);
    this.cookie = response.headers.get('set-cookie').split(';')[0];
    this.csrf = account.csrf;
    return this;
  }

  async call(method, path, body) {
    const response = await fetch(this.base + path, {
      method,
      headers: { Cookie: this.cookie ?? '', 'X-CSRF-Token': this.csrf ?? '' },
      body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }

  get(path) {
    return this.call('GET', path);
  }
  post(path, body) {
    return this.call('POST', path, body);
  }
}

const contact = {
  unit: '党政综合办公室', address: '云溪县柳河镇人民路1号', hours: '工作日 8:30-17:30',
  phone: '0000-1234567', fax: '', web: 'https://yunxi.example/',
};

function makeAdministrator(data, region) {
  const made = spawnSync(program, ['admin', 'create', '--data', data, '--region', region,
    '--login', 'admin', '--name', '管理员'], { input: `${password}\n`, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`admin create: ${made.stderr}`);
}

// {base, stop(), county, town, other, as(login)}: the numbers of the bodies as paths have them.
export async function startOffice({ port } = {}) {
  const region = '900121';
  const server = await startServer({
    empty: true, port, prepare: (_program, data) => makeAdministrator(data, region),
  });
  const admin = await new Caller(server.base).signIn('admin');
  const organ = (name, kind, level, parent) =>
    admin.post('/api/organs', {
      name, kind, level, parent, valid_from: '2020-01-01', division_code: '900121000000', contact,
    });
  const county = (await organ('云溪县人民政府办公室', 'office', 'county', null)).id;
  const town = (await organ('云溪县柳河镇人民政府', 'government', 'township', county)).id;
  const other = (await organ('云溪县青石镇人民政府', 'government', 'township', county)).id;
  // Each has changed the password that the administrator gave him.
  const account = async (login, at, roles, name) => {
    await admin.post('/api/accounts', { login, password: first, organ: at, roles, name, phone: '' });
    const caller = await new Caller(server.base).signIn(login, first);
    await caller.post('/api/session/password', { old: first, new: password });
  };
  await account('clerk', town, ['clerk'], '王经办');
  await account('reviewer', town, ['reviewer'], '李审核');
  await account('head', town, ['unit_head'], '赵主任');
  await account('clerk2', other, ['clerk'], '周经办');
  await account('county', county, ['supervisor'], '钱主管');
  await account('county2', county, ['clerk', 'unit_head'], '孙经办');
  const as = (login) => new Caller(server.base).signIn(login);
  return { ...server, county, town, other, as };
}

export function letter(more = {}) {
  return {
    channel: 'in_person', applicant_kind: 'natural_person', wished: 'post',
    content: '2025年柳河镇村级财务收支情况',
    applicant: { name: '王小明', id_number: '护照E00000001', phone: '13800000000', address: '云溪县柳河镇' },
    ...more,
  };
}
