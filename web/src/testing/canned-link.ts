import { ApolloLink, Observable } from '@apollo/client';
import { getMainDefinition } from '@apollo/client/utilities';

type Data = Record<string, unknown>;

/** An answer that stays out. */
export const noAnswerYet = Symbol('no answer yet');

/** What comes after the first part of an answer. An Error is a connection that breaks. */
export type LaterPart = {
  readonly data: Data | null;
  readonly errors?: readonly { readonly message: string; readonly path: readonly string[] }[];
};

/** An answer to a query with @defer: its first part, and the deferred one. */
export type AnswerInParts = {
  readonly first: Data;
  readonly later: Promise<LaterPart | Error>;
};

type Answer = Data | AnswerInParts | Error | typeof noAnswerYet;

/** What the endpoint would answer to an operation, by its name. An Error is a fault of the network. */
export type Answers = Readonly<Record<string, (variables: Data) => Answer>>;

export type CannedLink = {
  readonly link: ApolloLink;
  /** Every query and mutation sent, in order. */
  readonly sent: readonly { readonly name: string; readonly variables: Data }[];
  /** Sends a live event to all who subscribed by this operation's name. */
  readonly emit: (name: string, data: Data) => void;
};

/** An endpoint made of canned answers, also to subscriptions. */
export function cannedLink(answers: Answers): CannedLink {
  const sent: { name: string; variables: Data }[] = [];
  const subscribers = new Set<{ name: string; next: (data: Data) => void }>();
  const link = new ApolloLink((operation) => {
    const name = operation.operationName ?? '';
    const { variables } = operation;
    const main = getMainDefinition(operation.query);
    return new Observable((observer) => {
      if ('operation' in main && main.operation === 'subscription') {
        const subscriber = { name, next: (data: Data) => observer.next({ data }) };
        subscribers.add(subscriber);
        return () => subscribers.delete(subscriber);
      }
      sent.push({ name, variables });
      const answer = answers[name]?.(variables) ?? new Error(`No answer is canned for ${name}.`);
      if (answer === noAnswerYet) return undefined;
      queueMicrotask(() => {
        if (answer instanceof Error) return observer.error(answer);
        if (isInParts(answer)) return void sendInParts(answer, observer);
        observer.next({ data: answer });
        observer.complete();
      });
      return undefined;
    });
  });
  const emit = (name: string, data: Data) => {
    for (const subscriber of subscribers) if (subscriber.name === name) subscriber.next(data);
  };
  return { link, sent, emit };
}

const isInParts = (answer: Data | AnswerInParts): answer is AnswerInParts => 'later' in answer;

type Observer = {
  next(result: ApolloLink.Result): void;
  error(error: Error): void;
  complete(): void;
};

/** In the form of 2022-08-24. */
async function sendInParts({ first, later }: AnswerInParts, observer: Observer): Promise<void> {
  observer.next(asResult({ data: first, hasNext: true }));
  const part = await later;
  if (part instanceof Error) return observer.error(part);
  observer.next(asResult({ incremental: [{ path: [], ...part }], hasNext: false }));
  observer.complete();
}

/** A link's result is what the client's incremental handler reads; its type knows only whole ones. */
const asResult = (part: object): ApolloLink.Result => part;
