import { type Metric, register } from 'prom-client';

/** The metric of this name in the process's registry; made at the first call. Several rooms of one process share what they count. */
export function registered<M extends Metric>(name: string, make: (name: string) => M): M {
  const known = register.getSingleMetric(name);
  return known ? (known as M) : make(name);
}
