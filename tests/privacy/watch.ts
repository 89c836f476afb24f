import { look, query } from './play.ts';
import type { Town, Townsman } from './town.ts';
import type { Wire } from './wire.ts';

/**
 * What there is to see of check-ins is looked at: in every team by one of its members and one of those who govern, or of one team
 * (`turn` says which and by whom) where nothing new should be seen.
 */
export const watch = async (
  town: Town,
  wire: Wire,
  { turn, everywhere }: { turn: number; everywhere: boolean },
): Promise<void> => {
  const teams = [...town.teams];
  const governors = governing(town);
  const governor = governors[turn % governors.length] ?? town.administrator;
  const looked = everywhere ? teams : teams.slice(turn % teams.length).slice(0, 1);
  for (const [team, teamId] of looked) {
    const members = [...town.people.values()].filter((person) => person.team === team);
    const member = members[turn % members.length];
    if (member) {
      await look(wire, member);
      await query(wire, member, 'insights.shared', { teamId });
    }
    for (const who of [...(member ? [member] : []), governor]) await query(wire, who, 'insights.results', { teamId });
  }
  if (!everywhere) return;
  await query(wire, governor, 'insights.dashboard', undefined);
  for (const domainId of town.domains.values()) await query(wire, governor, 'insights.domain', { domainId });
  for (const [team, mirrored] of teams) {
    const member = [...town.people.values()].find((person) => person.team === team);
    if (member) await query(wire, member, 'insights.mirror', { teamId: mirrored });
  }
  await look(wire, governor);
  const [, teamId] = teams[turn % teams.length] ?? [];
  await query(wire, governor, 'insights.shared', { teamId });
  await query(wire, town.administrator, 'insights.results', { teamId });
};

/** Somebody who governs looks at the results of a colleague's team. */
export const glance = async (town: Town, wire: Wire, colleague: string): Promise<void> => {
  const team = town.people.get(colleague)?.team;
  const [governor] = governing(town);
  if (governor && team) await query(wire, governor, 'insights.results', { teamId: town.teams.get(team) });
};

const governing = (town: Town): Townsman[] =>
  town.plan.people.flatMap(({ key, governs }) => {
    const person = town.people.get(key);
    return governs !== null && person ? [person] : [];
  });
