// A QR code as one path, four blank modules around it (ISO/IEC 18004: the quiet zone).
interface Modules {
  getModuleCount: () => number;
  isDark: (row: number, column: number) => boolean;
}

const quiet = 4;

export function pathOf(code: Modules): string {
  const all = Array.from({ length: code.getModuleCount() }, (_, i) => i);
  return all.flatMap((row) => all.flatMap((column) =>
    code.isDark(row, column) ? [`M${column + quiet} ${row + quiet}h1v1h-1z`] : [])).join('');
}

// ABCD EFGH: so that it can be typed.
export function grouped(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
