import { expect, it } from 'vitest';
import { schemaOf } from './schema';
import { checkVerdict, verdictFaults } from './verdict';

const yes = (names: string[]) => Object.fromEntries(names.map((it) => [it, true]));
const asked = {
  message: yes(['without_person', 'rewritten', 'without_secrets', 'correct']),
  proposal: yes(['secrecy_checked', 'without_person', 'without_business', 'correct']),
};
const last: Record<string, [string, string]> = {
  message: ['correct', '答复内容准确，适宜公开'], proposal: ['correct', '与答复一致，适宜公开；不公开的，理由成立'],
};

for (const [subject, all] of Object.entries(asked)) {
  const faults = (form: Record<string, string | boolean>) => verdictFaults(schemaOf(subject, 'review'), form);

  it(`takes no review of a ${subject} without a word on how it ends`, () => {
    expect(faults({ ...all, words: '同意' })).toEqual([{ name: 'verdict', message: '请选择“通过”或者“不通过”。' }]);
    expect(() => checkVerdict(schemaOf(subject, 'review'), {})).toThrow('请选择“通过”或者“不通过”。');
  });

  it(`passes a ${subject} with every answer given alone, and names those that are not`, () => {
    expect(faults({ ...all, verdict: 'pass' })).toEqual([]);
    const [fault] = faults({ ...all, [last[subject]![0]!]: false, verdict: 'pass', words: '同意' });
    expect(fault).toEqual({ name: last[subject]![0], message: `还有没有勾选的项目，不能选“通过”：“${last[subject]![1]}”。` });
    expect(faults({ verdict: 'pass' })[0]!.message.split('”、“')).toHaveLength(4);
  });

  it(`fails a ${subject} with a reason, and with an answer that says so`, () => {
    expect(faults({ ...all, [last[subject]![0]!]: false, verdict: 'fail', words: '请改写' })).toEqual([]);
    expect(faults({ ...all, [last[subject]![0]!]: false, verdict: 'fail', words: ' ' }).map((it) => it.name)).toEqual(['words']);
    expect(faults({ ...all, verdict: 'fail', words: '不行' }).map((it) => it.name)).toEqual(['verdict']);
  });
}
