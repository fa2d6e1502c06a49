import { expect, test } from 'vitest';
import qrcode from 'qrcode-generator';
import { grouped, pathOf } from './qr';

test('a secret is shown in groups of four, the last as long as it is', () => {
  expect(grouped('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  expect(grouped('ABCDEFGH')).toBe('ABCD EFGH');
});

test('the path has each dark module once, behind a quiet zone of four', () => {
  const dots = { getModuleCount: () => 2, isDark: (row: number, column: number) => row === column };
  expect(pathOf(dots)).toBe('M4 4h1v1h-1zM5 5h1v1h-1z');
});

test('an address of an authenticator with Chinese in it fits into a code, with its three finders', () => {
  const qr = qrcode(0, 'M');
  qr.addData('otpauth://totp/%E6%94%BF%E5%BA%9C:liuhe.wang?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=%E6%94%BF%E5%BA%9C');
  qr.make();
  const last = qr.getModuleCount() - 1;
  for (const [row, column] of [[0, 0], [0, last], [last, 0]] as const) expect(qr.isDark(row, column)).toBe(true);
  expect(pathOf(qr)).toContain('M4 4h1v1h-1z');
});
