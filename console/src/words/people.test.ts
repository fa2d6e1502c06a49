import { expect, it } from 'vitest';
import { recorder } from './people';

it('names who recorded an act', () => {
  const present = {
    account: { id: 'account/3', login: 'wang' }, organ: '9-1',
    organs: [{ id: '9-1', name: '某镇' }, { id: '9-2', name: '某县' }],
    people: [
      { id: 'account/4', name: '黎小满', organ: '9-1' }, { id: 'account/5', name: '梁谷雨', organ: '9-2' },
      { id: 'account/6', name: '', organ: '9-1' },
    ],
  };
  const said = ['account/3', 'account/4', 'account/5', 'account/6', 'account/7', 'public', undefined]
    .map((by) => recorder(by, present));
  expect(said).toEqual(['我（wang）', '黎小满', '梁谷雨（某县）', '账号 6', '账号 7', '申请人（网上）', '']);
  expect(recorder('public', present, 'message')).toBe('来信人（网上提交）');
});
