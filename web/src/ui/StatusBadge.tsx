import { Badge } from '@chakra-ui/react';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

const palettes = {
  neutral: 'gray',
  info: 'blue',
  good: 'green',
  warn: 'orange',
  bad: 'red',
} as const satisfies Record<Tone, string>;

/** A state in one word. The word carries the meaning; the tone only helps the eye. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <Badge
      colorPalette={palettes[tone]}
      variant="subtle"
      size="sm"
      rounded="full"
      px="2.5"
      whiteSpace={{ base: 'normal', md: 'nowrap' }}
    >
      {children}
    </Badge>
  );
}
