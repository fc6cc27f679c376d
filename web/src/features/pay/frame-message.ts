export type FrameMessage =
  | { readonly type: 'height'; readonly heightPx: number }
  | { readonly type: 'ready' | 'submitting' | 'succeeded' | 'processing' | 'requires_action' }
  | { readonly type: 'failed' };

const plain = [
  'ready',
  'submitting',
  'succeeded',
  'processing',
  'requires_action',
  'failed',
] as const;

/** What the sandbox's form says to the page around it; null for anything else. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const message = new Map<string, unknown>(Object.entries(data));
  if (message.get('source') !== 'finflow-stripe-sandbox') return null;
  const heightPx = message.get('height');
  if (message.get('type') === 'height') {
    return typeof heightPx === 'number' && heightPx > 0 ? { type: 'height', heightPx } : null;
  }
  const type = plain.find((each) => each === message.get('type'));
  return type === undefined ? null : { type };
}
