import { Stack, Text } from '@chakra-ui/react';
import { Panel } from '../../ui/Panel.tsx';
import type { Preview } from './import.queries.ts';

type Props = { readonly errors: Preview['errors']; readonly total: number };

/** What is wrong in the file, by line. */
export function RowErrors({ errors, total }: Props) {
  if (errors.length === 0) return null;
  return (
    <Panel title="Rows with a problem">
      <Stack as="ul" listStyleType="none" gap="2" fontSize="sm" maxH="20rem" overflowY="auto">
        {errors.map(({ line, column, code, message }) => (
          <Text as="li" key={`${line}/${column ?? ''}/${code}`}>
            <strong>
              Line {line}
              {column && `, ${column}`}
            </strong>
            : {message}
          </Text>
        ))}
      </Stack>
      {total > errors.length && (
        <Text color="fg.muted" fontSize="sm" mt="3">
          The first {errors.length} problems are shown.
        </Text>
      )}
    </Panel>
  );
}
