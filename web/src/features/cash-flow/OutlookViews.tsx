import { HStack } from '@chakra-ui/react';
import { ViewLinks } from '../../ui/ViewLinks.tsx';
import { grains, outlookPath, type Shown, targets } from './outlook-url.ts';
import { nameOf } from './outlook-words.ts';

const grainNames = { DAY: 'By day', WEEK: 'By week', MONTH: 'By month' } as const;

/** Which figure, and by what periods. Each is an address. */
export function OutlookViews({ shown }: { shown: Shown }) {
  return (
    <HStack justify="space-between" wrap="wrap" gap="2" mb="4">
      <ViewLinks
        label="Figures"
        views={targets.map((target) => ({
          label: nameOf(target),
          to: outlookPath({ ...shown, target }),
          isShown: target === shown.target,
        }))}
      />
      <ViewLinks
        label="Periods"
        views={grains.map((grain) => ({
          label: grainNames[grain],
          to: outlookPath({ ...shown, grain }),
          isShown: grain === shown.grain,
        }))}
      />
    </HStack>
  );
}
