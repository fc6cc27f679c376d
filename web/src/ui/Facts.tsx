import { DataList, type DataListRootProps } from '@chakra-ui/react';
import type { ReactNode } from 'react';

/** What is known of one thing, a line each: Fact elements. */
export function Facts(props: DataListRootProps) {
  return <DataList.Root orientation="horizontal" {...props} />;
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{label}</DataList.ItemLabel>
      <DataList.ItemValue>{children}</DataList.ItemValue>
    </DataList.Item>
  );
}
