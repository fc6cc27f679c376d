// The bank's page after a redirect: answers the challenge, then goes back to the caller's page.
const root = document.getElementById('form-root');
const alertLine = document.getElementById('alert');
const { intent, clientSecret, publishableKey, returnUrl } = root.dataset;

root.addEventListener('click', async ({ target }) => {
  const { answer } = target.dataset;
  if (answer === undefined) return;
  for (const button of root.querySelectorAll('button')) button.disabled = true;
  try {
    const response = await fetch(`/v1/payment_intents/${intent}/answer_challenge`, {
      method: 'POST',
      headers: { authorization: `Bearer ${publishableKey}` },
      body: new URLSearchParams({ answer, client_secret: clientSecret }),
    });
    goBack(response.ok ? 'succeeded' : 'failed');
  } catch {
    alertLine.textContent = 'The answer could not be sent. Check your connection and try again.';
    for (const button of root.querySelectorAll('button')) button.disabled = false;
  }
});

function goBack(result) {
  const url = new URL(returnUrl);
  url.searchParams.set('payment_intent', intent);
  url.searchParams.set('payment_intent_client_secret', clientSecret);
  url.searchParams.set('redirect_status', result);
  window.location.assign(url);
}
