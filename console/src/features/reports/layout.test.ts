import { expect, it } from 'vitest';
import { printed, tables } from './layout';

const width = (labels: { columns?: number }[], cells: { columns?: number }[]) =>
  [...labels, ...cells].reduce((sum, it) => sum + (it.columns ?? 1), 0);

it('draws every cell of the form once', () => {
  const ids = tables.flatMap((it) => it.blocks.flatMap((block) => block.lines.flatMap((line) => line.cells.map((cell) => cell.id))));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('requests.new_received.natural_person');
  expect(ids).toContain('review_litigation.litigation_after_review.outcome_total');
  expect(ids).toContain('proactive.art20_8.admin_fee.amount_wan_yuan');
});

// A row is as wide as its own cells and the labels that reach down into it.
it('makes rows of one width', () => {
  for (const table of tables)
    for (const block of table.blocks) {
      const reaching: { left: number; columns: number }[] = [];
      const widths = block.lines.map((line) => {
        const from = reaching.filter((it) => it.left > 0);
        const wide = width(line.labels, line.cells) + from.reduce((sum, it) => sum + it.columns, 0);
        for (const it of from) --it.left;
        for (const it of line.labels) if ((it.rows ?? 1) > 1) reaching.push({ left: it.rows! - 1, columns: it.columns ?? 1 });
        return wide;
      });
      expect(new Set(widths).size, table.title).toBe(1);
    }
});

it('groups thousands and tells zero, blank and stroke apart', () => {
  expect(printed({ value: 1234567, kind: 'number', text: '' })).toBe('1,234,567');
  expect(printed({ value: 25.1, kind: 'number', text: '' })).toBe('25.1');
  expect(printed({ value: 0, kind: 'number', text: '0' })).toBe('0');
  expect(printed({ value: null, kind: 'blank', text: '' })).toBe('');
  expect(printed({ value: null, kind: 'slash', text: '/' })).toBe('/');
});
