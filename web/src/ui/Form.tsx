import type { ButtonProps } from '@chakra-ui/react';
import { createContext, type FormEvent, type ReactNode, useContext } from 'react';
import { BusyButton, ignoreHeldEnter } from './BusyButton.tsx';
import { useBusy } from './use-busy.ts';

type Props = {
  /** Checks what was typed and sends it; shows refusals and faults itself. */
  readonly onSend: () => Promise<unknown>;
  readonly children: ReactNode;
};

const IsSending = createContext(false);

/** Every form: sent once however often Enter or its button is pressed. A SubmitButton inside shows that it is on its way. */
export function Form({ onSend, children }: Props) {
  const { busy, start } = useBusy(onSend);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form in a sheet lies in the page's form for React, not for the browser: its event must end here.
    event.stopPropagation();
    start();
  };
  return (
    // It hears of the keys of its fields: Enter in one of them sends it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form noValidate onSubmit={submit} onKeyDown={ignoreHeldEnter}>
      <IsSending value={busy !== null}>{children}</IsSending>
    </form>
  );
}

/** Sends the form that it stands in. */
export function SubmitButton(look: Omit<ButtonProps, 'type' | 'loading' | 'asChild'>) {
  return <BusyButton type="submit" isBusy={useContext(IsSending)} {...look} />;
}
