import { formatAmount } from '../money.ts';
import type { Intent } from '../objects.ts';
import { type Html, html } from './html.ts';

export type Theme = 'light' | 'dark';

type DebitType = 'sepa_debit' | 'us_bank_account';

export interface CardPage {
  readonly intent: Intent;
  readonly publishableKey: string;
  readonly parentOrigin: string;
  readonly theme: Theme;
}

/** The payment form for one intent. Its script (client/card-form.mjs) brings it to life. */
export function cardPage({ intent, publishableKey, parentOrigin, theme }: CardPage): Html {
  const amount = formatAmount(intent.amount, intent.currency);
  const types = intent.payment_method_types;
  const debit = types.find((type) => type === 'sepa_debit' || type === 'us_bank_account');
  return html`<!doctype html>
<html lang="en" data-theme="${theme}">
  <head>
    <meta charset="utf-8" />
    <title>Pay ${amount}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="${theme}" />
    <link rel="stylesheet" href="/elements/card-form.css" />
    <script type="module" src="/elements/card-form.mjs"></script>
  </head>
  <body>
    <main
      id="form-root"
      data-intent="${intent.id}"
      data-client-secret="${intent.client_secret ?? ''}"
      data-publishable-key="${publishableKey}"
      data-parent-origin="${parentOrigin}"
      data-status="${intent.status}"
    >
      <form id="payment" novalidate aria-label="Payment details">
        <h1 class="unseen">Pay ${amount}</h1>
        ${debit === undefined || !types.includes('card') ? '' : methodChoice()}
        ${types.includes('card') ? cardFields() : ''}
        ${debit === undefined ? '' : debitFields(debit, types.includes('card'))}
        <p class="alert" id="alert" role="alert"></p>
        <button class="primary" type="submit" data-label="Pay ${amount}">Pay ${amount}</button>
        ${types.includes('card') ? cardNote() : ''}
        ${debit === undefined ? '' : debitNote(debit, types.includes('card'))}
      </form>
      ${challenge(amount)}
      <section id="done" hidden tabindex="-1" aria-live="polite">
        <h1></h1>
        <p></p>
      </section>
    </main>
  </body>
</html>`;
}

const cardNote = (): Html => html`<p class="note" data-method="card">
  Test mode: no money moves. Card <span class="number">4242 4242 4242 4242</span>, any future date
  and CVC.
</p>`;

const debitNote = (type: DebitType, isSecond: boolean): Html => html`<p
  class="note"
  data-method="debit"
  ${isSecond ? 'hidden' : ''}
>
  Test mode: no money moves.
  ${
    type === 'sepa_debit'
      ? html`IBAN <span class="number">DE89 3704 0044 0532 0130 00</span>.`
      : html`Routing number 110000000, account number 000123456789.`
  }
</p>`;

const methodChoice = (): Html => html`<fieldset class="choice">
  <legend>How do you want to pay?</legend>
  <label><input type="radio" name="method" value="card" checked /><span>Card</span></label>
  <label
    ><input type="radio" name="method" value="debit" /><span
      >Bank debit <small>takes days</small></span
    ></label
  >
</fieldset>`;

const cardFields = (): Html => html`<div class="fields" data-method="card">
  ${field({
    id: 'number',
    label: 'Card number',
    autocomplete: 'cc-number',
    placeholder: '1234 1234 1234 1234',
    maxLength: 23,
    extra: html`<span class="brand" id="brand" aria-live="polite"></span>`,
  })}
  <div class="row">
    ${field({
      id: 'expiry',
      label: 'Expiry',
      autocomplete: 'cc-exp',
      placeholder: 'MM / YY',
      maxLength: 9,
    })}
    ${field({
      id: 'cvc',
      label: 'Security code',
      autocomplete: 'cc-csc',
      placeholder: 'CVC',
      maxLength: 4,
    })}
  </div>
</div>`;

function debitFields(type: DebitType, isSecond: boolean): Html {
  const name = field({
    id: 'holder',
    label: 'Account holder',
    autocomplete: 'name',
    placeholder: 'Jo Miller',
    maxLength: 80,
    isText: true,
  });
  const account =
    type === 'sepa_debit'
      ? field({
          id: 'iban',
          label: 'IBAN',
          autocomplete: 'off',
          placeholder: 'DE89 3704 0044 0532 0130 00',
          maxLength: 42,
          isText: true,
        })
      : html`<div class="row">
          ${field({ id: 'routing', label: 'Routing number', autocomplete: 'off', placeholder: '110000000', maxLength: 9 })}
          ${field({ id: 'account', label: 'Account number', autocomplete: 'off', placeholder: '000123456789', maxLength: 17 })}
        </div>`;
  return html`<div
    class="fields"
    data-method="debit"
    data-debit-type="${type}"
    ${isSecond ? 'hidden' : ''}
  >
    ${name} ${account}
    <p class="hint">
      By paying you allow this sum to be taken from your account. It arrives after a few business
      days.
    </p>
  </div>`;
}

interface Field {
  readonly id: string;
  readonly label: string;
  readonly autocomplete: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly isText?: boolean;
  readonly extra?: Html;
}

const field = ({ id, label, isText, extra, ...input }: Field): Html => html`<div class="field">
  <label for="${id}">${label}</label>
  <div class="box">
    <input
      id="${id}"
      name="${id}"
      type="text"
      inputmode="${isText ? 'text' : 'numeric'}"
      autocomplete="${input.autocomplete}"
      placeholder="${input.placeholder}"
      maxlength="${input.maxLength}"
      spellcheck="false"
      aria-required="true"
      aria-describedby="${id}-error"
    />
    ${extra ?? ''}
  </div>
  <p class="error" id="${id}-error" aria-live="assertive"></p>
</div>`;

const challenge = (amount: string): Html => html`<section
  id="challenge"
  hidden
  aria-labelledby="challenge-title"
>
  <h1 id="challenge-title" tabindex="-1">Confirm it’s you</h1>
  <p>Your bank (Test Bank) wants to know whether you are paying ${amount} to FinFlow Sandbox.</p>
  <div class="row">
    <button class="primary" type="button" data-answer="complete">Complete</button>
    <button type="button" data-answer="fail">Fail</button>
  </div>
</section>`;

/** Shown when the link to the payment is wrong or stale. */
export const missingPage = (theme: Theme): Html => html`<!doctype html>
<html lang="en" data-theme="${theme}">
  <head>
    <meta charset="utf-8" />
    <title>Payment form not available</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="${theme}" />
    <link rel="stylesheet" href="/elements/card-form.css" />
  </head>
  <body>
    <main>
      <h1>This payment form is not available</h1>
      <p>Nothing was charged. Reload the page that showed it.</p>
    </main>
  </body>
</html>`;
