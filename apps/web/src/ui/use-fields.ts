import { useState } from 'react';

type Bound = { readonly name: string; readonly value: string; readonly onText: (text: string) => void };

/** What is typed in the text fields of a form. It stays whatever the server answers. `bind` ties one field to a control. */
export function useFields<Values extends Record<string, string>>(
  initial: Values,
): { values: Values; bind: (name: keyof Values & string) => Bound; reset: (values: Values) => void } {
  const [values, setValues] = useState(initial);
  return {
    values,
    bind: (name) => ({
      name,
      value: values[name] ?? '',
      onText: (text) => setValues((before) => ({ ...before, [name]: text })),
    }),
    reset: setValues,
  };
}
