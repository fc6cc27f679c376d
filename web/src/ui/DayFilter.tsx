import { isLocalDate } from '@finflow/shared/local-date';
import { useState } from 'react';
import { DateField } from './DateField.tsx';

type Props = Omit<React.ComponentProps<typeof DateField>, 'value' | 'onChange'> & {
  /** The day that holds; empty for none. */
  readonly value: string;
  /** Takes a day that the books take, or empty. */
  readonly onChoose: (day: string) => void;
};

/** A day that narrows what is shown, at once. While its year is typed it is the year 2, then 20, then 202: those stay here, and nothing is asked for them. */
export function DayFilter({ value, onChoose, ...field }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const follow = (day: string) => {
    const isWhole = day === '' || isLocalDate(day);
    setTyped(isWhole ? null : day);
    if (isWhole) onChoose(day);
  };
  return (
    <DateField
      {...field}
      value={typed ?? value}
      onChange={(event) => follow(event.target.value)}
      onBlur={() => setTyped(null)}
    />
  );
}
