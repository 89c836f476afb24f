import { teamsCounted } from '@roer/domain/insights/dashboard';
import type { DomainDashboard } from '@roer/domain/insights/dashboard';
import type { ResultsView, SharedView } from '@roer/domain/insights/series';
import { cellOf, lastOf } from './cells.ts';
import type { Cell, Edition, Facts } from './cells.ts';
import { dataIn, unknownFields } from './messages.ts';
import type { Violation } from './messages.ts';
import { bandOfAnswers, momentIn, statements, sumsOf } from './oracle.ts';
import type { BandName, StatementName } from './oracle.ts';
import type { Constraint } from './solver.ts';
import { nameOf } from './town.ts';
import type { Town } from './town.ts';

type Recorded = Town['sent'][number];

/** A published band or its absence, of a group and a statement in an epoch. `order`: how much had been sent before it. */
export type Release = {
  cell: Cell;
  epoch: number;
  statement: StatementName;
  band: BandName | null;
  order: number;
  /** The procedure that gave it. */
  about: string;
};

/** Of which answers the server makes a release. The attacker reads our source, and a changed one too. */
export type Meaning = (release: Release, facts: Facts) => Edition[];

/** What the rules say: what the people of the cell last answered, but for what they left blank or shared. */
export const asRuled: Meaning = ({ cell, epoch, statement }, { editions }) =>
  lastOf(editions).filter(
    (each) =>
      each.epoch === epoch &&
      each.statement === statement &&
      cell.people.includes(each.person) &&
      each.value > 0 &&
      !each.shares,
  );

export type Interpreted = { constraints: Constraint[]; releases: Release[]; violations: Violation[] };

/** Turns everything that was sent of a town into what it says about answers. */
export const interpret = (facts: Facts, meaning: Meaning = asRuled): Interpreted => {
  const found: Interpreted = { constraints: [], releases: [], violations: [] };
  const before = new Map<string, string>();
  facts.town.sent.forEach((sent, order) => {
    if (sent.by !== 'answer') return;
    if (sent.about === 'insights.results') readResults({ facts, sent, order, before, found });
    if (sent.about === 'insights.domain') readDomain({ facts, sent, order, before, found });
    if (sent.about === 'insights.shared') readShared({ facts, sent, found });
  });
  const seen = new Map<string, Release>();
  for (const release of found.releases) {
    const key = `${release.cell.opensOn} ${release.cell.teams.join('+')} ${release.epoch} ${release.statement}`;
    const first = seen.get(key);
    seen.set(key, release);
    if (first && first.band === release.band) continue;
    const isLost = facts.lost.has(release.epoch) && release.band === null;
    if (first && !isLost) found.violations.push({ kind: 'changed', detail: `${key}: ${first.band} → ${release.band}` });
    const answers = meaning(release, facts);
    if (release.band !== null) found.constraints.push(bandOver(answers, release.band));
    const ruled = bandOfAnswers(asRuled(release, facts).map(({ value }) => value));
    if (ruled !== release.band && !isLost)
      found.violations.push({ kind: 'differs', detail: `${key}: ${release.band} instead of ${ruled}` });
  }
  return found;
};

const over = (answers: readonly Edition[], { least, most }: { least: number; most: number }): Constraint => ({
  terms: new Map(answers.map(({ unknown }) => [unknown, 1])),
  least,
  most,
});
const bandOver = (answers: readonly Edition[], band: BandName): Constraint =>
  over(answers, sumsOf(band, answers.length));

type Reading = { facts: Facts; sent: Recorded; found: Interpreted };

const readResults = ({
  facts,
  sent,
  order,
  before,
  found,
}: Reading & { order: number; before: Map<string, string> }): void => {
  // The same bytes about the same team say nothing new, whoever gets them.
  if (before.get(sent.input) === sent.text) return;
  before.set(sent.input, sent.text);
  const team = teamOf(facts, sent);
  // What the procedure declares to give.
  const view = dataIn(sent.text) as ResultsView | null;
  if (!team || !view) return;
  readPublished({ facts, sent, order, found, view, of: team, isGroup: ({ teams }) => teams.includes(nameOf(team)) });
  const running = view.running?.number;
  const last = view.epochs.at(-1)?.number;
  for (const field of unknownFields(sent)) {
    const epoch = field.path.includes('running') ? running : last;
    const cell =
      epoch === undefined ? undefined : cellOf(facts.cells, epoch, ({ teams }) => teams.includes(nameOf(team)));
    if (epoch !== undefined && cell) readNumber({ facts, field, epoch, cells: [cell], order, found });
  }
};

