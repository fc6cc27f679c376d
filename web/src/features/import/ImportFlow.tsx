import { useMutation } from '@apollo/client/react';
import { Stack } from '@chakra-ui/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ImportMode } from '../../__generated__/schema.ts';
import { answerOf } from '../../apollo/refusal.ts';
import { FormError } from '../../ui/FormError.tsx';
import { useBusy } from '../../ui/use-busy.ts';
import { FileDrop } from './FileDrop.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { IMPORT_FILE, PREVIEW_IMPORT, type Preview } from './import.queries.ts';

type Chosen = { readonly file: File; readonly preview: Preview };

/** A file is chosen, read and shown; then it is imported. */
export function ImportFlow() {
  const [preview] = useMutation(PREVIEW_IMPORT, {
    fetchPolicy: 'no-cache',
  });
  const [importFile] = useMutation(IMPORT_FILE);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [refusal, setRefusal] = useState<string>();
  const navigate = useNavigate();
  const look = useBusy(async (file: File) => {
    setChosen(null);
    setRefusal(undefined);
    const sent = preview({ variables: { input: { file } } });
    const answer = await answerOf(sent, (data) => data.previewReceivablesImport);
    if (answer.__typename === 'ReceivablesImportPreview') setChosen({ file, preview: answer });
    else setRefusal(answer.message);
  });
  const load = useBusy(async (file: File, mode: ImportMode) => {
    setRefusal(undefined);
    const sent = importFile({ variables: { input: { file, mode } } });
    const answer = await answerOf(sent, (data) => data.importReceivables);
    if (answer.__typename !== 'ReceivablesImportStarted') return setRefusal(answer.message);
    await navigate(`/import?id=${answer.import.id}`);
  });
  return (
    <Stack gap="5">
      <FileDrop isBusy={look.busy !== null} onFile={look.start} />
      <FormError message={refusal} />
      {chosen && (
        <ImportPreview
          preview={chosen.preview}
          isBusy={load.busy !== null}
          onImport={(mode) => load.start(chosen.file, mode)}
        />
      )}
    </Stack>
  );
}
