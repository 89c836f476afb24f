/** Under this key stands what somebody learns and shares: asked again when the server says that something changed. */
export const learningKey = 'learning';
