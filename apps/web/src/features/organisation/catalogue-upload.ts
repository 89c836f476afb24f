/** A file as the server takes it: its name, and its bytes as base64. */
export type Upload = { fileName: string; bytes: string };

/** Reads a file of this device. Rejects when it cannot be read (any more). */
export const readUpload = (file: File): Promise<Upload> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve({ fileName: file.name.slice(0, 200), bytes: url.slice(url.indexOf(',') + 1) });
    });
    reader.addEventListener('error', () => reject(new Error('The file could not be read.')));
    reader.readAsDataURL(file);
  });

/** What a source may be called after a file: its name without the ending. */
export const sourceNameOf = (fileName: string): string =>
  fileName
    .replace(/\.[a-z]{1,4}$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .slice(0, 40);
