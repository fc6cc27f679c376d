import { Box, HStack, SimpleGrid, Stack, Text } from '@chakra-ui/react';
import { formatMoney, fromMinor, type MoneyText } from '../../lib/format-money.ts';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ShareBar } from '../../ui/ShareBar.tsx';
import { type Account, type Outlook, pointsToCome } from './cash-flow.queries.ts';
import { endInWords } from './period-name.ts';

type Props = { readonly outlook: Outlook; readonly accounts: readonly Account[] };

/** What the forecast is made of: what the books know already, what is only expected, from whom and what for. */
export function PartsPanel({ outlook, accounts }: Props) {
  const { customers, categories, currency, grain } = outlook;
  const points = pointsToCome(outlook);
  const last = points.at(-1);
  const known = points.map((point) => point.known);
  const expected = points.map((point) => point.expected);
  return (
    <Panel title="What it is made of">
      <Text color="fg.muted" mb="4" mt="-2" maxW="72ch">
        {last && `Everything from tomorrow to ${endInWords(last.end, grain)}.`}
      </Text>
      {outlook.target === 'CASH_FLOW' && (
        <SimpleGrid columns={{ base: 1, sm: 2 }} gap="4" mb="5">
          <Figure
            name="Known"
            value={total(known, currency)}
            hint="Open invoices, and what comes back regularly."
          />
          <Figure
            name="Expected"
            value={total(expected, currency)}
            hint="Invoices to come, and what history speaks for."
          />
        </SimpleGrid>
      )}
      <SimpleGrid columns={{ base: 1, lg: 2 }} gap="6">
        <Parts
          title="By customer"
          parts={customers.map(({ customer, ...sums }) => ({
            name: customer?.name ?? 'Others',
            ...sums,
          }))}
        />
        <Parts
          title="By account"
          parts={categories.map(({ code, ...sums }) => ({
            name: nameOfAccount(code, accounts),
            ...sums,
          }))}
        />
      </SimpleGrid>
    </Panel>
  );
}

type Amount = MoneyText & { readonly minor: string };

const sumOf = (amounts: readonly Amount[]): bigint =>
  amounts.reduce((sum, { minor }) => sum + BigInt(minor), 0n);

const total = (amounts: readonly Amount[], currency: string): MoneyText =>
  fromMinor(sumOf(amounts), currency);

function nameOfAccount(code: string | null, accounts: readonly Account[]): string {
  if (code === null) return 'Others';
  return accounts.find((account) => account.code === code)?.name ?? `Account ${code}`;
}

function Figure({ name, value, hint }: { name: string; value: MoneyText; hint: string }) {
  return (
    <Box borderWidth="1px" rounded="lg" p="edge">
      <Text fontSize="sm" fontWeight="medium">
        {name}
      </Text>
      <Money value={value} fontSize="xl" fontWeight="semibold" />
      <Text fontSize="sm" color="fg.muted">
        {hint}
      </Text>
    </Box>
  );
}

type Part = { readonly name: string; readonly known: Amount; readonly expected: Amount };

function Parts({ title, parts }: { title: string; parts: readonly Part[] }) {
  if (parts.length === 0) return null;
  const most = parts.map(sizeOf).reduce((a, b) => (a > b ? a : b), 1n);
  return (
    <Box as="section" aria-label={title}>
      <Text fontSize="sm" fontWeight="medium" mb="2">
        {title}
      </Text>
      <Stack as="ul" gap="3" listStyleType="none">
        {parts.map((part, place) => (
          // Two customers may have one name, and only the place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <Box as="li" key={place}>
            <HStack align="baseline" wrap="wrap" columnGap="4" rowGap="0" fontSize="sm">
              <Text flex="1 1 6rem" overflowWrap="anywhere">
                {part.name}
              </Text>
              <Money ms="auto" value={total([part.known, part.expected], part.known.currency)} />
            </HStack>
            <ShareBar
              share={Math.max(1, Number((sizeOf(part) * 100n) / most)) / 100}
              color={part.known.minor === '0' ? 'forecast.line/60' : 'brand.solid'}
              h="1.5"
              my="1"
            />
            {part.known.minor !== '0' && (
              <Text fontSize="xs" color="fg.muted">
                {formatMoney(part.known)} of it known
              </Text>
            )}
          </Box>
        ))}
      </Stack>
    </Box>
  );
}

function sizeOf({ known, expected }: Part): bigint {
  const sum = sumOf([known, expected]);
  return sum < 0n ? -sum : sum;
}