/** The bands of a group through the year, which are releases, and its alarms, which follow from them. */
const readPublished = (
  reading: Reading & {
    order: number;
    view: Pick<ResultsView, 'epochs' | 'alarms'>;
    of: string;
    isGroup: (cell: Cell) => boolean;
  },
): void => {
  const { facts, sent, order, found, view, of: team, isGroup } = reading;
  for (const { number: epoch, bands } of view.epochs) {
    if (sent.at < momentIn(epoch, 15, 9)) found.violations.push({ kind: 'early', detail: `${team} ${epoch}` });
    const cell = cellOf(facts.cells, epoch, isGroup);
    for (const statement of statements) {
      const band = bands[statement];
      if (cell) found.releases.push({ cell, epoch, statement, band, order, about: sent.about });
      else if (band !== null)
        found.violations.push({ kind: 'differs', detail: `${team} ${epoch}: a band without a group` });
    }
  }
  const alarms = statements.filter((statement) => {
    const last = view.epochs.slice(-3);
    const isWhole = last.every(
      ({ number, breaks }, index) => number === (last[0]?.number ?? 0) + index && (index === 0 || !breaks),
    );
    // Of a team that is in no group any more nothing goes on.
    const isLatest = sent.at < momentIn((last.at(-1)?.number ?? 0) + 1, 15, 9);
    return last.length === 3 && isWhole && isLatest && last.every(({ bands }) => bands[statement] === 'heavy');
  });
  if (JSON.stringify(alarms) !== JSON.stringify(view.alarms))
    found.violations.push({ kind: 'alarm', detail: `${team}: ${view.alarms.join()} instead of ${alarms.join()}` });
};

/** What leads see of a domain: the pictures of its groups are releases, and a number beside them is about all its groups. */
const readDomain = ({
  facts,
  sent,
  order,
  before,
  found,
}: Reading & { order: number; before: Map<string, string> }): void => {
  if (before.get(sent.input) === sent.text) return;
  before.set(sent.input, sent.text);
  // What the procedure declares to give.
  const view = dataIn(sent.text) as DomainDashboard | null;
  if (!view) return;
  for (const group of view.groups) {
    const { picture } = group;
    const names = teamsCounted(group)
      .map(({ name }) => name)
      .toSorted();
    const isGroup = (cell: Cell): boolean => cell.teams.join('+') === names.join('+');
    if (picture) readPublished({ facts, sent, order, found, view: picture, of: names.join('+'), isGroup });
  }
  const epoch = facts.town.taken.findLast((each) => sent.at >= momentIn(each.epoch, 15, 9))?.epoch;
  if (epoch === undefined) return;
  const inDomain = new Set(view.groups.flatMap((group) => teamsCounted(group).map(({ name }) => name)));
  const cells = facts.cells.filter(
    (cell) => cellOf([cell], epoch, ({ teams }) => teams.some((name) => inDomain.has(name))) !== undefined,
  );
  for (const field of unknownFields(sent)) readNumber({ facts, field, epoch, cells, order, found });
};

/**
 * A number that nobody allowed is taken for what its name says: a mean or a sum of the answers to a statement, or to all about `work`, of
 * what was published last, of three epochs when it is `rolling`, or of what was answered so far when it is `running`.
 */
const readNumber = (reading: {
  facts: Facts;
  field: { path: string; value: unknown };
  epoch: number;
  cells: readonly Cell[];
  order: number;
  found: Interpreted;
}): void => {
  const { facts, field, epoch, cells, order, found } = reading;
  const isMean = /mean/i.test(field.path);
  if (typeof field.value !== 'number' || !(isMean || /sum|total/i.test(field.path))) return;
  const isAbout = (statement: string): boolean =>
    field.path.includes('work') ? statement !== 'learn' : field.path.includes(statement);
  const answers = lastOf(facts.editions, field.path.includes('running') ? order : undefined).filter(
    (each) =>
      (each.epoch === epoch || (field.path.includes('rolling') && each.epoch < epoch && each.epoch > epoch - 3)) &&
      isAbout(each.statement) &&
      each.value > 0 &&
      cells.some(({ people }) => people.includes(each.person)),
  );
  const sum = Math.round(field.value * (isMean ? answers.length : 1));
  if (answers.length > 0) found.constraints.push(over(answers, { least: sum, most: sum }));
};

const readShared = ({ facts, sent, found }: Reading): void => {
  // What the procedure declares to give.
  const view = dataIn(sent.text) as SharedView | null;
  const keys = new Map([...facts.town.people.values()].map(({ key, personId }) => [String(personId), key]));
  for (const { number: epoch, people } of view?.epochs ?? []) {
    if (sent.at < momentIn(epoch, 15, 9)) found.violations.push({ kind: 'early', detail: `shared ${epoch}` });
    for (const { personId, values } of people)
      for (const statement of statements) {
        const value = values[statement];
        if (value === undefined) continue;
        const edition = lastOf(facts.editions).find(
          (each) => each.person === keys.get(personId) && each.epoch === epoch && each.statement === statement,
        );
        if (edition?.shares && edition.value === value) continue;
        found.violations.push({ kind: 'shown', detail: `${personId} ${epoch} ${statement}` });
        if (edition) found.constraints.push(over([edition], { least: value, most: value }));
      }
  }
};

const teamOf = ({ town }: Facts, { input }: Recorded): string | undefined => {
  // What the simulator asked itself.
  const { teamId } = JSON.parse(input) as { teamId: string };
  return [...town.teams].find(([, id]) => id === teamId)?.[0];
};
