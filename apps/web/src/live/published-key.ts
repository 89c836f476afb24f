/** Under this key stands what was published: asked again when the server says that something was. */
export const publishedKey = 'published';
