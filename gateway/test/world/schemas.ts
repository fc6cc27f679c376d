const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@authenticated", "@requiresScopes", "@composeDirective", "@cost", "@listSize", "@tag"])
@link(url: "https://finflow.example/specs/public/v1.0", import: ["@public"])
@composeDirective(name: "@public")
directive @public on FIELD_DEFINITION | OBJECT`;

/** A small world with FinFlow's bones: sign-in, payments, books about them, and the feeds. */
export const schemas = {
  auth: `${link}
    type Query { me: Me @authenticated }
    type Mutation { refresh: String @public }
    type Me @authenticated { userId: ID! organizationId: ID }
    type Forecast @key(fields: "id") @authenticated { id: ID! askedBy: Me! @tag(name: "internal") }
  `,
  payments: `${link}
    scalar Upload
    type Query {
      payment(id: ID!): Payment @requiresScopes(scopes: [["payments:read"], ["pay:invoice"]]) @tag(name: "partner")
      payments: [Payment!]! @requiresScopes(scopes: [["payments:read"]]) @tag(name: "partner")
      boom: String @public
      hello: String @public
    }
    type Mutation { attach(file: Upload!): String @authenticated }
    type Payment @key(fields: "id") @requiresScopes(scopes: [["payments:read"], ["pay:invoice"]]) @tag(name: "partner") {
      id: ID!
      status: String!
      note: String! @tag(name: "internal")
      invoice: Invoice!
    }
    type Invoice @key(fields: "id", resolvable: false) { id: ID! }
  `,
  accounting: `${link}
    type Query { invoice(id: ID!): Invoice @requiresScopes(scopes: [["invoices:read"], ["pay:invoice"]]) }
    type Invoice @key(fields: "id") @requiresScopes(scopes: [["invoices:read"], ["pay:invoice"]]) @tag(name: "partner") {
      id: ID!
      total: String!
      customerName: String!
    }
    type JournalEntry @key(fields: "id") @requiresScopes(scopes: [["ledger:read"]]) @tag(name: "partner") { id: ID! kind: String! }
    type Payment @key(fields: "id") @authenticated {
      id: ID!
      journalEntries: [JournalEntry!]! @requiresScopes(scopes: [["ledger:read"]])
    }
  `,
  analytics: `${link}
    type Query { forecast: Forecast @requiresScopes(scopes: [["analytics:read"]]) }
    type Forecast @key(fields: "id") @requiresScopes(scopes: [["analytics:read"]]) @tag(name: "partner") { id: ID! method: String! }
    type Anomaly @key(fields: "id") @requiresScopes(scopes: [["analytics:read"]]) @tag(name: "partner") { id: ID! reason: String! }
    type Transaction @key(fields: "id") @requiresScopes(scopes: [["analytics:read"]]) @tag(name: "partner") { id: ID! text: String! }
  `,
} as const;

export type SubgraphName = keyof typeof schemas;
