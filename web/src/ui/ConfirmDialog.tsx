import { Button, Dialog, Portal } from '@chakra-ui/react';
import { type ReactNode, useState } from 'react';
import { BusyButton } from './BusyButton.tsx';
import { useBusy } from './use-busy.ts';

type Props = {
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode;
  /** The verb on the button, such as "Remove". */
  readonly verb: string;
  readonly isDangerous?: boolean;
  /** The element that opens the dialog. */
  readonly trigger: ReactNode;
  /** Resolves when done; the dialog then closes. A string keeps it open and says why. */
  readonly onConfirm: () => Promise<string | null>;
};

/** Asks before something that can't be undone. Focus starts on "Cancel" and returns to the trigger. */
export function ConfirmDialog({ title, children, verb, isDangerous, trigger, onConfirm }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { busy, start } = useBusy(async () => {
    const reason = await onConfirm();
    setRefusal(reason);
    if (reason === null) setOpen(false);
  });
  const turn = (open: boolean) => {
    if (busy) return; // Its answer would come to nobody.
    setOpen(open);
    setRefusal(null);
  };
  return (
    <Dialog.Root role="alertdialog" open={isOpen} onOpenChange={({ open }) => turn(open)}>
      <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
      <Portal>
        <Dialog.Backdrop />
        <Dialog.Positioner>
          <Dialog.Content mx="4">
            <Dialog.Header>
              <Dialog.Title>{title}</Dialog.Title>
            </Dialog.Header>
            <Dialog.Body color="fg.muted">
              {children}
              {refusal && <RefusalText>{refusal}</RefusalText>}
            </Dialog.Body>
            <Dialog.Footer>
              <Dialog.CloseTrigger asChild position="static">
                <Button variant="outline">Cancel</Button>
              </Dialog.CloseTrigger>
              <BusyButton
                colorPalette={isDangerous ? 'red' : 'brand'}
                isBusy={busy !== null}
                onClick={() => start()}
              >
                {verb}
              </BusyButton>
            </Dialog.Footer>
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  );
}

/** A refusal that belongs to no field. */
function RefusalText({ children }: { children: ReactNode }) {
  return (
    <Dialog.Description role="alert" color="fg.error" mt="3">
      {children}
    </Dialog.Description>
  );
}
