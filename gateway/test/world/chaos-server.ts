import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { readBody } from '@finflow/shared/http/read-body';

const answer = JSON.stringify({ data: { a: 'x'.repeat(20_000) } });

/** What can go wrong on the way to a subgraph, by what the subgraph does with a request that it has read. */
const moods = {
  answers: (response) => json(response, 200, answer),
  'dies mid-answer': (response) => {
    response.writeHead(200, { 'content-length': answer.length });
    response.write(answer.slice(0, 100), () => response.destroy());
  },
  'hangs up': (response) => void response.destroy(),
  'never answers': () => undefined,
  'answers 500': (response) => json(response, 500, '{"error":{"code":"INTERNAL_ERROR"}}'),
  'answers with a page': (response) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
  },
  'answers with garbage': (response) => json(response, 200, '\u0000\u0001garbage'),
  'answers with half of the JSON': (response) => json(response, 200, answer.slice(0, 50)),
  'answers with no result': (response) => json(response, 200, '{"data":[],"errors":[]}'),
  'answers with more than may be': (response) => json(response, 200, answer.repeat(20)),
} satisfies Record<string, (response: ServerResponse) => void>;

export type Mood = keyof typeof moods;
/** All but `answers`, and all that end by themselves. */
export const failingMoods = Object.keys(moods).filter(
  (mood): mood is Mood => mood !== 'answers' && mood !== 'never answers',
);

/** A subgraph with moods, which notes what it is asked. */
export async function startChaosServer() {
  const asked: { readonly query: string }[] = [];
  const abandoned: string[] = [];
  let mood: Mood = 'answers';
  const server = createServer((request, response) => {
    void readBody(request, 1_000_000).then((body) => {
      const { query } = JSON.parse(String(body)) as { query: string };
      asked.push({ query });
      response.once('close', () => {
        if (!response.writableFinished) abandoned.push(query);
      });
      moods[mood](response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    /** What was asked over connections that broke before the answer. */
    abandoned,
    be: (next: Mood) => {
      mood = next;
    },
    /** Breaks all connections. */
    hangUp: () => server.closeAllConnections(),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type ChaosServer = Awaited<ReturnType<typeof startChaosServer>>;

function json(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}
