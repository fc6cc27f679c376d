/** What a model is called on screen. Its version counts the company's own; 0 is everybody's. */
export const modelName = (version: number): string =>
  version === 0 ? 'General model' : `Own model, version ${version}`;
