import { Box, Portal, Stack, Toast, Toaster } from '@chakra-ui/react';
import type { FocusEvent } from 'react';
import { toaster } from './toaster.ts';

/**
 * The focus that leaves a toast goes where the keyboard sends it. The toaster would take it back to where it came from, and whoever tabs
 * on would go round between there and the toast for as long as one shows.
 */
function letGo(event: FocusEvent): void {
  const isWithin = event.relatedTarget && event.currentTarget.contains(event.relatedTarget);
  if (isWithin) return;
  event.stopPropagation();
  // Under the mouse it stays, until that leaves as well.
  if (!event.currentTarget.matches(':hover')) toaster.resume();
}

/** Where toasts appear; stands once in the app. */
export function Toasts() {
  return (
    <Portal>
      <Box display="contents" onBlurCapture={letGo}>
        <Toaster toaster={toaster} insetInline={{ mdDown: '4' }}>
          {(toast) => (
            <Toast.Root
              width={{ md: 'sm' }}
              css={{ '&[data-type=success]': { bg: 'brand.solid', color: 'brand.contrast' } }}
            >
              <Toast.Indicator />
              <Stack gap="1" flex="1" maxWidth="100%">
                <Toast.Title>{toast.title}</Toast.Title>
                {toast.description && <Toast.Description>{toast.description}</Toast.Description>}
              </Stack>
              {toast.action && <Toast.ActionTrigger>{toast.action.label}</Toast.ActionTrigger>}
              <Toast.CloseTrigger />
            </Toast.Root>
          )}
        </Toaster>
      </Box>
    </Portal>
  );
}
