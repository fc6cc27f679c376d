import { Box } from '@chakra-ui/react';
import { type ReactNode, useRef } from 'react';
import { type Column, DataTable } from './DataTable.tsx';
import { LoadMore } from './LoadMore.tsx';
import { useFocusInPlace } from './use-focus-in-place.ts';

type Props<Node> = {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly list: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: Node }[];
    readonly pageInfo: { readonly endCursor: string | null };
  };
  readonly onMore: (after: string | null) => Promise<unknown>;
  /** Why there is nothing, and the way on. */
  readonly whenEmpty: ReactNode;
  /** Draws one row; gives it its key. */
  readonly children: (node: Node) => ReactNode;
};

/** A list that comes by pages: its rows and the way to the rest, or why there are none. */
export function PagedTable<Node>(props: Props<Node>) {
  const { label, columns, list, onMore, whenEmpty, children } = props;
  const root = useRef<HTMLDivElement>(null);
  useFocusInPlace(root);
  return (
    <Box ref={root} display="contents">
      {list.totalCount === 0 ? (
        whenEmpty
      ) : (
        <>
          <DataTable label={label} columns={columns}>
            {list.edges.map(({ node }) => children(node))}
          </DataTable>
          <LoadMore list={list} onMore={onMore} />
        </>
      )}
    </Box>
  );
}
