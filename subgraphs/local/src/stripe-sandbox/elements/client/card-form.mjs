// The payment form: checks what is typed, confirms the intent on this origin, tells the parent page.
import {
  brandOf,
  complaints,
  digitsOf,
  expiryOf,
  formatCvc,
  formatExpiry,
  formatIban,
  formatNumber,
} from './card-fields.mjs';

const root = document.getElementById('form-root');
const form = document.getElementById('payment');
const alertLine = document.getElementById('alert');
const challenge = document.getElementById('challenge');
const done = document.getElementById('done');
const payButton = form.querySelector('button[type=submit]');
const { intent, clientSecret, publishableKey, parentOrigin } = root.dataset;

const FORMATS = { number: formatNumber, expiry: formatExpiry, cvc: formatCvc, iban: formatIban };
const FIELD_OF_PARAM = new Map([
  ['number', 'number'],
  ['exp_month', 'expiry'],
  ['exp_year', 'expiry'],
  ['cvc', 'cvc'],
  ['iban', 'iban'],
  ['routing_number', 'routing'],
  ['account_number', 'account'],
]);
const FIELD_OF_CODE = new Map([
  ['incorrect_cvc', 'cvc'],
  ['expired_card', 'expiry'],
]);

function tellParent(type, details = {}) {
  window.parent.postMessage({ source: 'finflow-stripe-sandbox', type, ...details }, parentOrigin);
}

const valueOf = (id) => document.getElementById(id)?.value ?? '';

const activePanel = () => form.querySelector('.fields:not([hidden])');

const activeInputs = () => [...activePanel().querySelectorAll('input')];

// ── what is typed ────────────────────────────────────────────────────────────────────────────

function complaintAbout(id) {
  return id === 'cvc'
    ? complaints.cvc(valueOf('cvc'), valueOf('number'))
    : complaints[id](valueOf(id));
}

function showComplaint(id, message) {
  const input = document.getElementById(id);
  document.getElementById(`${id}-error`).textContent = message;
  if (message === '') input.removeAttribute('aria-invalid');
  else input.setAttribute('aria-invalid', 'true');
}

/** Formats while typing at the end; a caret in the middle is left where it is. */
function formatField(input) {
  const format = FORMATS[input.id];
  const isAtEnd = input.selectionStart === input.value.length;
  if (format !== undefined && isAtEnd) input.value = format(input.value);
  if (input.id === 'number') document.getElementById('brand').textContent = brandOf(input.value);
}

form.addEventListener('input', ({ target }) => {
  if (target.name === 'method') {
    chooseMethod(target.value);
    return;
  }
  formatField(target);
  showComplaint(target.id, '');
  alertLine.textContent = '';
});

form.addEventListener('focusout', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type === 'radio') return;
  if (FORMATS[target.id] !== undefined) target.value = FORMATS[target.id](target.value);
  if (target.value !== '') showComplaint(target.id, complaintAbout(target.id));
});

function chooseMethod(method) {
  for (const part of form.querySelectorAll('[data-method]')) {
    part.hidden = part.dataset.method !== method;
  }
  alertLine.textContent = '';
}

// ── paying ───────────────────────────────────────────────────────────────────────────────────

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (payButton.disabled) return;
  const ids = activeInputs().map((input) => input.id);
  for (const id of ids) showComplaint(id, complaintAbout(id));
  const firstWrong = ids.find((id) => complaintAbout(id) !== '');
  if (firstWrong !== undefined) {
    document.getElementById(firstWrong).focus();
    return;
  }
  await send('confirm', { ...methodData(), use_stripe_sdk: 'true' });
});

function methodData() {
  const data = (name) => `payment_method_data[${name}]`;
  if (activePanel().dataset.method === 'card') {
    const { month, year } = expiryOf(valueOf('expiry'));
    return {
      [data('type')]: 'card',
      [data('card][number')]: digitsOf(valueOf('number')),
      [data('card][exp_month')]: String(month),
      [data('card][exp_year')]: String(year),
      [data('card][cvc')]: valueOf('cvc'),
    };
  }
  const type = activePanel().dataset.debitType;
  const account =
    type === 'sepa_debit'
      ? { [data('sepa_debit][iban')]: valueOf('iban') }
      : {
          [data('us_bank_account][routing_number')]: valueOf('routing'),
          [data('us_bank_account][account_number')]: valueOf('account'),
        };
  return {
    [data('type')]: type,
    [data('billing_details][name')]: valueOf('holder'),
    ...account,
  };
}

/** One request of the intent; shows and tells what came of it. */
async function send(action, fields) {
  setBusy(true);
  tellParent('submitting');
  try {
    const response = await fetch(`/v1/payment_intents/${intent}/${action}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${publishableKey}` },
      body: new URLSearchParams({ ...fields, client_secret: clientSecret }),
    });
    const answer = await response.json();
    setBusy(false);
    if (response.ok) showStatus(answer.status);
    else showRefusal(answer.error);
  } catch {
    setBusy(false);
    showRefusal({ message: 'The payment could not be sent. Check your connection and try again.' });
  }
}

function setBusy(isBusy) {
  form.setAttribute('aria-busy', String(isBusy));
  for (const button of root.querySelectorAll('button')) button.disabled = isBusy;
  payButton.textContent = isBusy ? 'Paying…' : payButton.dataset.label;
}

function showRefusal({ code, param, message }) {
  showForm();
  const field = FIELD_OF_PARAM.get(param) ?? FIELD_OF_CODE.get(code);
  const input = field === undefined ? null : document.getElementById(field);
  if (input === null) {
    alertLine.textContent = message;
    payButton.focus();
  } else {
    showComplaint(field, message);
    input.focus();
  }
  tellParent('failed', { message });
}

// ── faces: form, challenge, done ─────────────────────────────────────────────────────────────

function showForm() {
  form.hidden = false;
  challenge.hidden = true;
}

function showStatus(status) {
  if (status === 'requires_action') {
    form.hidden = true;
    challenge.hidden = false;
    document.getElementById('challenge-title').focus();
    tellParent('requires_action');
    return;
  }
  if (status === 'succeeded') {
    showDone('Payment received', 'Thank you. You can leave this page.');
    tellParent('succeeded');
    return;
  }
  if (status === 'processing') {
    showDone(
      'Payment on its way',
      'Your bank needs a few business days. We will tell you when it arrives.',
    );
    tellParent('processing');
    return;
  }
  if (status === 'canceled') {
    showDone('Payment cancelled', 'Nothing was charged.');
    tellParent('failed', { message: 'This payment was cancelled. Nothing was charged.' });
  }
}

function showDone(title, text) {
  form.hidden = true;
  challenge.hidden = true;
  done.hidden = false;
  done.querySelector('h1').textContent = title;
  done.querySelector('p').textContent = text;
  done.focus();
}

challenge.addEventListener('click', async ({ target }) => {
  const { answer } = target.dataset;
  if (answer !== undefined) await send('answer_challenge', { answer });
});

// ── start ────────────────────────────────────────────────────────────────────────────────────

new ResizeObserver(() => tellParent('height', { height: Math.ceil(root.offsetHeight) })).observe(
  root,
);
showStatus(root.dataset.status);
tellParent('ready');
