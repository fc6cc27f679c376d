import { describe, expect, it } from '@jest/globals';
import { hasFile, takeFiles } from './upload-link.ts';

const file = new File(['number,amount\n'], 'invoices.csv');

describe('variables that hold files', () => {
  it('give each file its path and leave null in its place', () => {
    const { variables, files } = takeFiles({ input: { file, mode: 'ALL', more: [{ file }] } });
    expect(variables).toEqual({ input: { file: null, mode: 'ALL', more: [{ file: null }] } });
    expect([...files.keys()]).toEqual(['variables.input.file', 'variables.input.more.0.file']);
    expect(files.get('variables.input.file')).toBe(file);
  });

  it('are told apart from those that hold none', () => {
    expect(hasFile({ input: { file } })).toBe(true);
    expect(hasFile({ input: { name: 'x', list: [1, null] } })).toBe(false);
    expect(hasFile({})).toBe(false);
  });
});
