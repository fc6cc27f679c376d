import type { ReactNode } from 'react';
import { ErrorPanel } from '../ui/ErrorPanel.tsx';
import { describeError } from './error-text.ts';
import { OutOfDate } from './OutOfDate.tsx';
import { type AskedQuery, useKeptData } from './use-kept-data.ts';

type Query<Data> = AskedQuery<Data> & { readonly refetch: () => Promise<unknown> };

type Props<Data> = {
  readonly query: Query<Data>;
  /** Shaped like the content, so that nothing jumps. */
  readonly skeleton: ReactNode;
  readonly children: (data: Data) => ReactNode;
};

/**
 * The faces of what is asked from the server: skeleton, error with a retry, content. While other variables load the old content stays,
 * marked busy; where it could not be asked anew it stays with a note. (Emptiness is content: only the page knows why.)
 */
export function Faces<Data>({ query, skeleton, children }: Props<Data>) {
  const { data, isOutOfDate } = useKeptData(query);
  if (data !== undefined) {
    return (
      <>
        {isOutOfDate && <OutOfDate refetch={query.refetch} />}
        <div aria-busy={query.data === undefined}>{children(data)}</div>
      </>
    );
  }
  if (query.error) {
    const { sentence, reference } = describeError(query.error);
    return (
      <ErrorPanel sentence={sentence} reference={reference} onRetry={() => void query.refetch()} />
    );
  }
  return skeleton;
}
