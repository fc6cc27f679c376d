import {
  ArrowLeftRight,
  BookOpen,
  FileText,
  Gauge,
  LayoutDashboard,
  LineChart,
  type LucideIcon,
  Settings,
  ShieldAlert,
  Tags,
  Upload,
  Users,
} from 'lucide-react';

export type Place = { readonly to: string; readonly label: string; readonly icon: LucideIcon };

/** Where one can go, most used first: the first four also stand in the narrow screen's bottom bar. */
export const places: readonly Place[] = [
  { to: '/', label: 'Dashboard', icon: LayoutDashboard },
  { to: '/invoices', label: 'Invoices', icon: FileText },
  { to: '/payments', label: 'Payments', icon: ArrowLeftRight },
  { to: '/customers', label: 'Customers', icon: Users },
  { to: '/ledger', label: 'Ledger', icon: BookOpen },
  { to: '/cash-flow', label: 'Cash flow', icon: LineChart },
  { to: '/categorize', label: 'Categorize', icon: Tags },
  { to: '/credit', label: 'Credit', icon: Gauge },
  { to: '/anomalies', label: 'Anomalies', icon: ShieldAlert },
  { to: '/import', label: 'Import', icon: Upload },
  { to: '/settings', label: 'Settings', icon: Settings },
];

export const inBottomBar = 4;

/** How much waits at a place, by its address. Nothing is said of a place where nothing waits. */
export type Waiting = Readonly<Partial<Record<string, number>>>;
