import { HStack, Wrap } from '@chakra-ui/react';
import { type Mark, todayMark } from './chart-marks.ts';

type Props = { readonly marks: readonly Mark[] };

/** What a chart's lines and areas stand for, each drawn as in the chart. */
export const ChartLegend = ({ marks }: Props) => (
  <Wrap
    as="ul"
    aria-label="Legend"
    listStyleType="none"
    mt="3"
    columnGap="4"
    rowGap="1"
    fontSize="xs"
    color="fg.muted"
  >
    {marks.map((mark) => (
      <HStack as="li" key={mark.name} gap="1.5">
        <Swatch mark={mark} />
        {mark.name}
      </HStack>
    ))}
  </Wrap>
);

/** A piece of the line or of the area, with its edges. */
function Swatch({ mark }: { readonly mark: Mark }) {
  const { name: _, fill, fillOpacity, ...stroke } = mark;
  return (
    <svg width="24" height="12" style={{ flexShrink: 0 }} aria-hidden>
      {fill && <rect y="1" width="24" height="10" fill={fill} fillOpacity={fillOpacity} />}
      {linesOf(mark).map((path) => (
        <path key={path} d={path} fill="none" {...stroke} />
      ))}
    </svg>
  );
}

function linesOf(mark: Mark): readonly string[] {
  if (mark.fill) return ['M0 1H24', 'M0 11H24'];
  return [mark === todayMark ? 'M12 0V12' : 'M0 6H24'];
}
