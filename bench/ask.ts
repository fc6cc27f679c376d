import { demoLogin } from '@finflow/local/demo-company';

/** Opens a session of the sample company's owner, and returns its Authorization header. */
export async function signIn(url: string): Promise<string> {
  const query = `mutation ($input: LogInInput!) { logIn(input: $input) { ... on Session { accessToken } } }`;
  const answer = await post(url, { query, variables: { input: demoLogin } });
  const token = /"accessToken":"([^"]+)"/.exec(answer)?.[1];
  if (token === undefined) throw new Error(`No sign-in: ${answer}`);
  return `Bearer ${token}`;
}

export async function post(url: string, body: object, authorization = ''): Promise<string> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(authorization && { authorization }),
  };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.text();
}
