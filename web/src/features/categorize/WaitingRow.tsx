import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Box, chakra, Text } from '@chakra-ui/react';
import type { KeyboardEvent } from 'react';
import { formatDate } from '../../lib/format-date.ts';
import { Money } from '../../ui/Money.tsx';
import { Choices, type Named } from './Choices.tsx';
import { formatShare } from './format-share.ts';
import type { WaitingRow_TransactionFragment } from './WaitingRow.generated.ts';

export const WAITING_ROW: TypedDocumentNode<WaitingRow_TransactionFragment> = gql`
  fragment WaitingRow_transaction on Transaction {
    id
    text
    date
    amount {
      minor
      decimal
      currency
    }
    suggestion {
      confidence
      category {
        code
        name
      }
      alternatives {
        confidence
        category {
          code
          name
        }
      }
      reasons {
        text
      }
    }
  }
`;

type Props = {
  readonly transaction: FragmentType<WaitingRow_TransactionFragment>;
  readonly isOpen: boolean;
  /** Why the last choice was not taken. */
  readonly refusal: string | null;
  readonly onOpen: () => void;
  readonly onChoose: (category: Named) => void;
  /** None of the choices fits. */
  readonly onPick: () => void;
};

/** One expense; open it shows what it could be, and why. */
export function WaitingRow({ transaction, isOpen, refusal, onOpen, onChoose, onPick }: Props) {
  const { data, complete } = useFragment({ fragment: WAITING_ROW, from: transaction });
  if (!complete) return null;
  const { id, text, date, amount, suggestion } = data;
  const alternatives = suggestion?.alternatives.map(({ category }) => category) ?? [];
  const press = (event: KeyboardEvent) => {
    if (!isOpen || isElsewhere(event)) return;
    const onRow = event.target instanceof HTMLElement && event.target.dataset['row'] === id;
    const chosen =
      event.key === 'Enter' && onRow ? suggestion?.category : alternatives[Number(event.key) - 1];
    if (!chosen && event.key !== 'c') return;
    event.preventDefault();
    if (event.repeat) return; // A key that is held down would decide one row after the other, unread.
    if (chosen) onChoose(chosen);
    else onPick();
  };
  const name = text === '' ? 'No description' : text;
  return (
    <Box as="li" borderBottomWidth="1px" _last={{ borderBottomWidth: '0' }} onKeyDown={press}>
      <RowButton data-row={id} aria-expanded={isOpen} onClick={onOpen} onFocus={onOpen}>
        <Box minW="0" flex="1">
          <Text fontWeight="medium" overflowWrap="anywhere">
            {name}
          </Text>
          <Text color="fg.muted" fontSize="sm">
            {formatDate(date)}
            {!isOpen && suggestion && (
              <>
                {' · '}
                {suggestion.category.name}, {formatShare(suggestion.confidence)}
              </>
            )}
          </Text>
        </Box>
        <Money value={amount} fontWeight="medium" />
      </RowButton>
      {isOpen && (
        <Box px={{ base: '4', md: '5' }} pb="4">
          <Choices suggestion={suggestion} onChoose={onChoose} onPick={onPick} />
          {refusal && (
            <Text role="alert" color="fg.error" mt="3">
              {refusal}
            </Text>
          )}
        </Box>
      )}
    </Box>
  );
}

/** With a modifier it is the browser's; in a field it is typing. */
const isElsewhere = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey ||
  metaKey ||
  altKey ||
  !(target instanceof HTMLElement) ||
  target.closest('input, select, textarea') !== null;

const RowButton = chakra('button', {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '4',
    width: 'full',
    textAlign: 'start',
    px: { base: '4', md: '5' },
    py: '3',
    cursor: 'pointer',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.subtle' },
    _expanded: { bg: 'transparent' },
  },
});
