import { CloseButton, Dialog, Portal } from '@chakra-ui/react';
import { type ReactNode, useRef } from 'react';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Where the focus goes afterwards, when what had it before is gone by then. */
  readonly focusAfter?: () => HTMLElement | null;
  readonly children: ReactNode;
};

/** A form above the page. Escape closes it; focus returns to where it was. A click beside it does not: what is typed would be lost, and the
 * second click of a double click on what opened it lands there. */
export function Sheet({ title, isOpen, onClose, focusAfter, children }: Props) {
  const content = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={({ open }) => !open && onClose()}
      initialFocusEl={() => content.current?.querySelector('input, select, textarea') ?? null}
      {...(focusAfter && { finalFocusEl: focusAfter })}
      closeOnInteractOutside={false}
      lazyMount
      unmountOnExit
      size={{ mdDown: 'full', md: 'md' }}
    >
      <Portal>
        <Dialog.Backdrop />
        <Dialog.Positioner>
          <Dialog.Content ref={content}>
            <Dialog.Header>
              <Dialog.Title>{title}</Dialog.Title>
            </Dialog.Header>
            <Dialog.CloseTrigger asChild>
              <CloseButton size="sm" aria-label="Close" />
            </Dialog.CloseTrigger>
            <Dialog.Body pb="6">{children}</Dialog.Body>
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  );
}
