import { useQuery } from '@apollo/client/react';
import { Alert, Stack } from '@chakra-ui/react';
import { FlaskConical } from 'lucide-react';
import { useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { describeError } from '../../apollo/error-text.ts';
import { Faces } from '../../apollo/Faces.tsx';
import { NewInvoice } from '../../apollo/NewLinks.tsx';
import { useRefetchOn } from '../../apollo/use-refetch-on.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SheetLink } from '../../ui/SheetLink.tsx';
import { useSheet } from '../../ui/use-sheet.ts';
import { AccuracyPanel } from './AccuracyPanel.tsx';
import { CASH_FLOW, CASH_FLOW_FORECAST } from './cash-flow.queries.ts';
import type { CashFlowQuery } from './cash-flow.queries.generated.ts';
import { CashFlowSkeleton } from './CashFlowSkeleton.tsx';
import { OutlookPanel } from './OutlookPanel.tsx';
import { OutlookViews } from './OutlookViews.tsx';
import { outlookPath, readShown, type Shown } from './outlook-url.ts';
import { PartsPanel } from './PartsPanel.tsx';
import {
  countLeftOut,
  isToCome,
  mostChanges,
  readChanges,
  toInput,
  type Change,
} from './scenario.ts';
import { leftOutInWords } from './scenario-words.ts';
import { ScenarioPanel } from './ScenarioPanel.tsx';
import { ScenarioSheet } from './ScenarioSheet.tsx';

/** So far ahead each kind of period looks. */
const horizons = { DAY: 28, WEEK: 13, MONTH: 12 } as const;

/** What cash, revenue and expenses will do, why, how sure that is, and what would change it. */
export function Component() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { sheet, close } = useSheet();
  const shown = readShown(params);
  const whatIf = useRef<HTMLButtonElement>(null);
  const awaitsFocus = useRef(false);
  const change = (next: readonly Change[]) => {
    void navigate(outlookPath(shown, next), { replace: true, preventScrollReset: true });
    // What was pressed goes away with the last change.
    if (next.length > 0) return;
    awaitsFocus.current = whatIf.current === null;
    whatIf.current?.focus();
  };
  /** A full scenario hides the link: it takes the focus when it is drawn again. */
  const drawWhatIf = (link: HTMLButtonElement | null) => {
    whatIf.current = link;
    if (!link || !awaitsFocus.current) return;
    awaitsFocus.current = false;
    link.focus();
  };
  const input = { ...shown, horizon: horizons[shown.grain] };
  const query = useQuery(CASH_FLOW, { variables: { input } });
  useRefetchOn(CASH_FLOW_FORECAST, query.refetch);
  const outlook = query.data?.forecast;
  const readable = readChanges(params);
  const changes = outlook ? readable.filter((one) => isToCome(one, outlook.asOf)) : readable;
  const ofPast = readable.length - changes.length;
  const leftOut = countLeftOut(params) + ofPast;
  const isFree = changes.length < mostChanges;
  return (
    <>
      <PageHeader
        title="Cash flow"
        lead="What is likely to come, what of it the books already know, and how sure that is."
        actions={
          outlook &&
          isFree && (
            <SheetLink ref={drawWhatIf} sheet="scenario" variant="outline">
              <FlaskConical size={16} aria-hidden /> What if ...?
            </SheetLink>
          )
        }
      />
      <OutlookViews shown={shown} changes={changes} />
      {leftOut > 0 && (
        <Alert.Root status="warning" size="sm" rounded="lg" mb="4">
          <Alert.Indicator />
          <Alert.Title fontWeight="normal">{leftOutInWords(leftOut, ofPast)}</Alert.Title>
        </Alert.Root>
      )}
      <Faces query={query} skeleton={<CashFlowSkeleton />}>
        {(data) => <Outlooks {...{ data, shown, changes }} onChange={change} />}
      </Faces>
      {outlook && (
        <ScenarioSheet
          isOpen={isFree && sheet === 'scenario'}
          currency={outlook.currency}
          asOf={outlook.asOf}
          onAdd={(added) => change([...changes, added])}
          onClose={close}
        />
      )}
    </>
  );
}

type OutlooksProps = {
  readonly data: CashFlowQuery;
  readonly shown: Shown;
  readonly changes: readonly Change[];
  readonly onChange: (changes: readonly Change[]) => void;
};

/** The forecast, and beside it the one in the scenario, if there is one. */
function Outlooks({ data, shown, changes, onChange }: OutlooksProps) {
  const input = { ...shown, horizon: horizons[shown.grain], scenario: changes.map(toInput) };
  const isAsked = changes.length > 0;
  const scenario = useQuery(CASH_FLOW, { variables: { input }, skip: !isAsked });
  const plain = data.forecast;
  if (!plain) return <NothingYet />;
  const inScenario = isAsked ? (scenario.data ?? scenario.previousData)?.forecast : null;
  const drawn = inScenario ?? plain;
  return (
    <Stack gap="5">
      {isAsked && (
        <ScenarioPanel
          changes={changes}
          outlook={scenario.data?.forecast ?? null}
          target={plain.target}
          currency={plain.currency}
          onChange={onChange}
        />
      )}
      {isAsked && scenario.error && (
        <ErrorPanel {...describeError(scenario.error)} onRetry={() => void scenario.refetch()} />
      )}
      <OutlookPanel outlook={drawn} before={inScenario ? plain : null} />
      <PartsPanel outlook={drawn} accounts={data.accounts} />
      <AccuracyPanel outlook={drawn} />
    </Stack>
  );
}

const NothingYet = () => (
  <EmptyState kind="nothing-yet" title="Nothing to go by yet" action={<NewInvoice />}>
    The forecast appears with your first invoice or the first entry of this kind in the ledger.
  </EmptyState>
);
