/** Under this key stands what teams ask who leads them: asked again when the server says that something changed. */
export const askedKey = 'asked';
