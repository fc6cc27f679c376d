/** An invoice as other subgraphs name it: payments knows it by its id. */
export type InvoiceReference = { readonly id: string };
