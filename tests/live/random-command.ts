import { addDays } from '@roer/domain/dates';
import { decideChangeShare, decideGiveBack, decideTakeOver } from '@roer/domain/responsibilities/carry';
import {
  decideAddResponsibilities,
  decideCloseResponsibility,
  decideCreateArea,
  decideEditResponsibility,
  decideRemoveArea,
  decideRenameArea,
  decideReopenResponsibility,
} from '@roer/domain/responsibilities/edit';
import {
  decideAcceptOffer,
  decideDeclineOffer,
  decideMakeOffer,
  decideWithdrawOffer,
} from '@roer/domain/responsibilities/pass-on';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';
import type { Criticality, Delivery, RowChange, TeamSnapshot } from '@roer/domain/feed';
import type { AreaId, Id, OfferId, PersonId, ResponsibilityId, TeamId, CommandId } from '@roer/domain/ids';
import type { TestClient } from '../kit/application.ts';
import { exchangeKinds, pick } from './random-exchange.ts';

/** What somebody does, told by small numbers: the team that they see gives them a meaning. */
export type Choice = { kind: number; which: number; other: number; share: number; flag: boolean };

export type Address = { commandId: CommandId; teamId: TeamId };
export type RandomCommand = {
  ask: (client: TestClient, address: Address) => Promise<{ delivery: Delivery | null }>;
  decide: (facts: TeamSnapshot) => RowChange[];
};

export type Scene = {
  choice: Choice;
  /** The team as this person sees it now. */
  seen: TeamSnapshot;
  context: DecisionContext;
  newId: <Kind extends string>() => Id<Kind>;
  /** What this person did before, latest last. */
  done: readonly Delivery[];
};

const season = Array.from({ length: 12 }, () => 100);
const criticalities: readonly Criticality[] = [1, 2, 3];

const kinds = {
  takeOver: ({ choice, seen, context, newId }) => {
    const responsibility = pick(Object.values(seen.responsibility), choice.which);
    const role = choice.flag ? ('substitute' as const) : ('holder' as const);
    const input = {
      responsibilityId: responsibility?.id ?? newId<'responsibility'>(),
      role,
      sharePercent: choice.share,
      assignmentId: newId<'assignment'>(),
    };
    return {
      ask: (client, address) => client.responsibilities.takeOver.mutate({ ...address, ...input }),
      decide: (facts) => decideTakeOver(facts, input, context),
    };
  },
  giveBack: ({ choice, seen, context, newId }) => {
    const input = anAssignment(seen, choice, context.actorId, newId);
    return {
      ask: (client, address) => client.responsibilities.giveBack.mutate({ ...address, ...input }),
      decide: (facts) => decideGiveBack(facts, input, context),
    };
  },
  changeShare: ({ choice, seen, context, newId }) => {
    const input = { ...anAssignment(seen, choice, context.actorId, newId), sharePercent: choice.share };
    return {
      ask: (client, address) => client.responsibilities.changeShare.mutate({ ...address, ...input }),
      decide: (facts) => decideChangeShare(facts, input, context),
    };
  },
  makeOffer: ({ choice, seen, context, newId }) => {
    const other = pick(Object.values(seen.member), choice.other)?.personId ?? context.actorId;
    const give = choice.flag;
    const input = {
      ...anAssignment(seen, choice, give ? context.actorId : other, newId),
      offerId: newId<'offer'>(),
      kind: give ? ('give' as const) : ('take' as const),
      toPersonId: give ? (choice.which % 5 === 0 ? null : other) : context.actorId,
      sharePercent: choice.share,
      temporaryUntil: choice.which % 3 === 0 ? addDays(context.today, 1 + choice.which) : null,
    };
    return {
      ask: (client, address) => client.responsibilities.makeOffer.mutate({ ...address, ...input }),
      decide: (facts) => decideMakeOffer(facts, input, context),
    };
  },
  acceptOffer: ({ choice, seen, context, newId }) => {
    const input = { ...anOffer(seen, choice, newId), assignmentId: newId<'assignment'>() };
    return {
      ask: (client, address) => client.responsibilities.acceptOffer.mutate({ ...address, ...input }),
      decide: (facts) => decideAcceptOffer(facts, input, context),
    };
  },
  declineOffer: ({ choice, seen, context, newId }) => {
    const input = anOffer(seen, choice, newId);
    return {
      ask: (client, address) => client.responsibilities.declineOffer.mutate({ ...address, ...input }),
      decide: (facts) => decideDeclineOffer(facts, input, context),
    };
  },
  withdrawOffer: ({ choice, seen, context, newId }) => {
    const input = anOffer(seen, choice, newId);
    return {
      ask: (client, address) => client.responsibilities.withdrawOffer.mutate({ ...address, ...input }),
      decide: (facts) => decideWithdrawOffer(facts, input, context),
    };
  },
  ...exchangeKinds,
  add: ({ choice, seen, context, newId }) => {
    const known = pick(Object.values(seen.area), choice.other);
    const area =
      !known || choice.flag ? { id: newId<'area'>(), name: `Area ${choice.other}`, order: choice.other } : known;
    const input = {
      areas: area === known ? [] : [area],
      responsibilities: Array.from({ length: 1 + (choice.which % 3) }, (_, index) => ({
        ...aText(choice, area.id),
        id: newId<'responsibility'>(),
        catalogueItemId: null,
        title: `Title ${choice.which} ${index}`,
      })),
    };
    return {
      ask: (client, address) => client.responsibilities.add.mutate({ ...address, ...input }),
      decide: (facts) => decideAddResponsibilities(facts, input, context),
    };
  },
  edit: ({ choice, seen, newId, context }) => {
    const row = pick(Object.values(seen.responsibility), choice.which);
    const areaId = (choice.flag ? pick(Object.values(seen.area), choice.other)?.id : row?.areaId) ?? newId<'area'>();
    const input = {
      responsibilityId: row?.id ?? newId<'responsibility'>(),
      version: row?.version ?? 1,
      text: aText(choice, areaId),
    };
    return {
      ask: (client, address) => client.responsibilities.edit.mutate({ ...address, ...input }),
      decide: (facts) => decideEditResponsibility(facts, input, context),
    };
  },
  close: ({ choice, seen, context, newId }) => {
    const input = aResponsibility(seen, choice, newId);
    return {
      ask: (client, address) => client.responsibilities.close.mutate({ ...address, ...input }),
      decide: (facts) => decideCloseResponsibility(facts, input, context),
    };
  },
  reopen: ({ choice, seen, newId, context }) => {
    const input = aResponsibility(seen, choice, newId);
    return {
      ask: (client, address) => client.responsibilities.reopen.mutate({ ...address, ...input }),
      decide: (facts) => decideReopenResponsibility(facts, input, context),
    };
  },
  createArea: ({ choice, newId }) => {
    const input = { id: newId<'area'>(), name: `Area ${choice.which}` };
    return {
      ask: (client, address) => client.responsibilities.createArea.mutate({ ...address, ...input }),
      decide: (facts) => decideCreateArea(facts, input),
    };
  },
  renameArea: ({ choice, seen, newId }) => {
    const input = { areaId: anArea(seen, choice, newId), name: `Area ${choice.other}` };
    return {
      ask: (client, address) => client.responsibilities.renameArea.mutate({ ...address, ...input }),
      decide: (facts) => decideRenameArea(facts, input),
    };
  },
  removeArea: ({ choice, seen, newId }) => {
    const input = { areaId: anArea(seen, choice, newId) };
    return {
      ask: (client, address) => client.responsibilities.removeArea.mutate({ ...address, ...input }),
      decide: (facts) => decideRemoveArea(facts, input),
    };
  },
  undo: ({ choice, context, newId, done }) => {
    const earlier = choice.flag ? done.at(-1) : pick(done, choice.which);
    const input = { undoes: earlier?.commandId ?? newId<'command'>() };
    return {
      ask: (client, address) => client.responsibilities.undo.mutate({ ...address, ...input }),
      decide: (facts) => (earlier ? decideUndo(facts, earlier, context) : []),
    };
  },
} satisfies Record<string, (scene: Scene) => RandomCommand>;

