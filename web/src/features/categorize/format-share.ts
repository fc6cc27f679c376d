/** A share of one as percent. What is nearly sure is not called sure: 0.9984 is 99 %. */
export function formatShare(share: number): string {
  if (share < 0.005) return 'under 1 %';
  return `${share === 1 ? 100 : Math.min(99, Math.round(share * 100))} %`;
}
