import { Button, Dialog, Portal } from '@chakra-ui/react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { signInPage } from '../../lib/sign-in-path.ts';

/**
 * Asks before typed text is lost: by a link, the back button, or closing the tab. Not when the session is over, which alone leads to the
 * sign-in: what stayed could be neither saved nor read again.
 */
export function UnsavedGuard({ isUnsaved }: { isUnsaved: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isUnsaved &&
      currentLocation.pathname !== nextLocation.pathname &&
      nextLocation.pathname !== signInPage,
  );
  useBeforeUnload((event) => {
    if (isUnsaved) event.preventDefault();
  });
  return (
    <Dialog.Root
      role="alertdialog"
      open={blocker.state === 'blocked'}
      onOpenChange={({ open }) => !open && blocker.reset?.()}
    >
      <Portal>
        <Dialog.Backdrop />
        <Dialog.Positioner>
          <Dialog.Content mx="4">
            <Dialog.Header>
              <Dialog.Title>Leave without saving?</Dialog.Title>
            </Dialog.Header>
            <Dialog.Body color="fg.muted">
              What you typed since the last save will be lost.
            </Dialog.Body>
            <Dialog.Footer>
              <Button variant="outline" onClick={() => blocker.reset?.()}>
                Stay
              </Button>
              <Button colorPalette="red" onClick={() => blocker.proceed?.()}>
                Leave
              </Button>
            </Dialog.Footer>
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  );
}
