// A number as the Regulation counts its items: 第（十五）项.
export function ordinal(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(number / 10);
  return `（${tens ? (tens > 1 ? digits[tens] : '') + '十' : ''}${digits[number % 10]}）`;
}
