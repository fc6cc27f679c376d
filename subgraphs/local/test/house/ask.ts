export type Answer = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly unknown[];
};

/** Asks the endpoint as the holder of the credential; gives the whole answer, errors too. */
export async function ask(
  endpoint: string,
  authorization: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(15_000),
  });
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null) throw new Error('The endpoint says nothing');
  return answer;
}
