import type { World } from '../world.ts';
import type { Params } from './form.ts';

export interface Answer {
  readonly status: number;
  readonly body: object;
}

/** One API request, parsed and authorised. */
export interface Call {
  readonly world: World;
  /** What stands for `:id` in the route's path. */
  readonly id: string;
  readonly params: Params;
  /** Called with the publishable key: only what a payer's browser may do. */
  readonly isPublishable: boolean;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Such as /v1/charges/:id. */
  readonly path: string;
  /** A payer's browser may call it with the publishable key (and the intent's client secret). */
  readonly isPublic?: boolean;
  readonly handle: (call: Call) => Answer;
}

export const ok = (body: object): Answer => ({ status: 200, body });

/** True when the request's path is the route's; gives the id in it. */
export function matchPath(route: Route, path: string): { readonly id: string } | null {
  const [before, after] = route.path.split(':id');
  if (after === undefined) return path === before ? { id: '' } : null;
  if (!path.startsWith(before ?? '') || !path.endsWith(after)) return null;
  const id = path.slice((before ?? '').length, path.length - after.length);
  return id === '' || id.includes('/') ? null : { id: decodeURIComponent(id) };
}
