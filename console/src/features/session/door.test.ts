import { expect, it } from 'vitest';
import { secondsShut } from './door';

it('reads from the refusal how long the door is shut', () => {
  expect(secondsShut('密码连续输错，请 8 秒后再试。')).toBe(8);
  expect(secondsShut('请 15 分钟后再试。')).toBe(900);
  expect(secondsShut('登录名或密码不对。')).toBe(0);
});
