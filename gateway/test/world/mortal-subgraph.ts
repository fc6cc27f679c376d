/**
 * A subgraph as a process, to be killed: `node mortal-subgraph.ts PORT`. It answers queries, and dies by SIGKILL in the middle of the answer to
 * one that asks for `death`. Says on standard output what it was asked, a line each, beginning with its port.
 */
import { createServer } from 'node:http';
import { readBody } from '@finflow/shared/http/read-body';

const [port = '0'] = process.argv.slice(2);
const server = createServer((request, response) => {
  void readBody(request, 1_000_000).then((body) => {
    const { query } = JSON.parse(String(body)) as { query: string };
    process.stdout.write(`${query}\n`, () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 });
      if (query.includes('death')) {
        response.write('{"data":{"a":', () => process.kill(process.pid, 'SIGKILL'));
      } else response.end(JSON.stringify({ data: { a: 1 } }).padEnd(1_000));
    });
  });
});
server.listen(Number(port), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
