import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SenderGone } from '@finflow/shared/http/read-body';
import { type MultipartResult, readMultipart } from '../src/http/read-multipart.ts';

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;
const maxFileBytes = 64 * kibibyte;
const head =
  '--edge\r\ncontent-disposition: form-data; name="0"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n';

let server: ReturnType<typeof createServer>;
let read: Promise<MultipartResult>;
let received = 0;

beforeEach(async () => {
  received = 0;
  const arrived = Promise.withResolvers<MultipartResult>();
  read = arrived.promise;
  server = createServer((message) => {
    arrived.resolve(readMultipart(message, maxFileBytes, kibibyte));
    message.on('data', (chunk: Buffer) => (received += chunk.length));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function send() {
  const { port } = server.address() as AddressInfo;
  const headers = { 'content-type': 'multipart/form-data; boundary=edge' };
  const sending = request({ port, host: '127.0.0.1', method: 'POST', headers });
  // Cut off, by either side: what these tests are about.
  sending.on('error', () => {});
  sending.write(head);
  return sending;
}

describe('a multipart body', () => {
  it('whose sender goes away is no malformed one: nobody is left to tell', async () => {
    const sending = send();
    sending.write('a,b,c', () => sending.destroy());
    await expect(read).rejects.toBeInstanceOf(SenderGone);
  });

  it('that ends within its file is malformed, and harms nobody else', async () => {
    send().end('a,b,c');
    await expect(read).resolves.toBe('MALFORMED');
  });

  it('that is too large is read to its end, so that the answer is seen', async () => {
    const sending = send();
    sending.write(Buffer.alloc(mebibyte));
    sending.end('\r\n--edge--\r\n');
    await expect(read).resolves.toBe('FILE_TOO_LARGE');
  });

  it('that goes on and on is cut off', async () => {
    const sending = send();
    const chunk = Buffer.alloc(mebibyte);
    let isOver = false;
    sending.on('close', () => {
      isOver = true;
    });
    const push = (left: number): void => {
      if (!isOver && left > 0) sending.write(chunk, () => push(left - 1));
      else sending.end('\r\n--edge--\r\n');
    };
    push(400);
    await expect(read).rejects.toBeInstanceOf(SenderGone);
    expect(received).toBeLessThan(140 * mebibyte);
  });
});
