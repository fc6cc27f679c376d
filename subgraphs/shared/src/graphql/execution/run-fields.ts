import { getArgumentValues } from 'graphql/execution/values.js';
import { addPath, type Path } from 'graphql/jsutils/Path.js';
import { denied } from '../authorization.ts';
import { badInputIfRefused } from '../coded.ts';
import { nullOrThrow } from './errors.ts';
import type { FieldPlan } from './field-plan.ts';
import { isPromise, resolveInfo, satisfies, type Run } from './run.ts';

type Results = Record<string, unknown>;

/**
 * The fields of one object. Gives a promise only when one of them is late.
 * @throws GraphQLError of a field that may not be null, so that what holds the object becomes null
 */
export function runFields(
  run: Run,
  plans: readonly FieldPlan[],
  source: unknown,
  path: Path | undefined,
): Results | Promise<Results> {
  const results = emptyResults(plans);
  let late: Late[] | null = null;
  try {
    for (const plan of plans) {
      const value = runField(run, plan, source, path);
      results[plan.responseName] = value;
      if (isPromise(value)) {
        late ??= [];
        late.push({ name: plan.responseName, value });
      }
    }
  } catch (error) {
    if (!late) throw error;
    // The others are waited for: they may fail as well, and nobody else would hear of it.
    return fillIn(results, late).finally(() => {
      throw error;
    });
  }
  return late ? fillIn(results, late) : results;
}

/** The same, one after the other: a mutation's fields change things. */
export async function runFieldsInTurn(
  run: Run,
  plans: readonly FieldPlan[],
  source: unknown,
): Promise<Results> {
  const results = emptyResults(plans);
  for (const plan of plans) {
    results[plan.responseName] = await runField(run, plan, source, undefined);
  }
  return results;
}

/** An object without a prototype is slow; only a field by this name needs one. */
const emptyResults = (plans: readonly FieldPlan[]): Results =>
  plans.some(({ responseName }) => responseName === '__proto__') ? Object.create(null) : {};

type Late = { readonly name: string; readonly value: Promise<unknown> };

function fillIn(results: Results, late: readonly Late[]): Promise<Results> {
  return Promise.all(late.map(({ value }) => value)).then((values) => {
    for (const [at, { name }] of late.entries()) results[name] = values[at];
    return results;
  });
}

function runField(run: Run, plan: FieldPlan, source: unknown, parent: Path | undefined): unknown {
  const path = addPath(parent, plan.responseName, plan.parentType.name);
  try {
    if (plan.rules && !satisfies(run, plan.rules)) throw denied(run.context.viewer);
    const value = plan.isProperty
      ? readProperty(run, plan, source, path)
      : callResolver(run, plan, source, path);
    const completed = isPromise(value)
      ? value.then((settled) => plan.complete(run, settled, path))
      : plan.complete(run, value, path);
    if (!isPromise(completed)) return completed;
    return completed.then(undefined, (error: unknown) =>
      nullOrThrow(run.errors, plan, path, error),
    );
  } catch (error) {
    return nullOrThrow(run.errors, plan, path, error);
  }
}

/** What graphql-js does without a resolver, and what it needs only for methods left to them. */
function readProperty(run: Run, plan: FieldPlan, source: unknown, path: Path): unknown {
  if (typeof source !== 'object' || source === null) return callResolver(run, plan, source, path);
  const value: unknown = (source as Results)[plan.definition.name];
  if (typeof value !== 'function') return value;
  return value.call(source, argumentsOf(run, plan), run.context, resolveInfo(run, plan, path));
}

const callResolver = (run: Run, plan: FieldPlan, source: unknown, path: Path): unknown =>
  plan.resolve(source, argumentsOf(run, plan), run.context, resolveInfo(run, plan, path));

function argumentsOf(run: Run, { definition, nodes: [node] }: FieldPlan): Record<string, unknown> {
  if (definition.args.length === 0 || !node) return {};
  return badInputIfRefused(() => getArgumentValues(definition, node, run.variables));
}
