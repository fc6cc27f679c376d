import { Box, Flex, Text } from '@chakra-ui/react';
import { formatMonth } from '../../lib/format-date.ts';
import { colorVariable } from '../../theme/color-variable.ts';
import type { ScorePoint } from './credit-page.queries.ts';

const [width, height] = [320, 110];

/** A line is all there is to draw, so this needs no charting library. The panel's sentence and table say the same. */
export function HistoryLine({ points }: { points: readonly ScorePoint[] }) {
  const { low, high } = rangeOf(points);
  const place = ({ score }: ScorePoint, index: number) =>
    `${(index / (points.length - 1)) * width},${height - ((score - low) / (high - low)) * height}`;
  return (
    <Box as="figure" aria-label="Chart of the score by month">
      <Flex gap="2" fontSize="xs" color="fg.muted">
        <Flex direction="column" justify="space-between" textAlign="end" aria-hidden>
          <Text>{high}</Text>
          <Text>{low}</Text>
        </Flex>
        <Box flex="1" minW="0">
          <svg
            viewBox={`-4 -4 ${width + 8} ${height + 8}`}
            width="100%"
            height={height}
            preserveAspectRatio="none"
            aria-hidden
          >
            {[0, height].map((y) => (
              <line key={y} x1="0" x2={width} y1={y} y2={y} stroke={colorVariable('border')} />
            ))}
            <polyline
              points={points.map(place).join(' ')}
              fill="none"
              stroke={colorVariable('forecast.line')}
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
        </Box>
      </Flex>
      <Flex justify="space-between" fontSize="xs" color="fg.muted" aria-hidden ps="9">
        <Text>{formatMonth(points[0]?.asOf ?? '')}</Text>
        <Text>{formatMonth(points.at(-1)?.asOf ?? '')}</Text>
      </Flex>
    </Box>
  );
}

/** Whole fifties around the scores: a change of three points must not look like a fall. */
function rangeOf(points: readonly ScorePoint[]): { low: number; high: number } {
  const scores = points.map(({ score }) => score);
  const low = Math.floor(Math.min(...scores) / 50) * 50;
  return { low, high: Math.max(Math.ceil(Math.max(...scores) / 50) * 50, low + 50) };
}
