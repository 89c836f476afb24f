/** Under this key stands what dashboards show: asked again when the server says that a count or a result changed. */
export const dashboardKey = 'dashboard';
