import { applyConfidence, type Confidence } from './confidence.ts';
import { type Embedding, familiarityOf } from './embedding.ts';
import type { TextModel } from './text-model.ts';
import { tokenizeText } from './tokenize.ts';

/** A model that is as sure of its likeliest category as it may be of a text that its embedding knows so well, or so little. */
export function doubtUnfamiliar(
  model: TextModel,
  embedding: Embedding,
  confidence: Confidence,
): TextModel {
  return {
    ...model,
    predict: (purchase) => {
      const probabilities = model.predict(purchase);
      const familiarity = familiarityOf(embedding, tokenizeText(purchase.text));
      applyConfidence(probabilities, confidence, familiarity);
      return probabilities;
    },
  };
}