/** Every command of the router, so that a test can see that none is forgotten. */
export const commandNames = Object.keys(kinds);

// What people do most comes more often, so that there is something to carry, to pass on and to fight over.
const makers: ((scene: Scene) => RandomCommand)[] = [
  ...Object.values(kinds),
  kinds.takeOver,
  kinds.takeOver,
  kinds.takeOver,
  kinds.add,
  kinds.makeOffer,
  kinds.makeOffer,
  kinds.acceptOffer,
  kinds.undo,
  kinds.undo,
];
export const kindCount = makers.length;

/** Gives the numbers a meaning in the team that somebody sees. Also what cannot be done: refusals are part of life. */
export const commandFrom = (scene: Scene): RandomCommand => {
  const make = makers[scene.choice.kind % makers.length];
  if (!make) throw new Error('There is no such kind.');
  return make(scene);
};

type NewId = Scene['newId'];

const aText = (choice: Choice, areaId: AreaId) => ({
  areaId,
  title: `Title ${choice.other}`,
  purpose: choice.flag ? 'So that it goes well' : '',
  criticality: criticalities[choice.which % 3] ?? 2,
  minutesAWeek: choice.share * 5,
  season: choice.flag ? season : season.map((percent, month) => percent + month * choice.other),
});

const aResponsibility = (seen: TeamSnapshot, choice: Choice, newId: NewId): { responsibilityId: ResponsibilityId } => ({
  responsibilityId: pick(Object.values(seen.responsibility), choice.which)?.id ?? newId<'responsibility'>(),
});

const anArea = (seen: TeamSnapshot, choice: Choice, newId: NewId): AreaId =>
  pick(Object.values(seen.area), choice.which)?.id ?? newId<'area'>();

const anOffer = (
  seen: TeamSnapshot,
  choice: Choice,
  newId: NewId,
): { offerId: OfferId; responsibilityId: ResponsibilityId } => {
  const offer = pick(Object.values(seen.offer), choice.which);
  return {
    offerId: offer?.id ?? newId<'offer'>(),
    responsibilityId: offer?.responsibilityId ?? newId<'responsibility'>(),
  };
};

/** Mostly one of this person's; now and then somebody else's. */
const anAssignment = (seen: TeamSnapshot, choice: Choice, personId: PersonId, newId: NewId) => {
  const all = Object.values(seen.assignment);
  const theirs = all.filter((row) => row.personId === personId);
  const assignment = pick(choice.which % 7 === 0 ? all : theirs, choice.which);
  return {
    assignmentId: assignment?.id ?? newId<'assignment'>(),
    responsibilityId: assignment?.responsibilityId ?? newId<'responsibility'>(),
  };
};
