// Addresses within a body: /900121-3/requests/2026-0001. Each tab has its own body, the one of its
// address, so that opening another body's record changes no other tab.
import { session } from './session';

export function within(path: string, organ = session.organ): string {
  return `/${organ}${path === '/' ? '' : path}`;
}
