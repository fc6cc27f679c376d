import type { RouteObject } from 'react-router';
import type { Session } from './apollo/session.ts';
import { RouteError } from './features/shell/RouteError.tsx';
import { requireNobody, requireNoOrganization, requireOrganization } from './guards.ts';
import { AppSkeleton } from './ui/Skeletons.tsx';

/** Every address of the app. A page's code is loaded when it is first visited. */
export function createRoutes(session: Session): RouteObject[] {
  return [
    {
      ErrorBoundary: RouteError,
      HydrateFallback: AppSkeleton,
      children: [
        {
          // Nothing stands here until it is known who comes: neither the app's shape nor a form that isn't needed.
          HydrateFallback: () => null,
          loader: requireNobody(session),
          children: [
            { path: 'sign-in', lazy: () => import('./features/sign-in/SignInPage.tsx') },
            { path: 'register', lazy: () => import('./features/sign-in/RegisterPage.tsx') },
          ],
        },
        { path: 'pay/:token', lazy: () => import('./features/pay/PayPage.tsx') },
        {
          path: 'welcome',
          loader: requireNoOrganization(session),
          lazy: () => import('./features/sign-in/WelcomePage.tsx'),
        },
        {
          loader: requireOrganization(session),
          lazy: () => import('./features/shell/Shell.tsx'),
          children: [{ ErrorBoundary: RouteError, children: pages }],
        },
        { path: '*', lazy: () => import('./features/shell/NotFound.tsx') },
      ],
    },
  ];
}

/** The pages inside the frame. */
const pages: RouteObject[] = [
  { index: true, lazy: () => import('./features/dashboard/DashboardPage.tsx') },
  { path: 'cash-flow', lazy: () => import('./features/cash-flow/CashFlowPage.tsx') },
  { path: 'customers', lazy: () => import('./features/customers/CustomersPage.tsx') },
  { path: 'invoices', lazy: () => import('./features/invoices/InvoicesPage.tsx') },
  {
    // One parent for both addresses: a first save changes the address and must not lose the focus.
    lazy: () => import('./features/invoices/InvoiceEditorPage.tsx'),
    children: [{ path: 'invoices/new' }, { path: 'invoices/:id/edit' }],
  },
  { path: 'invoices/:id', lazy: () => import('./features/invoices/InvoicePage.tsx') },
  { path: 'payments', lazy: () => import('./features/payments/PaymentsPage.tsx') },
  { path: 'payments/:id', lazy: () => import('./features/payments/PaymentPage.tsx') },
  { path: 'ledger', lazy: () => import('./features/ledger/AccountsPage.tsx') },
  { path: 'ledger/entries', lazy: () => import('./features/ledger/EntriesPage.tsx') },
  { path: 'ledger/entries/new', lazy: () => import('./features/ledger/EntryFormPage.tsx') },
  { path: 'ledger/entries/:id', lazy: () => import('./features/ledger/EntryPage.tsx') },
  { path: 'categorize', lazy: () => import('./features/categorize/CategorizePage.tsx') },
  { path: 'credit', lazy: () => import('./features/credit/CreditPage.tsx') },
  { path: 'anomalies', lazy: () => import('./features/anomalies/AnomaliesPage.tsx') },
  { path: 'anomalies/:id', lazy: () => import('./features/anomalies/AnomalyPage.tsx') },
  { path: 'import', lazy: () => import('./features/import/ImportPage.tsx') },
  { path: 'receivables', lazy: () => import('./features/ledger/ReceivablesPage.tsx') },
  { path: 'settings', lazy: () => import('./features/settings/SettingsPage.tsx') },
  { path: 'ledger/trial-balance', lazy: () => import('./features/ledger/TrialBalancePage.tsx') },
];
