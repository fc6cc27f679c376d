/** What a consumer did since it started; for /metrics and tests. */
export interface ConsumerCounts {
  /** Events that had their effect. */
  readonly handled: number;
  /** Events that came again and had none. */
  readonly repeated: number;
  /** Events put aside to be tried later, those behind them included. */
  readonly parked: number;
  /** Events put into their organization's lane, to be handled in its turn. Nothing is wrong with them. */
  readonly waited: number;
  readonly buried: number;
  /** Attempts that failed. */
  readonly failed: number;
}

export type Count = { -readonly [K in keyof ConsumerCounts]: number };

export const noCounts = (): Count => ({
  handled: 0,
  repeated: 0,
  parked: 0,
  waited: 0,
  buried: 0,
  failed: 0,
});
