/** Under this key stands what was published and what dashboards count: asked again when the server says that something of it changed. */
export const publishedKey = 'published';
