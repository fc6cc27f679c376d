const parts = `
fragment User on User { id username name }
fragment Review on Review { id body }
fragment Product on Product { inStock name price shippingEstimate upc weight }`;

/** 16 fetches as Apollo plans it: users and products, their reviews, and those of whom and what these lead to. */
export const heavy = `query Heavy {
  users { ...User reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } } }
  topProducts { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } }
}
${parts}`;

/** Three fetches. */
export const light = `query Light { topProducts { upc name price inStock reviews { id body } } }`;
