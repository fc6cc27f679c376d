import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { categories } from '../../src/categories/taxonomy.ts';
import {
  defaultEmbeddingSettings,
  trainEmbedding,
} from '../../training/categories/train-embedding.ts';
import { noWords } from '../../src/categorizing/word-vectors.ts';
import { embedTokens } from '../../src/categorizing/embedding.ts';
import { tokenizeText } from '../../src/categorizing/tokenize.ts';
import { categoryOfLabel } from '../../training/categories/label-categories.ts';
import { readTask, readTrainingOnly } from '../../training/categories/read-sources.ts';
import { toSource } from '../../training/categories/sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'categories-'));
mkdirSync(join(folder, 'categories'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the data that the global model learns from', () => {
  it('is read in the parts that it was split into', () => {
    const lines = ['split\tdate\tdescription\tamount\tcategory\tunit'];
    lines.push('train\t2020-01-01\tSHELL\t12.5\tfuel\t', 'test\t2021-01-01\tESSO\t9\tfuel\tParks');
    writeFileSync(join(folder, 'categories/body.tsv.gz'), gzipSync(`${lines.join('\n')}\n`));
    expect(readTask(folder, 'body')).toEqual({
      train: [{ date: '2020-01-01', text: 'SHELL', amount: 12.5, label: 'fuel' }],
      test: [{ date: '2021-01-01', text: 'ESSO', amount: 9, label: 'fuel' }],
    });
  });

  it('may have commas in quotes', () => {
    const csv =
      'date,description,amount,unit,label\n2020-01-01,"SMITH, ""J"" LTD",3,,"Fees, other"\n';
    writeFileSync(join(folder, 'categories/more.csv.gz'), gzipSync(csv));
    expect(readTrainingOnly(folder, 'more')).toEqual([
      { date: '2020-01-01', text: 'SMITH, "J" LTD', amount: 3, label: 'Fees, other' },
    ]);
  });

  it('counts each text once, with the shares of its labels, and each label as a text', () => {
    const rows = [
      ['SHELL', 'fuel'],
      ['Shell', 'fuel'],
      ['shell', 'meals'],
    ] as const;
    const source = toSource(
      'body',
      rows.map(([text, label]) => ({ date: '', text, amount: 1, label })),
    );
    expect(source.labels).toEqual(['fuel', 'meals']);
    expect(source.texts).toEqual([
      {
        text: 'shell',
        count: 3,
        shares: [
          [0, 2 / 3],
          [1, 1 / 3],
        ],
      },
      { text: 'fuel', count: 3, shares: [[0, 1]] },
      { text: 'meals', count: 3, shares: [[1, 1]] },
    ]);
  });

  it('names accounts whose meaning is ours, and only these', () => {
    expect(
      ['Vehicle Fuel', 'electricity', 'legal fees', 'Signalling'].map(categoryOfLabel),
    ).toEqual(['VEHICLES', 'UTILITIES', 'PROFESSIONAL_FEES', null]);
    expect(categories.map(({ code }) => code)).toContain(categoryOfLabel('postage'));
  });

  it('brings merchants together that bodies book alike, though they share no word', () => {
    const names = { fuel: ['shell', 'esso', 'texaco'], meals: ['greggs', 'nandos', 'subway'] };
    const rows = Object.entries(names).flatMap(([label, texts]) =>
      texts.map((text) => ({ date: '', text, amount: 1, label })),
    );
    const embedding = trainEmbedding(
      { sources: [toSource('body', rows)], words: noWords, version: 'test' },
      { ...defaultEmbeddingSettings, bits: 10, width: 8, epochs: 30 },
    );
    const of = (text: string) => embedTokens(embedding, tokenizeText(text));
    const likeness = (one: string, other: string) =>
      of(one).reduce((sum, value, d) => sum + value * (of(other)[d] ?? 0), 0);
    expect(likeness('shell', 'esso')).toBeGreaterThan(likeness('shell', 'nandos') + 0.5);
  });
});
