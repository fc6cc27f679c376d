import {
  ArrowLeftRight,
  BookOpen,
  FileText,
  Gauge,
  LayoutDashboard,
  LineChart,
  type LucideIcon,
  Settings,
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
  { to: '/import', label: 'Import', icon: Upload },
  { to: '/settings', label: 'Settings', icon: Settings },
];

export const inBottomBar = 4;
