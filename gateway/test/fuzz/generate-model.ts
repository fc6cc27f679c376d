import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { generateFields } from './generate-fields.ts';
import { generateRequirements } from './generate-requirements.ts';
import { generateTypes } from './generate-types.ts';
import type { Emphasis, Model } from './model.ts';
import { printSubgraph } from './print-subgraph.ts';
import { createRandom } from './random.ts';

export type ComposedModel = {
  readonly model: Model;
  readonly subgraphSdl: Readonly<Record<string, string>>;
  readonly supergraphSdl: string;
};

const mostAttempts = 60;

/**
 * A world that Apollo's composition accepts. Some generated ones contradict themselves (a field that no path reaches, most often):
 * they are thrown away, and the seed's next one is taken.
 * @throws Error with the last refusal when none was good
 */
export function generateModel(seed: number, emphasis: Emphasis = 'none'): ComposedModel {
  let refusal = '';
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const random = createRandom(seed * mostAttempts + attempt);
    const model = generateTypes(seed, random, emphasis);
    generateFields(model, random);
    generateRequirements(model, random);
    const composed = composeModel(model);
    if ('supergraphSdl' in composed) return composed;
    refusal = composed.refusal;
  }
  throw new Error(`Seed ${seed} gives no world that composes: ${refusal}`);
}

export const composeModel = (model: Model): Composition =>
  composeTexts(
    model,
    Object.fromEntries(model.subgraphs.map((name) => [name, printSubgraph(model, name)])),
  );

export type Composition = ComposedModel | { readonly refusal: string };

export function composeTexts(
  model: Model,
  subgraphSdl: Readonly<Record<string, string>>,
): Composition {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(subgraphSdl).map(([name, sdl]) => ({
      name,
      url: `http://${name}`,
      typeDefs: parse(sdl),
    })),
  );
  if (supergraphSdl !== undefined) return { model, subgraphSdl, supergraphSdl };
  return { refusal: (errors ?? []).map(({ message }) => message).join('\n') };
}
