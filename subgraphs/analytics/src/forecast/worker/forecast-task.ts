import type { LocalDate } from '@finflow/shared/local-date';
import type { CashBooks } from '../cash-figures.service.ts';
import type { Figures } from '../figures.ts';
import type { ForecastQuestion } from '../forecast-question.ts';
import type { Outlook, PastForecast } from '../outlook.ts';
import type { PackedTask } from './packed-task.ts';

/** What is needed for a forecast: nothing but values. */
export type ForecastTask = {
  readonly question: ForecastQuestion;
  readonly today: LocalDate;
  /** Whose bank holidays are kept, ISO 3166; without it, those that most countries share. */
  readonly country?: string | undefined;
  readonly figures: Figures;
  /** Of cash; null for revenue and expense, which their own history tells. */
  readonly books: CashBooks | null;
};

/** What a thread can be asked: what will come, or what it would have said on days of the past. */
export type ForecastJob = { readonly kind: 'outlook' | 'past'; readonly task: PackedTask };

export type ForecastJobDone =
  | { readonly kind: 'outlook'; readonly outlook: Outlook }
  | { readonly kind: 'past'; readonly forecasts: readonly PastForecast[] };
