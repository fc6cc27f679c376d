import { chakra } from '@chakra-ui/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { currentMode } from '../../theme/color-mode.ts';
import { readFrameMessage } from './frame-message.ts';

type Props = {
  readonly elementsUrl: string;
  readonly clientSecret: string;
  readonly publishableKey: string;
  readonly onConfirmed: () => void;
};

const Frame = chakra('iframe');

/** Tall enough for the form before it says its height. */
const firstHeightPx = 320;

/** The sandbox's card form. It stays through a declined card, so that one can try another at once. */
export function SandboxFrame({ elementsUrl, clientSecret, publishableKey, onConfirmed }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [heightPx, setHeightPx] = useState(firstHeightPx);
  // Fixed at the start: another theme would load the form anew and lose what is typed.
  const [src] = useState(() => frameUrl({ elementsUrl, clientSecret, publishableKey }));
  const hear = useEffectEvent((event: MessageEvent) => {
    const isFromFrame =
      event.origin === new URL(src).origin && event.source === frame.current?.contentWindow;
    const message = isFromFrame ? readFrameMessage(event.data) : null;
    if (message?.type === 'height') setHeightPx(message.heightPx);
    if (message?.type === 'succeeded') onConfirmed();
  });
  useEffect(() => {
    const listener = (event: MessageEvent) => hear(event);
    addEventListener('message', listener);
    return () => removeEventListener('message', listener);
  }, []);
  return (
    <Frame
      ref={frame}
      title="Card details"
      src={src}
      allow="payment"
      w="full"
      border="0"
      style={{ height: `${heightPx}px` }}
    />
  );
}

function frameUrl(parts: Omit<Props, 'onConfirmed'>): string {
  const url = new URL(parts.elementsUrl, location.href);
  url.searchParams.set('client_secret', parts.clientSecret);
  url.searchParams.set('publishable_key', parts.publishableKey);
  url.searchParams.set('parent_origin', location.origin);
  url.searchParams.set('theme', currentMode());
  return url.href;
}
