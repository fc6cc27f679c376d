import { GraphQLError, type ExecutionResult } from 'graphql';
import { withinMs } from '../deadline.ts';

/**
 * The result of `work`, or an error DEADLINE_EXCEEDED once the deadline is over. What runs on afterwards is stopped by the database,
 * which knows the deadline too; its answer is thrown away.
 * @param deadlineAtMs milliseconds since 1970; null: no end
 */
export function answerInTime(
  deadlineAtMs: number | null,
  work: () => Promise<ExecutionResult> | ExecutionResult,
): Promise<ExecutionResult> | ExecutionResult {
  if (deadlineAtMs === null) return work();
  const leftMs = deadlineAtMs - Date.now();
  if (leftMs <= 0) return tooLate();
  const result = work();
  return 'then' in result ? withinMs(leftMs, result, tooLate) : result;
}

const tooLate = (): ExecutionResult => ({
  data: null,
  errors: [
    new GraphQLError('This took too long. Ask for less, or try again shortly.', {
      extensions: { code: 'DEADLINE_EXCEEDED' },
    }),
  ],
});
