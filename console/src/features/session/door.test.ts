import { expect, it } from 'vitest';
import { Refusal } from '@/api/client';
import { asksForCode, secondsShut } from './door';

it('reads from the refusal how long the door is shut', () => {
  expect(secondsShut('密码连续输错，请 8 秒后再试。')).toBe(8);
  expect(secondsShut('请 15 分钟后再试。')).toBe(900);
  expect(secondsShut('登录名或密码不对。')).toBe(0);
});

it('asks for a code where the password was right, and for none otherwise', () => {
  const refusal = (code: string) => new Refusal(403, code, '');
  expect(asksForCode(refusal('door.code'))).toBe(true);
  expect(asksForCode(refusal('door.code-wrong'))).toBe(true);
  expect(asksForCode(refusal('door.wrong'))).toBe(false);
  expect(asksForCode(refusal('door.shut'))).toBe(false);
  expect(asksForCode(undefined)).toBe(false);
});
