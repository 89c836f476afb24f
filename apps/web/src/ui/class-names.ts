/** Joins the class names that are there, for components whose look depends on their state. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
