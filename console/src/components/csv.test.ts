import { expect, it } from 'vitest';
import { csvOf } from './csv';

it('quotes what needs it and disarms formulas', () => {
  expect(csvOf([['编号', '说明'], ['2026-0001', '甲,"乙"'], ['=1+1', '-2']])).toBe(
    '\uFEFF编号,说明\r\n2026-0001,"甲,""乙"""\r\n\'=1+1,\'-2\r\n',
  );
});
