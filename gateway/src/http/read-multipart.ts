import type { IncomingMessage } from 'node:http';
import type { UploadedFile } from '@finflow/shared/graphql/upload';
import { maxDiscardedBytes, SenderGone } from '@finflow/shared/http/read-body';
import busboy from 'busboy';

/** The parts of a GraphQL multipart request, as they came. */
export type Multipart = {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, UploadedFile>;
};

export type MultipartResult = Multipart | 'MALFORMED' | 'FILE_TOO_LARGE';

const maxFiles = 1;
const maxFields = 4;

/**
 * Reads a multipart body. What is too much of it is read and thrown away, so that the client sees the answer; whoever sends very much
 * more is cut off, answer or no answer.
 * @param maxFileBytes the most that one file may have
 * @param maxFieldBytes the most that one text part may have
 * @throws SenderGone when the connection ends before the body does
 */
export function readMultipart(
  incoming: IncomingMessage,
  maxFileBytes: number,
  maxFieldBytes: number,
): Promise<MultipartResult> {
  return new Promise((resolve, reject) => {
    const gone = () => {
      if (!incoming.complete) reject(new SenderGone('The sender went away while it was sending'));
    };
    if (incoming.destroyed) return gone(); // Nothing more will be heard of it.
    incoming.once('close', gone);
    let size = 0;
    incoming.on('data', ({ length }: Buffer) => {
      size += length;
      if (size > maxDiscardedBytes) incoming.destroy();
    });
    const parser = createParser(incoming, maxFileBytes, maxFieldBytes);
    if (!parser) {
      incoming.resume();
      resolve('MALFORMED');
      return;
    }
    const fields = new Map<string, string>();
    const files = new Map<string, UploadedFile>();
    let problem: 'MALFORMED' | 'FILE_TOO_LARGE' | null = null;
    const malformed = () => {
      problem ??= 'MALFORMED';
    };
    parser.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) malformed();
      fields.set(name, value);
    });
    parser.on('file', (name, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', malformed); // The body ends within the file: unheard, it would end the process.
      stream.on('limit', () => {
        problem = 'FILE_TOO_LARGE';
        chunks.length = 0;
      });
      stream.on('end', () => {
        const contentBase64 = Buffer.concat(chunks).toString('base64');
        files.set(name, { fileName: filename ?? '', mimeType, contentBase64 });
      });
    });
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
      parser.on(limit, malformed);
    }
    parser.on('error', () => {
      incoming.unpipe(parser);
      incoming.resume();
      resolve(problem ?? 'MALFORMED');
    });
    parser.on('close', () => resolve(problem ?? { fields, files }));
    incoming.pipe(parser);
  });
}

/** Null when the content type names no boundary. */
function createParser(incoming: IncomingMessage, fileSize: number, fieldSize: number) {
  try {
    // busboy reports a file of exactly the limit as too large.
    const limits = { fileSize: fileSize + 1, fieldSize, files: maxFiles, fields: maxFields };
    return busboy({ headers: incoming.headers, limits, defParamCharset: 'utf8' });
  } catch {
    return null; // busboy's way to say that the header is malformed; the caller answers 400.
  }
}
