import { feedsSubgraph } from '../../src/supergraph/supergraph.ts';
import { composeTexts, generateModel, type ComposedModel } from './generate-model.ts';
import type { Model, ObjectType } from './model.ts';

const mostAttempts = 20;
const farAway = 100_000;

/**
 * A world with feeds: a virtual subgraph tells of each entity that has the key which events carry.
 * Of a seed whose world has none, or none that composes with feeds, a seed far away is taken.
 * @throws Error when no attempt was good
 */
export function generateFeeds(seed: number): ComposedModel {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { model, subgraphSdl } = generateModel(seed + attempt * farAway);
    const told = entitiesToldOf(model);
    if (told.length === 0) continue;
    const composed = composeTexts(
      { ...model, seed },
      { ...subgraphSdl, [feedsSubgraph]: printFeeds(told) },
    );
    if ('supergraphSdl' in composed) return composed;
  }
  throw new Error(`Seed ${seed} gives no world with feeds`);
}

const entitiesToldOf = ({ objects }: Model): readonly ObjectType[] =>
  [...objects.values()].filter(({ presences }) =>
    [...presences.values()].some(({ keys }) =>
      keys.some(({ key, resolvable }) => key === 'id' && resolvable),
    ),
  );

const printFeeds = (told: readonly ObjectType[]): string => `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@shareable"])
type Subscription { ${told.map(({ name }) => `${name.toLowerCase()}Changed: ${name}!`).join(' ')} }
${told.map(({ name }) => `type ${name} @key(fields: "id", resolvable: false) { id: ID! @shareable }`).join('\n')}
`;
