import { TextField } from './TextField.tsx';

type Props = Omit<React.ComponentProps<typeof TextField>, 'type'>;

/** A business date as YYYY-MM-DD. The browser's own picker: it knows keyboard, touch and locale. */
export function DateField(props: Props) {
  return <TextField type="date" {...props} />;
}
