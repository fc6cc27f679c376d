import type { Viewer } from '@finflow/shared/viewer';
import type { ReadFeed, Variables } from './feed-reader.ts';

/**
 * Equal for subscriptions of one text that get equal answers: same variables, equal rights. Who the user is counts only where the
 * answer may depend on it. Of whatever kind of caller there will be, everything counts that isn't named here.
 */
export const sharingKey = (
  { isPersonal }: Pick<ReadFeed, 'isPersonal'>,
  variables: Variables,
  viewer: Viewer,
): string => `${sortedJson(variables)} ${sortedJson(isPersonal ? viewer : rightsOf(viewer))}`;

function rightsOf(viewer: Viewer): object {
  if (viewer.kind !== 'user') return viewer;
  const { userId: _user, sessionId: _session, ...rights } = viewer;
  return { ...rights, scopes: rights.scopes.toSorted() };
}

const sortedJson = (value: object): string =>
  JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
