/** What is still to be done of work with a deadline is an estimate: at least, likely, at most. */
export const scenarios = ['least', 'likely', 'most'] as const;
export type Scenario = (typeof scenarios)[number];
export type PerScenario<Value> = Record<Scenario, Value>;

export const perScenario = <Value>(of: (scenario: Scenario) => Value): PerScenario<Value> => ({
  least: of('least'),
  likely: of('likely'),
  most: of('most'),
});
