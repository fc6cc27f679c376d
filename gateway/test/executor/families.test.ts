import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { abstract } from './families/abstract.ts';
import { entities } from './families/entities.ts';
import { extensions } from './families/extensions.ts';
import type { FamilyCase } from './families/family.ts';
import { requires } from './families/requires.ts';
import { sharing } from './families/sharing.ts';
import { federate, type Answered, type Federation } from './federation.ts';

describe.each([...entities, ...requires, ...sharing, ...abstract, ...extensions])(
  '$about',
  (family) => {
    let compiled: Federation;
    let stock: Federation;
    beforeAll(async () => {
      compiled = await federate(family.subgraphs, 'compiled');
      stock = await federate(family.subgraphs, 'stock');
    });
    afterAll(async () => {
      await Promise.all([compiled.stop(), stock.stop()]);
    });

    it.each(family.cases)('$query', async ({ query, data, errors = [], ...options }) => {
      const answered = await compiled.ask(query, options);
      expect({ ...answered, errors: answered.errors.map(pathOf) }).toEqual({ data, errors });
    });

    it.each(family.cases.filter(({ stockDiffers }) => !stockDiffers))(
      '$query is answered as by the stock executor',
      async ({ query, data: _data, errors: _errors, ...options }) => {
        const answers = [await stock.ask(query, options), await compiled.ask(query, options)];
        const [theirs, ours] = answers.map(({ data, errors }) => ({
          data,
          paths: errors.map(pathOf),
        }));
        expect(ours).toEqual(theirs);
      },
    );

    it('is the same when several ask at once', async () => {
      const ask = ({ query, data: _data, errors: _errors, ...options }: FamilyCase) =>
        compiled.ask(query, options);
      const one = await Promise.all(family.cases.map(ask));
      const many = await Promise.all([...family.cases, ...family.cases].map(ask));
      expect(many).toEqual([...one, ...one]);
    });
  },
);

type AnsweredError = Answered['errors'][number];
const pathOf = ({ path }: AnsweredError) => path?.join('.') ?? '';
