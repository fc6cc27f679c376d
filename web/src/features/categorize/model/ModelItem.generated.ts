/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ModelItem_ModelFragment = { __typename: 'CategoryModel', version: number, isActive: boolean, trainedAt: string | null, exampleCount: number | null, accuracy: number | null, accuracyBefore: number | null } & { ' $fragmentName'?: 'ModelItem_ModelFragment' };
