import type { Delivery, RowChange, TeamSnapshot } from '@roer/domain/feed';
import type { CommandId, TeamId } from '@roer/domain/ids';
import { teamCommandKind, teamCommands } from '@roer/domain/responsibilities/team-commands';
import type { TeamCommandName } from '@roer/domain/responsibilities/team-commands';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import type { TestClient } from '../kit/application.ts';
import { randomInputs } from './random-inputs.ts';
import { pick } from './random-scene.ts';
import type { Choice, Scene } from './random-scene.ts';

export type { Choice };
export type Address = { commandId: CommandId; teamId: TeamId };
export type RandomCommand = {
  ask: (client: TestClient, address: Address) => Promise<{ delivery: Delivery | null }>;
  decide: (facts: TeamSnapshot) => RowChange[];
};

type Name = TeamCommandName | 'undo';
type Ask = (input: object) => Promise<{ delivery: Delivery | null }>;

// The table has these keys and no others.
const tableNames = Object.keys(teamCommands) as TeamCommandName[];

/** Every command of the router, so that a test can see that none is forgotten. */
export const commandNames: readonly Name[] = [...tableNames, 'undo'];

// What people do most comes more often, so that there is something to carry, to pass on, to do and to fight over.
const names: readonly Name[] = [
  ...commandNames,
  ...(['takeOver', 'takeOver', 'takeOver', 'add', 'makeOffer', 'makeOffer', 'makeOffer', 'acceptOffer'] as const),
  ...(['addDeadlineWork', 'takeDeadlineShare', 'proposeTransfer', 'proposeTransfer'] as const),
  ...(['consentTransfer', 'consentTransfer', 'consentTransfer'] as const),
  // Always something to do: the more commands there are, the more of those drawn find nothing.
  ...([
    'add',
    'edit',
    'edit',
    'planAbsence',
    'planAbsence',
    'createArea',
    'createDuty',
    'writeNote',
    'writeNote',
  ] as const),
  ...(['makeHelp', 'makeHelp', 'addDeadlineWork', 'takeOver', 'settleOccurrence', 'planDuoSession'] as const),
  ...(['startHandovers', 'tickHandoverItem', 'acceptHandover', 'proposeDuo', 'agreeDuo', 'agreeDuo'] as const),
  ...(['createDuty', 'settleOccurrence', 'settleOccurrence', 'writeNote', 'makeHelp', 'undo', 'undo', 'undo'] as const),
];
export const kindCount = names.length;
export const kindOf = (name: Name): number => names.indexOf(name);

/** A command of the table, by the very kind that the server and a browser use. */
const fromTable = (name: TeamCommandName, scene: Scene): RandomCommand => {
  const kind = teamCommandKind(name);
  const input = randomInputs[name](scene);
  return {
    // Name and input belong together; a union of procedures takes no input of its own.
    ask: (client, address) => (client.responsibilities[name].mutate as unknown as Ask)({ ...address, ...input }),
    decide: (facts) => kind.decide(facts, input as never, scene.context),
  };
};

const anUndo = ({ choice, context, newId, done }: Scene): RandomCommand => {
  const earlier = choice.flag ? done.at(-1) : pick(done, choice.which);
  const input = { undoes: earlier?.commandId ?? newId<'command'>() };
  return {
    ask: (client, address) => client.responsibilities.undo.mutate({ ...address, ...input }),
    decide: (facts) => (earlier ? decideUndo(facts, earlier, context) : []),
  };
};

/** Gives the numbers a meaning in the team that somebody sees. Also what cannot be done: refusals are part of life. */
export const commandFrom = (scene: Scene): RandomCommand => {
  const name = names[scene.choice.kind % names.length] ?? 'undo';
  return name === 'undo' ? anUndo(scene) : fromTable(name, scene);
};
