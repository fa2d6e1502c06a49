// The tables of the annual report as the form prints them, from data/forms.
import form from '../../../../data/forms/annual_report_2021.json';

interface Column { id: string; label: string; group?: string; unit?: string }
interface Row { id: string; label: string; group?: string; optional?: boolean }
interface Grid {
  id: string; section: number; caption?: string; note?: string; head?: string; across?: boolean;
  columns: Column[]; rows: Row[];
}

export interface Label { text: string; rows?: number; columns?: number; corner?: true }
export interface Line { labels: Label[]; cells: { id: string; columns?: number }[] }
export interface Block { head: Label[][]; lines: Line[] }
export interface Table { section: number; title: string; blocks: Block[]; across: boolean }

export const sections: readonly string[] = form.sections;
// Optional rows are those of other editions; our own reports have none of them.
const grids = (form.grids as Grid[]).map((it) => ({ ...it, rows: it.rows.filter((row) => !row.optional) }));

const cellId = (grid: Grid, row: Row, column: Column) => `${grid.id}.${row.id}.${column.id}`;

// Runs of neighbours with the same group, as one label over all of them.
function runs<T extends { group?: string }>(all: readonly T[]): { group: string; members: T[] }[] {
  const out: { group: string; members: T[] }[] = [];
  for (const it of all) {
    const last = out[out.length - 1];
    if (it.group && last?.group === it.group) last.members.push(it);
    else out.push({ group: it.group ?? '', members: [it] });
  }
  return out;
}

// Table two: each item of Reg. 20 with columns of its own, four wide together.
function proactive(grid: Grid): Block {
  const wide = 3 / grid.columns.length;
  return {
    head: [
      [{ text: grid.caption ?? '', columns: 4 }],
      [{ text: grid.note ?? '' }, ...grid.columns.map((it) => ({ text: it.label, columns: wide }))],
    ],
    lines: grid.rows.map((row) => ({
      labels: [{ text: row.label }],
      cells: grid.columns.map((column) => ({ id: cellId(grid, row, column), columns: wide })),
    })),
  };
}

const outer = '三、本年度办理结果';

// Table three: the results stand in one group, in which some have one of their own.
function requests(grid: Grid): Block {
  const columnGroups = runs(grid.columns);
  const first = grid.rows.findIndex((it) => it.group);
  const within = grid.rows.filter((it) => it.group).length;
  const lines = runs(grid.rows).flatMap(({ group, members }) =>
    members.map((row, i): Line => {
      const labels: Label[] = [];
      const at = grid.rows.indexOf(row);
      if (!row.group) labels.push({ text: row.label, columns: 3 });
      else {
        if (at === first) labels.push({ text: outer, rows: within });
        if (group === outer) labels.push({ text: row.label, columns: 2 });
        else {
          if (i === 0) labels.push({ text: group, rows: members.length });
          labels.push({ text: row.label });
        }
      }
      return { labels, cells: grid.columns.map((column) => ({ id: cellId(grid, row, column) })) };
    }),
  );
  return {
    head: [
      [{ text: grid.note ?? '', columns: 3, rows: 3, corner: true }, { text: grid.head ?? '', columns: grid.columns.length }],
      columnGroups.map(({ group, members }) =>
        group ? { text: group, columns: members.length } : { text: members[0]!.label, rows: 2 }),
      columnGroups.filter((it) => it.group).flatMap((it) => it.members.map((column) => ({ text: column.label }))),
    ],
    lines,
  };
}

// Table four: its rows stand side by side.
function across(grid: Grid): Block {
  const groups = runs(grid.rows);
  const wide = grid.columns.length;
  return {
    head: [
      groups.map(({ group, members }) =>
        group ? { text: group, columns: wide * members.length } : { text: members[0]!.label, columns: wide, rows: 2 }),
      groups.filter((it) => it.group).flatMap((it) => it.members.map((row) => ({ text: row.label, columns: wide }))),
      grid.rows.flatMap(() => grid.columns.map((it) => ({ text: it.label }))),
    ],
    lines: [{ labels: [], cells: grid.rows.flatMap((row) => grid.columns.map((it) => ({ id: cellId(grid, row, it) }))) }],
  };
}

function blockOf(grid: Grid): Block {
  if (grid.across) return across(grid);
  return grid.caption ? proactive(grid) : requests(grid);
}

export const tables: readonly Table[] = [2, 3, 4].map((section) => {
  const own = grids.filter((it) => it.section === section);
  return {
    section, title: sections[section - 1]!, blocks: own.map(blockOf), across: own.some((it) => it.across),
  };
});

// 1,234.5; zero, blank and stroke look different everywhere.
export function printed(cell: { value: number | string | null; kind: string; text: string } | undefined): string {
  if (!cell) return '';
  if (cell.kind === 'slash') return '/';
  if (cell.value === null) return cell.text;
  const [whole, fraction] = String(cell.value).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction ? `${grouped}.${fraction}` : grouped;
}
