export interface Column<T> {
  key: string;
  title: string;
  text: (row: T) => string; // searched, exported, and shown where no slot draws the cell
  number?: boolean;
  hidden?: boolean; // at first; the reader may show it
  sort?: string; // what the list is asked to be sorted by; without it the head is no button
  order?: (row: T) => string | number; // of a list that is here whole: by what it is sorted
}

// The rows that hold each of the words somewhere in what is shown of them.
export function found<T>(rows: readonly T[], columns: readonly Column<T>[], sought: string): T[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [...rows];
  return rows.filter((row) => {
    const text = columns.map((it) => it.text(row)).join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
