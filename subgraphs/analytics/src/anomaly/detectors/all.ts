import type { Detector } from '../finding.ts';
import { amount } from './amount.ts';
import { duplicate } from './duplicate.ts';
import { frequency } from './frequency.ts';
import { levelShift } from './level-shift.ts';
import { newPayee } from './new-payee.ts';
import { unusualAccount } from './unusual-account.ts';
import { unusualHour } from './unusual-hour.ts';

export const detectors: readonly Detector[] = [
  amount,
  newPayee,
  duplicate,
  frequency,
  unusualAccount,
  unusualHour,
  levelShift,
];
