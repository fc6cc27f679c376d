import { AbsoluteCenter, Button, type ButtonProps, chakra, Spinner } from '@chakra-ui/react';
import type { KeyboardEvent, MouseEvent } from 'react';

type Props = Omit<ButtonProps, 'loading' | 'asChild'> & {
  /** What it does is under way. */
  readonly isBusy: boolean;
};

/**
 * A button that changes something. While it works it says so, keeps its name and the focus, and takes no press. The second click of a
 * double click it never takes, nor a key that is held down: they were meant for what stood there a moment ago.
 */
export function BusyButton({ isBusy, onClick, children, ...look }: Props) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // Of a button that sends a form this keeps the form, too.
    if (isBusy || event.detail > 1) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <Button
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={press}
      onKeyDown={ignoreHeldEnter}
      {...look}
    >
      {isBusy ? (
        <>
          <AbsoluteCenter>
            <Spinner size="inherit" color="inherit" borderWidth="0.125em" />
          </AbsoluteCenter>
          <Faded>{children}</Faded>
        </>
      ) : (
        children
      )}
    </Button>
  );
}

/** A held key presses over and over. In a text of several lines it may. */
export function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.target instanceof HTMLTextAreaElement) return;
  if (event.key === 'Enter' && event.repeat) event.preventDefault();
}

/** As wide as before, so that nothing moves. */
const Faded = chakra('span', {
  base: { display: 'inline-flex', alignItems: 'center', gap: 'inherit', opacity: '0.25' },
});
