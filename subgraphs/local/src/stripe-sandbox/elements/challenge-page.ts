import { formatAmount } from '../money.ts';
import type { Intent } from '../objects.ts';
import { type Html, html } from './html.ts';

interface ChallengePage {
  readonly intent: Intent;
  readonly publishableKey: string;
  readonly returnUrl: string;
}

/** The bank's own page, for callers that gave a return_url and are redirected here. */
export const challengePage = ({
  intent,
  publishableKey,
  returnUrl,
}: ChallengePage): Html => html`<!doctype html>
<html lang="en" data-theme="light">
  <head>
    <meta charset="utf-8" />
    <title>Test Bank: confirm it’s you</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="/elements/card-form.css" />
    <script type="module" src="/elements/challenge.mjs"></script>
  </head>
  <body>
    <main
      class="page"
      id="form-root"
      data-intent="${intent.id}"
      data-client-secret="${intent.client_secret ?? ''}"
      data-publishable-key="${publishableKey}"
      data-return-url="${returnUrl}"
    >
      <h1>Confirm it’s you</h1>
      <p>Are you paying ${formatAmount(intent.amount, intent.currency)} to FinFlow Sandbox?</p>
      <p class="alert" id="alert" role="alert"></p>
      <div class="row">
        <button class="primary" type="button" data-answer="complete">Complete</button>
        <button type="button" data-answer="fail">Fail</button>
      </div>
    </main>
  </body>
</html>`;
