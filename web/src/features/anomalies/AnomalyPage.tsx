import { useQuery, useSubscription } from '@apollo/client/react';
import { Grid, Stack, Text } from '@chakra-ui/react';
import { useParams } from 'react-router';
import { Faces } from '../../apollo/Faces.tsx';
import { formatDate, formatInstant } from '../../lib/format-date.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Money } from '../../ui/Money.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { ANOMALY_PAGE, ANSWER_CAME, type AnomalyDetail } from './anomaly-page.queries.ts';
import { AnomalyStatus } from './AnomalyStatus.tsx';
import { describeRarity, kindNames } from './anomaly-words.ts';
import { EvidenceList } from './EvidenceList.tsx';
import { recordLink } from './record-link.ts';
import { VerdictButtons } from './VerdictButtons.tsx';

/** One anomaly: what is odd, what it was compared with, and what to say of it. */
export function Component() {
  const { id = '' } = useParams();
  const query = useQuery(ANOMALY_PAGE, { variables: { id } });
  useSubscription(ANSWER_CAME, { ignoreResults: true });
  return (
    <Faces query={query} skeleton={<PageSkeleton what="the anomaly" />}>
      {({ anomaly }) => (anomaly ? <Anomaly anomaly={anomaly} /> : <NoAnomaly />)}
    </Faces>
  );
}

function Anomaly({ anomaly }: { anomaly: AnomalyDetail }) {
  const link = recordLink(anomaly);
  return (
    <>
      <PageHeader
        title={kindNames[anomaly.kind]}
        lead={anomaly.reason}
        back={{ to: '/anomalies', label: 'Anomalies' }}
        mark={<AnomalyStatus status={anomaly.status} />}
        actions={
          link && (
            <LinkButton to={link.to} variant="outline">
              {link.label}
            </LinkButton>
          )
        }
      />
      <Grid gap="5" templateColumns={{ base: '1fr', lg: '1fr 1fr' }} alignItems="start">
        <Stack gap="5">
          <Facts anomaly={anomaly} />
          <VerdictButtons anomaly={anomaly} />
        </Stack>
        <EvidenceList evidence={anomaly.evidence} />
      </Grid>
    </>
  );
}

function Facts({ anomaly }: { anomaly: AnomalyDetail }) {
  const facts = [
    { name: 'Amount', value: <Money value={anomaly.amount} /> },
    { name: 'Date', value: formatDate(anomaly.date) },
    { name: 'Recorded', value: formatInstant(anomaly.occurredAt) },
    ...(anomaly.customer ? [{ name: 'Customer', value: anomaly.customer.name }] : []),
    { name: 'How odd', value: describeRarity(anomaly.rarity) },
    ...(anomaly.reviewedAt
      ? [{ name: 'Looked at', value: formatInstant(anomaly.reviewedAt) }]
      : []),
  ];
  return (
    <Panel title="The record">
      <Grid as="dl" templateColumns="auto 1fr" columnGap="6" rowGap="2" fontSize="sm">
        {facts.map(({ name, value }) => (
          <Grid key={name} gridColumn="1 / -1" templateColumns="subgrid">
            <Text as="dt" color="fg.muted">
              {name}
            </Text>
            <Text as="dd" textAlign="end">
              {value}
            </Text>
          </Grid>
        ))}
      </Grid>
    </Panel>
  );
}

function NoAnomaly() {
  return (
    <EmptyState
      kind="no-match"
      heading="h1"
      title="There is no such anomaly"
      action={
        <LinkButton to="/anomalies" variant="outline">
          To the anomalies
        </LinkButton>
      }
    >
      It may belong to another company.
    </EmptyState>
  );
}
