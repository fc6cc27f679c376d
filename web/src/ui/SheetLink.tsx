import type { ComponentProps } from 'react';
import { LinkButton } from './LinkButton.tsx';
import { useSheet } from './use-sheet.ts';

type Props = Omit<ComponentProps<typeof LinkButton>, 'to' | 'state' | 'preventScrollReset'> & {
  readonly sheet: string;
};

/** Opens a sheet above this page. */
export function SheetLink({ sheet, ...look }: Props) {
  const { pathOf, above } = useSheet();
  return <LinkButton to={pathOf(sheet)} state={above} preventScrollReset {...look} />;
}
