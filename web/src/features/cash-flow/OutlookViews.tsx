import { HStack } from '@chakra-ui/react';
import { ViewLinks } from '../../ui/ViewLinks.tsx';
import { grains, outlookPath, type Shown, targets } from './outlook-url.ts';
import type { Change } from './scenario.ts';
import { nameOf } from './outlook-words.ts';

const grainNames = { DAY: 'By day', WEEK: 'By week', MONTH: 'By month' } as const;

type Props = { readonly shown: Shown; readonly changes: readonly Change[] };

/** Which figure, and by what periods. Each is an address, and the scenario goes along. */
export function OutlookViews({ shown, changes }: Props) {
  return (
    <HStack justify="space-between" wrap="wrap" gap="2" mb="4">
      <ViewLinks
        label="Figures"
        views={targets.map((target) => ({
          label: nameOf(target),
          to: outlookPath({ ...shown, target }, changes),
          isShown: target === shown.target,
        }))}
      />
      <ViewLinks
        label="Periods"
        views={grains.map((grain) => ({
          label: grainNames[grain],
          to: outlookPath({ ...shown, grain }, changes),
          isShown: grain === shown.grain,
        }))}
      />
    </HStack>
  );
}
