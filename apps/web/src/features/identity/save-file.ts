/** Gives a text to the reader as a file. */
export const saveFile = (text: string, { kind, name }: { kind: 'html' | 'json'; name: string }): void => {
  const type = kind === 'html' ? 'text/html' : 'application/json';
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.${kind}`;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
