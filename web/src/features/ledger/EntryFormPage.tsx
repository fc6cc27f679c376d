import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { HStack, Stack } from '@chakra-ui/react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { Allowed, NotAllowed } from '../../apollo/Allowed.tsx';
import { answerOf, placeRefusal } from '../../apollo/refusal.ts';
import { useViewer } from '../../apollo/use-viewer.ts';
import { checkDay } from '../../lib/day-rule.ts';
import { localDateIn } from '../../lib/format-date.ts';
import { newKey } from '../../lib/new-key.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Form, SubmitButton } from '../../ui/Form.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toaster } from '../../ui/toaster.ts';
import type { PostEntryMutation, PostEntryMutationVariables } from './EntryFormPage.generated.ts';
import { type EntryValues, emptyPosting, readPostings } from './entry-form.ts';
import { PostingFields } from './PostingFields.tsx';

export const POST_ENTRY: TypedDocumentNode<PostEntryMutation, PostEntryMutationVariables> = gql`
  mutation PostEntry($input: PostJournalEntryInput!) {
    postJournalEntry(input: $input) {
      ... on JournalEntryPosted {
        entry {
          id
          sequence
        }
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`;

const back = { to: '/ledger/entries', label: 'Journal entries' };

/** A journal entry by hand, such as rent paid from the bank. */
export function Component() {
  const { currency, timeZone } = useViewer();
  return (
    <>
      <PageHeader
        title="New journal entry"
        lead="For what has no invoice: rent, salaries, a correction. Both sides must be equal."
        back={back}
      />
      <Allowed
        right="ledger:write"
        otherwise={<NotAllowed what="post entries" right="ledger:write" />}
      >
        {currency !== null && <EntryForm currency={currency} timeZone={timeZone} />}
      </Allowed>
    </>
  );
}

type Props = { readonly currency: string; readonly timeZone: string | undefined };

function EntryForm({ currency, timeZone }: Props) {
  const [postEntry] = useMutation(POST_ENTRY);
  // One key for as long as the form is open: a second click or a retry can't post it twice.
  const [idempotencyKey] = useState(newKey);
  const [today] = useState(() => localDateIn(timeZone, new Date()));
  const navigate = useNavigate();
  const form = useForm<EntryValues>({
    defaultValues: {
      date: today,
      description: '',
      postings: [emptyPosting, emptyPosting],
    },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ date, description, postings }) => {
    const read = readPostings(postings, currency);
    if (read.kind === 'wrong') {
      return form.setError(read.field, { message: read.message }, { shouldFocus: true });
    }
    const input = { date, description, postings: read.postings, idempotencyKey };
    const sent = postEntry({ variables: { input } });
    const answer = await answerOf(sent, (data) => data.postJournalEntry);
    if (answer.__typename !== 'JournalEntryPosted') return placeRefusal(form, answer);
    toaster.success({ title: `Entry ${answer.entry.sequence} was posted` });
    await navigate(`/ledger/entries/${answer.entry.id}`);
  });
  return (
    <Panel maxW="52rem">
      <Form onSend={submit}>
        <Stack gap="4">
          <HStack gap="4" align="start" wrap={{ base: 'wrap', sm: 'nowrap' }}>
            <DateField
              label="Date"
              error={errors.date?.message}
              {...form.register('date', { required: 'Choose a day.', validate: checkDay })}
            />
            <TextField
              label="Description"
              error={errors.description?.message}
              {...form.register('description', { required: 'Say what it is for.' })}
            />
          </HStack>
          <PostingFields form={form} currency={currency} />
          <FormError message={errors.root?.message} />
          <HStack justify="end">
            <SubmitButton>Post entry</SubmitButton>
          </HStack>
        </Stack>
      </Form>
    </Panel>
  );
}
