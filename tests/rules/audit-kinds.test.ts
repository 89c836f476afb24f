import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  auditedInOrganisation,
  auditedTeamActions,
  organisationGroups,
  organisationKinds,
  personalKinds,
  teamGroups,
  teamKinds,
} from '@roer/domain/audit/kinds';
import { teamActions } from '@roer/domain/team-actions';
import english from '../../apps/web/src/i18n/en/audit.json' with { type: 'json' };
import dutch from '../../apps/web/src/i18n/nl/audit.json' with { type: 'json' };
import { readSources } from './import-rules.ts';

const all = [...new Set([...auditedInOrganisation, ...auditedTeamActions])];
const sentenceOf = (words: object, action: string): unknown =>
  action
    .split('.')
    .reduce<unknown>(
      (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
      words,
    );

describe('the kinds of audit entries', () => {
  it.each([
    ['nl', dutch],
    ['en', english],
  ])('AU9 each have a sentence, and no two the same: %s', (_language, { action: words }) => {
    const sentences = all.map((action) => sentenceOf(words, action));
    expect(all.filter((_, index) => typeof sentences[index] !== 'string' || sentences[index] === '')).toEqual([]);
    // What a team is told of a change of the organisation is the same change.
    const twice = sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index);
    expect(twice).toHaveLength(1);
  });

  it('AU5 AU6 stand in one group each of what administrators and teams choose from', () => {
    const ofOrganisation = organisationGroups.flatMap((group) => organisationKinds(group));
    expect(ofOrganisation.toSorted()).toEqual([...auditedInOrganisation].toSorted());
    expect(teamGroups.flatMap((group) => teamKinds(group)).toSorted()).toEqual([...auditedTeamActions].toSorted());
  });

  it('AU4 AU9 are of nothing private: what only its owner knows has no kind', () => {
    expect(
      all.filter((action) => /answer|reflection|goal|intervisie|talent|contribution|buddy/iu.test(action)),
    ).toEqual(['obstacle.answer']);
    expect(teamActions.filter((action) => !auditedTeamActions.some((known) => known === action)).toSorted()).toEqual(
      teamActions.filter((action) => /^(occurrence|coverLevel)\.|^handover\.tick$|^reset$/u.test(action)).toSorted(),
    );
    expect(personalKinds).toContain('absence.plan');
  });

  it('AU9 are written in these places and nowhere else', () => {
    const writing = readSources(path.join(import.meta.dirname, '../..'))
      .filter(({ text }) => /INSERT INTO "AuditEntry"|auditEntry\.create/u.test(text))
      .map(({ path: file }) => file);
    expect(writing.toSorted()).toEqual([
      'apps/api/src/features/identity/links.ts',
      'packages/db/src/audit-log.ts',
      'packages/db/src/organisation-command.ts',
      'packages/db/src/provider-people.ts',
      'packages/db/src/team-save.ts',
    ]);
  });
});
