import { SimpleGrid, Stack, Text } from '@chakra-ui/react';
import { countOf } from '../../lib/count-of.ts';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import type { Offer, Offers } from './credit-page.queries.ts';

const kinds = {
  WORKING_CAPITAL: 'Working capital',
  TERM_LOAN: 'Term loan',
} as const satisfies Record<Offer['kind'], string>;

/** What a written policy would say. Nobody lends here, and the panel says so before any amount. */
export function OffersPanel({ offers: { offers, declined } }: { offers: Offers }) {
  return (
    <Panel title="Loan offers" aside={<StatusBadge tone="neutral">An illustration</StatusBadge>}>
      <Text color="fg.muted" mb="4" mt="-2" maxW="72ch">
        What a simple, written policy would offer. No lender stands behind it, and nothing can be
        applied for here.
      </Text>
      {declined && <Text>{declined.message}</Text>}
      <SimpleGrid templateColumns="repeat(auto-fit, minmax(min(12rem, 100%), 1fr))" gap="4">
        {offers.map((offer) => (
          <OfferCard key={`${offer.kind} ${offer.termMonths}`} offer={offer} />
        ))}
      </SimpleGrid>
    </Panel>
  );
}

function OfferCard({ offer }: { offer: Offer }) {
  const { kind, amount, termMonths, yearlyRateBasisPoints, monthlyPayment, totalInterest } = offer;
  return (
    <Stack borderWidth="1px" rounded="lg" p="edge" gap="1">
      <Text fontWeight="medium">{`${kinds[kind]}, ${countOf(termMonths, 'month')}`}</Text>
      <Text textStyle="figure">
        <Money value={amount} />
      </Text>
      <Text fontSize="sm">
        <Money value={monthlyPayment} /> a month at {(yearlyRateBasisPoints / 100).toFixed(2)} % a
        year
      </Text>
      <Text fontSize="sm" color="fg.muted">
        <Money value={totalInterest} /> of interest in all. A month&apos;s profit covers a payment{' '}
        {offer.coverage.toFixed(1)} times.
      </Text>
    </Stack>
  );
}
