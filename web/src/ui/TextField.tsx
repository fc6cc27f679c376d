import { Field, Input, type InputProps, Textarea } from '@chakra-ui/react';
import type { ReactNode, Ref } from 'react';

type Labelled = {
  readonly label: string;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  /** Shows the label to screen readers only, where a column's head already shows it. */
  readonly hideLabel?: boolean;
};

type Props = Omit<InputProps, 'size'> & Labelled & { readonly ref?: Ref<HTMLInputElement> };

/** A labelled line of text with its error at its side. Works with react-hook-form's register. */
export function TextField({ label, error, hint, hideLabel, required, ref, ...input }: Props) {
  return (
    <FieldFrame
      {...{ label, error, hint }}
      hideLabel={hideLabel ?? false}
      required={required ?? false}
    >
      <Input ref={ref} size="md" {...input} />
    </FieldFrame>
  );
}

type AreaProps = React.ComponentProps<typeof Textarea> & Labelled;

/** The same for several lines of text. */
export function TextAreaField({ label, error, hint, hideLabel, required, ...input }: AreaProps) {
  return (
    <FieldFrame
      {...{ label, error, hint }}
      hideLabel={hideLabel ?? false}
      required={required ?? false}
    >
      <Textarea rows={3} bg="bg.panel" borderColor="border.emphasized" {...input} />
    </FieldFrame>
  );
}

type FrameProps = Labelled & { readonly required?: boolean; readonly children: ReactNode };

/** Label, hint and error around any control that is a Field's child. The error stands in the hint's place, which describes the control: not
 * every screen reader reads what is only named as its error. */
export function FieldFrame({ label, error, hint, hideLabel, required, children }: FrameProps) {
  return (
    <Field.Root minW="0" invalid={Boolean(error)} required={required ?? false}>
      <Field.Label srOnly={hideLabel ?? false}>{label}</Field.Label>
      {children}
      {(error ?? hint) && (
        <Field.HelperText>
          {error ? <Field.ErrorText>{error}</Field.ErrorText> : hint}
        </Field.HelperText>
      )}
    </Field.Root>
  );
}
