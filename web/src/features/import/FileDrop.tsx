import { Center, Text } from '@chakra-ui/react';
import { FileUp } from 'lucide-react';
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { BusyButton } from '../../ui/BusyButton.tsx';

type Props = { readonly isBusy: boolean; readonly onFile: (file: File) => void };

/** A place to drop a file on, with a button for those who don't drag. */
export function FileDrop({ isBusy, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file) onFile(file);
    // Else choosing the same file again, now corrected, would not be noticed.
    event.target.value = '';
  };
  return (
    <Center
      flexDirection="column"
      gap="3"
      p="8"
      borderWidth="2px"
      borderStyle="dashed"
      rounded="xl"
      borderColor={isOver ? 'brand.solid' : 'border.emphasized'}
      bg={isOver ? 'brand.subtle' : 'bg.panel'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text color="fg.muted">Drop a CSV file here, or</Text>
      <BusyButton variant="outline" isBusy={isBusy} onClick={() => input.current?.click()}>
        <FileUp size={16} aria-hidden /> Choose a file
      </BusyButton>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        aria-label="Receivables file"
        tabIndex={-1}
        hidden
        onChange={choose}
      />
    </Center>
  );
}
