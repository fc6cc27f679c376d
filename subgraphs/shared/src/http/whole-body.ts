/** The pieces of a body as one; a single piece, as nearly all bodies come, is not copied. */
export const wholeBody = (pieces: readonly Buffer[]): Buffer => {
  const [first = Buffer.alloc(0)] = pieces;
  return pieces.length > 1 ? Buffer.concat(pieces) : first;
};
