import { expect, it } from 'vitest';
import { recordOf } from '@/records/schema';
import { sourcesOf, withSources } from './mailboxes';

it('calls the mailbox of the head by his title, and leaves the others', () => {
  const names = { hotline: '12345热线', head_mailbox: '县长信箱' };
  expect(sourcesOf(names, '镇长')).toEqual({ hotline: '12345热线', head_mailbox: '镇长信箱' });
  expect(sourcesOf(names, undefined)).toEqual(names);
  const asked = withSources(recordOf('NewMessage'), '局长').properties.source!['x-names']!;
  expect(asked.head_mailbox).toBe('局长信箱');
  expect(asked.secretary_mailbox).toBe('书记信箱');
  expect(recordOf('NewMessage').properties.source!['x-names']!.head_mailbox).toBe('县长信箱');
});
