import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';
import type { MemorySettings } from '../../categorizing/memory-settings.ts';

/**
 * A model that was trained on an organization's decisions: its weights as they came out then. The log has no copy of them, so a
 * rebuild leaves them; which of them is used is said by the log.
 */
export const CategoryModelSchema = defineEntity({
  name: 'CategoryModel',
  properties: {
    organizationId: p.uuid().primary(),
    version: p.integer().primary(),
    weights: p.blob(),
    /** The version of the embedding that it was trained on: with another it can't be used. */
    embedding: p.text(),
    /** What the organization's memory is worth beside it. */
    memory: p.json<MemorySettings>(),
  },
});

export class CategoryModel extends CategoryModelSchema.class {
  override [PrimaryKeyProp]?: ['organizationId', 'version'];
}
CategoryModelSchema.setClass(CategoryModel);

/** Which model is used from when on, and how good it was: never changed, the highest revision holds. */
export const CategoryModelChangeSchema = defineEntity({
  name: 'CategoryModelChange',
  properties: {
    organizationId: p.uuid().primary(),
    revision: p.integer().primary(),
    version: p.integer(),
    reason: p.enum(['TRAINED', 'KEPT', 'CHOSEN'] as const),
    /** The organization's latest decision at that time. */
    decisionNumber: p.integer(),
    exampleCount: p.integer().strictNullable(),
    accuracy: p.double().strictNullable(),
    accuracyBefore: p.double().strictNullable(),
    changedBy: p.uuid().strictNullable(),
    changedAt: p.datetime(3),
  },
});

export class CategoryModelChange extends CategoryModelChangeSchema.class {
  override [PrimaryKeyProp]?: ['organizationId', 'revision'];
}
CategoryModelChangeSchema.setClass(CategoryModelChange);
