/** A streaming answer, read part by part. */
export type ReadStream = {
  readonly response: Response;
  /** The next part as it was written. */
  next(): Promise<string | undefined>;
  /** All that still comes, once it has ended. */
  rest(): Promise<string>;
  leave(): void;
};

/** Asks by fetch, and reads the answer as it comes. */
export async function readStream(url: string, init: RequestInit): Promise<ReadStream> {
  const leaving = new AbortController();
  const response = await fetch(url, { ...init, signal: leaving.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => (await reader?.read())?.value;
  return {
    response,
    next,
    rest: async () => {
      let text = '';
      for (let part = await next(); part !== undefined; part = await next()) text += part;
      return text;
    },
    leave: () => leaving.abort(),
  };
}
