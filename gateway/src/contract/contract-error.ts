/** The tags don't make a schema that could be kept to. Names every problem, one a line. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The contract can't be kept:\n${problems.join('\n')}`);
    this.problems = problems;
  }
}
