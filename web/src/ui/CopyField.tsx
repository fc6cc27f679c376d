import { Button, HStack, Input } from '@chakra-ui/react';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';

type Props = {
  /** What it is, for who doesn't see it. */
  readonly label: string;
  readonly value: string;
};

/** A text to be copied, whole, with a button that does it. */
export function CopyField({ label, value }: Props) {
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    // Without TLS browsers have no clipboard, and they may refuse it; the text is then selected, ready for Ctrl+C.
    field.current?.select();
    setCopied(await isWritten(value));
  };
  return (
    <HStack gap="2">
      <Input ref={field} readOnly value={value} aria-label={label} size="sm" />
      <Button variant="outline" size="sm" onClick={() => void copy()}>
        {isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
        <span aria-live="polite">{isCopied ? 'Copied' : 'Copy'}</span>
      </Button>
    </HStack>
  );
}

const isWritten = async (text: string): Promise<boolean> =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  ) ?? false;
