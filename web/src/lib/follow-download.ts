/** Saves what stands at an address. An issued invoice always has one: its lack is a fault. */
export function followDownload(url: string | null): void {
  if (url === null) throw new Error('An issued invoice has a PDF.');
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
