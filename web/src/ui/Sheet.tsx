import { CloseButton, Dialog, Portal } from '@chakra-ui/react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

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
      initialFocusEl={() => firstField(content.current)}
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
            <LateField content={content} />
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  );
}

const firstField = (content: HTMLElement | null) =>
  content?.querySelector<HTMLElement>('input, select, textarea') ?? null;

/** A form that comes later than its sheet takes the focus, too: until then it had only the button that closes the sheet to go to. */
function LateField({ content }: { readonly content: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const sheet = content.current;
    if (!sheet || firstField(sheet)) return undefined;
    const observer = new MutationObserver(() => {
      const field = firstField(sheet);
      if (!field) return;
      observer.disconnect();
      // Before the sheet itself has taken the focus it goes to the field by itself.
      if (sheet.contains(document.activeElement)) field.focus({ preventScroll: true });
    });
    observer.observe(sheet, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [content]);
  return null;
}
