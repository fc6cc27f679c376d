/** One operation through the public endpoint. */
export type Operation = {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** Instead of the signed-in user's: such as `PayLink <token>`. */
  readonly authorization?: string;
};

/** Asks the public endpoint; what comes back is what the query selects. */
export type PublicApi = <Data>(operation: Operation) => Promise<Data>;

export type Login = { readonly email: string; readonly password: string };

const answerWithinMs = 15_000;

/**
 * Signs in at the endpoint and gives a way to ask it, as any API client would.
 * @throws Error when the endpoint refuses the login
 */
export async function openPublicApi(endpoint: string, login: Login): Promise<PublicApi> {
  const { logIn } = await ask<{ logIn: { accessToken?: string; code?: string } }>(endpoint, {
    query: `mutation ($input: LogInInput!) {
      logIn(input: $input) { ... on Session { accessToken } ... on Refusal { code } }
    }`,
    variables: { input: login },
  });
  if (!logIn.accessToken) throw new Error(`Could not sign in as ${login.email}: ${logIn.code}`);
  const authorization = `Bearer ${logIn.accessToken}`;
  return (operation) => ask(endpoint, { authorization, ...operation });
}

/**
 * Asks the public endpoint one operation.
 * @throws Error when it answers with errors, or not in time
 */
export async function ask<Data>(endpoint: string, operation: Operation): Promise<Data> {
  const { query, variables, authorization } = operation;
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(answerWithinMs),
  });
  const answer: unknown = await response.json();
  if (!isAnswer(answer) || answer.errors) {
    throw new Error(`The endpoint did not answer: ${JSON.stringify(answer).slice(0, 500)}`);
  }
  return answer.data as Data; // Checked for errors above; its shape is what the query selects.
}

const isAnswer = (value: unknown): value is { data: unknown; errors?: unknown } =>
  typeof value === 'object' && value !== null && 'data' in value && value.data !== null;
