import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Box, chakra, Text } from '@chakra-ui/react';
import type { KeyboardEvent } from 'react';
import { formatDate } from '../../lib/format-date.ts';
import { Money } from '../../ui/Money.tsx';
import { Choices, type Named } from './Choices.tsx';
import { DecidedMeanwhile } from './DecidedMeanwhile.tsx';
import { Likely } from './Likely.tsx';
import { formatShare } from './format-share.ts';
import { Reasons } from './Reasons.tsx';
import { type RowKey, rowKeyOf } from './row-keys.ts';
import type { WaitingRow_TransactionFragment } from './WaitingRow.generated.ts';

export const WAITING_ROW: TypedDocumentNode<WaitingRow_TransactionFragment> = gql`
  fragment WaitingRow_transaction on Transaction {
    id
    text
    date
    needsReview
    categorizedBy
    category {
      code
      name
    }
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
  /** It came under the hand a moment ago. */
  readonly isTooSoon: boolean;
  /** Else it is there to be read. */
  readonly canDecide: boolean;
  /** Why the last choice was not taken. */
  readonly refusal: string | null;
  readonly onOpen: () => void;
  readonly onChoose: (category: Named) => void;
  /** None of the choices fits. */
  readonly onPick: () => void;
  /** It is decided already. */
  readonly onGoOn: () => void;
};

/**
 * One expense; open it shows what it could be, and why, or what it is by now. Why a choice was not taken stands in it also when it is
 * closed: by then the keys are at the next.
 */
export function WaitingRow({ transaction, isOpen, isTooSoon, canDecide, refusal, ...does }: Props) {
  const { data, complete } = useFragment({ fragment: WAITING_ROW, from: transaction });
  if (!complete) return null;
  const { id, text, date, amount, suggestion, needsReview, category } = data;
  const actionOf = (key: RowKey): (() => void) | null => {
    if (!needsReview && key === 'take') return does.onGoOn;
    if (!canDecide) return null;
    if (key === 'pick') return does.onPick;
    if (!needsReview) return null;
    const chosen =
      key === 'take' ? suggestion?.category : suggestion?.alternatives[key - 1]?.category;
    return chosen && !isTooSoon ? () => does.onChoose(chosen) : null;
  };
  const press = (event: KeyboardEvent) => {
    const key = isOpen ? rowKeyOf(event, id) : null;
    if (key === null) return;
    event.preventDefault();
    if (event.repeat) return; // A key that is held down would decide one row after the other, unread.
    actionOf(key)?.();
  };
  const name = text === '' ? 'No description' : text;
  return (
    <Box as="li" borderBottomWidth="1px" _last={{ borderBottomWidth: '0' }} onKeyDown={press}>
      <RowButton data-row={id} aria-expanded={isOpen} onClick={does.onOpen} onFocus={does.onOpen}>
        <Box flex="1 1 8rem">
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
        <Money value={amount} fontWeight="medium" ms="auto" />
      </RowButton>
      {isOpen && (
        <Box px={{ base: 'edge', md: '5' }} pt="2" pb="4">
          <Box as="output" display="block">
            {!needsReview && (
              <DecidedMeanwhile
                category={category?.name ?? null}
                byModel={data.categorizedBy === 'MODEL'}
                onGoOn={does.onGoOn}
                onPick={canDecide ? does.onPick : null}
              />
            )}
          </Box>
          {needsReview && <Reasons suggestion={suggestion} />}
          {needsReview && canDecide && (
            <Choices suggestion={suggestion} isTooSoon={isTooSoon} {...does} />
          )}
          {needsReview && !canDecide && <Likely suggestion={suggestion} />}
        </Box>
      )}
      {refusal && (
        <Text role="alert" color="fg.error" px={{ base: 'edge', md: '5' }} pb="4">
          {refusal}
        </Text>
      )}
    </Box>
  );
}

const RowButton = chakra('button', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '4',
    width: 'full',
    textAlign: 'start',
    px: { base: 'edge', md: '5' },
    py: '3',
    cursor: 'pointer',
    // Inside: the list cuts off what is drawn around a row.
    _focusVisible: {
      outline: '2px solid',
      outlineColor: 'colorPalette.focusRing',
      outlineOffset: '-2px',
    },
    _hover: { bg: 'bg.subtle' },
    _expanded: { bg: 'transparent' },
  },
});
