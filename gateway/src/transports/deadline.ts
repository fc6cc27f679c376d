import { DeadlineExceeded } from './subgraph-transport.ts';

/**
 * What `work` gives, or DeadlineExceeded when that comes first; `work` itself runs on.
 * @param deadlineAtMs milliseconds since 1970
 */
export function beforeDeadline<T>(
  deadlineAtMs: number,
  nowMs: number,
  work: Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new DeadlineExceeded('No answer before the deadline'));
    const timer = setTimeout(late, Math.max(0, deadlineAtMs - nowMs));
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: Error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
