/** A file of a multipart request, as the gateway hands it to a subgraph. */
export type UploadedFile = {
  readonly fileName: string;
  readonly mimeType: string;
  readonly contentBase64: string;
};

export const isUploadedFile = (value: unknown): value is UploadedFile =>
  typeof value === 'object' &&
  value !== null &&
  'fileName' in value &&
  typeof value.fileName === 'string' &&
  'mimeType' in value &&
  typeof value.mimeType === 'string' &&
  'contentBase64' in value &&
  typeof value.contentBase64 === 'string';
