import { Combobox, Field, type ListCollection, Portal } from '@chakra-ui/react';
import type { ReactNode, Ref } from 'react';
import { FieldFrame } from './TextField.tsx';

type Props<Item> = {
  readonly label: string;
  /** What is offered for what was typed; where nothing was typed it must hold what is chosen, or its text is lost. */
  readonly collection: ListCollection<Item>;
  /** The value of what is chosen; null for nothing. */
  readonly value: string | null;
  /** The text changed: somebody types, or it follows the choice. */
  readonly onText: (text: string) => void;
  readonly onChoose: (value: string) => void;
  /** How an item reads in the list. */
  readonly say: (item: Item) => ReactNode;
  readonly placeholder: string;
  /** What a list without items says. */
  readonly empty?: string;
  /** The name of the button that opens the list. */
  readonly openLabel: string;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly readOnly?: boolean;
  /** Lets a form put the focus here. */
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** A choice that is found by typing. What is offered is the caller's; this draws it. */
export function ComboField<Item>({ label, error, hint, inputRef, ...props }: Props<Item>) {
  const { collection, value, onText, onChoose, say } = props;
  return (
    <FieldFrame {...{ label, error, hint }}>
      <Combobox.Root
        collection={collection}
        value={value === null ? [] : [value]}
        readOnly={props.readOnly ?? false}
        onInputValueChange={({ inputValue }) => onText(inputValue)}
        onValueChange={({ value: [chosen] }) => chosen !== undefined && onChoose(chosen)}
        openOnClick
        lazyMount
        unmountOnExit
      >
        <Combobox.Control>
          <Combobox.Context>
            {({ setInputValue, valueAsString }) => (
              <Field.Context>
                {({ ariaDescribedby }) => (
                  <Combobox.Input
                    ref={inputRef}
                    placeholder={props.placeholder}
                    bg="bg.panel"
                    borderColor="border.emphasized"
                    aria-describedby={ariaDescribedby}
                    // What was typed and not chosen must not stay as if it were.
                    onBlur={() => setInputValue(valueAsString)}
                  />
                )}
              </Field.Context>
            )}
          </Combobox.Context>
          <Combobox.IndicatorGroup>
            {/* The icon alone would be smaller than a finger needs (WCAG 2.5.8). */}
            <Combobox.Trigger aria-label={props.openLabel} minW="6" minH="6" />
          </Combobox.IndicatorGroup>
        </Combobox.Control>
        <Portal>
          <Combobox.Positioner>
            <Combobox.Content>
              <Combobox.Empty>{props.empty ?? 'Nothing matches.'}</Combobox.Empty>
              {collection.items.map((item) => (
                <Combobox.Item item={item} key={collection.getItemValue(item)}>
                  {say(item)}
                  <Combobox.ItemIndicator />
                </Combobox.Item>
              ))}
            </Combobox.Content>
          </Combobox.Positioner>
        </Portal>
      </Combobox.Root>
    </FieldFrame>
  );
}
