// How long the door stays shut after wrong passwords: the server says it in its sentence.
export function secondsShut(message: string): number {
  const seconds = /(\d+)\s*秒/.exec(message);
  if (seconds) return Number(seconds[1]);
  const minutes = /(\d+)\s*分钟/.exec(message);
  return minutes ? Number(minutes[1]) * 60 : 0;
}
