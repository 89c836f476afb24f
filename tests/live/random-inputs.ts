import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { Criticality, TransferItem } from '@roer/domain/feed';
import { mondayOf } from '@roer/domain/holidays';
import type { AreaId } from '@roer/domain/ids';
import { randomCoverInputs } from './random-cover-inputs.ts';
import { randomHandoverInputs } from './random-handover-inputs.ts';
import { aResponsibility, anAssignment, pick } from './random-scene.ts';
import type { Choice, Scene } from './random-scene.ts';
import type { TeamCommandInput, TeamCommandName } from '@roer/domain/responsibilities/team-commands';

const season = Array.from({ length: 12 }, () => 100);
const criticalities: readonly Criticality[] = [1, 2, 3];

/** An input for every command of the table: one that is missing does not compile. Also what cannot be done. */
export const randomInputs: { [Name in TeamCommandName]: (scene: Scene) => TeamCommandInput<Name> } = {
  ...randomCoverInputs,
  takeOver: (scene) => ({
    ...aResponsibility(scene),
    role: scene.choice.flag ? 'substitute' : 'holder',
    sharePercent: scene.choice.share,
    assignmentId: scene.newId<'assignment'>(),
  }),
  giveBack: (scene) => anAssignment(scene, scene.context.actorId),
  changeShare: (scene) => ({ ...anAssignment(scene, scene.context.actorId), sharePercent: scene.choice.share }),
  makeOffer: (scene) => {
    const { choice, seen, context, newId } = scene;
    const other = pick(Object.values(seen.member), choice.other)?.personId ?? context.actorId;
    const toWhom = choice.other % 4 === 0 ? null : other;
    return {
      ...anAssignment(scene, choice.flag ? context.actorId : other),
      offerId: newId<'offer'>(),
      kind: choice.flag ? 'give' : 'take',
      toPersonId: choice.flag ? toWhom : context.actorId,
      sharePercent: choice.share,
      temporaryUntil: choice.which % 3 === 0 ? addDays(context.today, 1 + choice.other) : null,
    };
  },
  acceptOffer: (scene) => ({ ...anOffer(scene), assignmentId: scene.newId<'assignment'>() }),
  declineOffer: (scene) => anOffer(scene),
  withdrawOffer: (scene) => anOffer(scene),
  endDelegation: ({ choice, seen, newId }) => {
    const row = pick(Object.values(seen.delegation), choice.which);
    return {
      delegationId: row?.id ?? newId<'delegation'>(),
      responsibilityId: row?.responsibilityId ?? newId<'responsibility'>(),
    };
  },
  makeHelp: (scene) => {
    const { choice, context, newId } = scene;
    return {
      helpId: newId<'help'>(),
      kind: choice.flag ? 'ask' : 'offer',
      text: `Help ${choice.which}`,
      responsibilityId: choice.flag ? aResponsibility(scene).responsibilityId : null,
      on: choice.other % 2 === 0 ? addDays(context.today, choice.other) : null,
      minutes: choice.share > 50 ? choice.share : null,
    };
  },
  acceptHelp: (scene) => someHelp(scene),
  releaseHelp: (scene) => someHelp(scene),
  withdrawHelp: (scene) => someHelp(scene),
  planAbsence: ({ choice, seen, context, newId }) => {
    const own = Object.values(seen.absence).filter(({ personId }) => personId === context.actorId);
    const from = addDays(context.today, choice.which);
    return {
      absenceId: (choice.flag ? pick(own, choice.which)?.id : undefined) ?? newId<'absence'>(),
      from,
      until: addDays(from, choice.other),
    };
  },
  withdrawAbsence: ({ choice, seen, newId }) => ({
    absenceId: pick(Object.values(seen.absence), choice.which)?.id ?? newId<'absence'>(),
  }),
  add: ({ choice, seen, newId }) => {
    const known = pick(Object.values(seen.area), choice.other);
    const area =
      !known || choice.flag ? { id: newId<'area'>(), name: `Area ${choice.other}`, order: choice.other } : known;
    return {
      areas: area === known ? [] : [area],
      responsibilities: Array.from({ length: 1 + (choice.which % 3) }, (_, index) => ({
        ...aText(choice, area.id),
        id: newId<'responsibility'>(),
        catalogueItemId: null,
        title: `Title ${choice.which} ${index}`,
      })),
    };
  },
  edit: ({ choice, seen, newId }) => {
    const row = pick(Object.values(seen.responsibility), choice.which);
    const areaId = (choice.flag ? pick(Object.values(seen.area), choice.other)?.id : row?.areaId) ?? newId<'area'>();
    return {
      responsibilityId: row?.id ?? newId<'responsibility'>(),
      version: row?.version ?? 1,
      text: aText(choice, areaId),
    };
  },
  close: (scene) => aResponsibility(scene),
  reopen: (scene) => aResponsibility(scene),
  createArea: ({ choice, newId }) => ({ id: newId<'area'>(), name: `Area ${choice.which}` }),
  renameArea: (scene) => ({ areaId: anArea(scene), name: `Area ${scene.choice.other}` }),
  removeArea: (scene) => ({ areaId: anArea(scene) }),
  createDuty: (scene) => ({
    ...aResponsibility(scene),
    dutyId: scene.newId<'duty'>(),
    text: aDutyText(scene),
  }),
  editDuty: (scene) => {
    const { duty, ids } = aDuty(scene);
    return { ...ids, version: duty?.version ?? 1, text: aDutyText(scene) };
  },
  endDuty: (scene) => aDuty(scene).ids,
  resumeDuty: (scene) => aDuty(scene).ids,
  settleOccurrence: (scene) => ({
    ...aDate(scene),
    state: scene.choice.flag ? 'done' : 'skipped',
    reason: scene.choice.flag ? '' : `Reason ${scene.choice.other}`,
  }),
  moveOccurrence: (scene) => ({
    ...aDate(scene),
    movedTo: scene.choice.flag ? addDays(scene.context.today, scene.choice.other) : null,
  }),
  reopenOccurrence: (scene) => aDate(scene),
  writeNote: (scene) => {
    const { choice, newId } = scene;
    const { note, ids } = aNote(scene);
    const text = { title: `Note ${choice.other}`, body: `Body ${choice.share}`, url: null };
    if (!note || choice.which % 2 === 0)
      return { ...aResponsibility(scene), noteId: newId<'note'>(), ...text, version: 0 };
    return { ...ids, ...text, version: note.version };
  },
  removeNote: (scene) => {
    const { note, ids } = aNote(scene);
    return { ...ids, version: note?.version ?? 1 };
  },
  // One of the members leads the team too; of the others the server knows that they do not.
  raiseObstacle: ({ choice, seen, context, newId }) => {
    const member = pick(Object.values(seen.member), choice.other);
    return {
      obstacleId: newId<'obstacle'>(),
      title: `Question ${choice.which}`,
      body: `Body ${choice.share}`,
      addressedTo: member?.personId ?? context.actorId,
      addressedName: 'Somebody',
      dueOn: addDays(context.today, choice.share),
    };
  },
  withdrawObstacle: ({ choice, seen, newId }) => ({
    obstacleId: pick(Object.values(seen.obstacle), choice.which)?.id ?? newId<'obstacle'>(),
  }),
  addDeadlineWork: (scene) => ({
    ...aResponsibility(scene),
    workId: scene.newId<'deadlineWork'>(),
    text: aWorkText(scene),
  }),
  editDeadlineWork: (scene) => {
    const { work, ids } = someWork(scene);
    return { ...ids, version: work?.version ?? 1, text: aWorkText(scene) };
  },
  settleDeadlineWork: (scene) => ({ ...someWork(scene).ids, done: scene.choice.other > 2 }),
  takeDeadlineShare: (scene) => ({
    ...someWork(scene).ids,
    percent: scene.choice.other % 4 === 0 ? 0 : scene.choice.share,
  }),
  proposeTransfer: (scene) => {
    const { choice, context, newId } = scene;
    const from = choice.which % 3 === 0 ? context.today : addDays(context.today, choice.other);
    return {
      transferId: newId<'transfer'>(),
      items: Array.from({ length: 1 + (choice.other % 2) }, (_, index) => aMove(scene, choice.which + index)),
      from: choice.flag ? context.today : from,
      until: choice.flag ? null : addDays(from, 1 + choice.which),
    };
  },
  consentTransfer: (scene) => aTransfer(scene),
  withdrawTransfer: (scene) => aTransfer(scene),
  recordOverload: (scene) => {
    const { choice, context, newId } = scene;
    const kinds = ['dropped', 'moved', 'accepted'] as const;
    const kind = kinds[choice.which % 3] ?? 'accepted';
    return {
      overloadId: newId<'overload'>(),
      monday: addDays(mondayOf(context.today), 7 * (choice.other % 3)),
      kind,
      responsibilityId: kind === 'accepted' ? null : aResponsibility(scene).responsibilityId,
    };
  },
  ...randomHandoverInputs,
};

const aWorkText = ({ choice, context }: Scene) => ({
  title: `Work ${choice.other}`,
  earliestStart: addDays(context.today, choice.other - 5),
  due: addDays(context.today, choice.other + choice.which),
  leastMinutes: choice.share,
  likelyMinutes: choice.share * 2,
  mostMinutes: choice.share * (choice.flag ? 3 : 2),
});

const someWork = ({ choice, seen, newId }: Scene) => {
  const work = pick(Object.values(seen.deadlineWork), choice.which);
  const ids = {
    workId: work?.id ?? newId<'deadlineWork'>(),
    responsibilityId: work?.responsibilityId ?? newId<'responsibility'>(),
  };
  return { work, ids };
};

/** A part of what somebody carries, or of work of which they may have a part, to somebody else. */
const aMove = ({ choice, seen, context, newId }: Scene, which: number): TransferItem => {
  const work = which % 4 === 0 ? pick(Object.values(seen.deadlineWork), which) : undefined;
  const given = pick(Object.values(seen.assignment), which);
  const holder = Object.values(seen.assignment).find((row) => row.responsibilityId === work?.responsibilityId);
  const giver = (work ? (work.shares[0]?.personId ?? holder?.personId) : given?.personId) ?? context.actorId;
  const others = Object.values(seen.member).filter(({ personId }) => personId !== giver);
  return {
    id: newId<'transferItem'>(),
    responsibilityId: (work ?? given)?.responsibilityId ?? newId<'responsibility'>(),
    assignmentId: work ? null : (given?.id ?? newId<'assignment'>()),
    workId: work?.id ?? null,
    sharePercent: choice.flag ? 1 + (choice.share % 40) : choice.share,
    giver,
    receiver: pick(others, choice.other)?.personId ?? context.actorId,
  };
};

/** Mostly one that asks this person. */
const aTransfer = ({ choice, seen, context, newId }: Scene) => {
  const all = Object.values(seen.transfer);
  const asked = all.filter(
    ({ items, consents }) =>
      !consents.includes(context.actorId) &&
      items.some(({ giver, receiver }) => giver === context.actorId || receiver === context.actorId),
  );
  return { transferId: pick(choice.which % 5 === 0 ? all : asked, choice.which)?.id ?? newId<'transfer'>() };
};

const aText = (choice: Choice, areaId: AreaId) => ({
  areaId,
  title: `Title ${choice.other}`,
  purpose: choice.flag ? 'So that it goes well' : '',
  criticality: criticalities[choice.which % 3] ?? 2,
  minutesAWeek: choice.share * 5,
  organising: choice.which % 4 === 0,
  season: choice.flag ? season : season.map((percent, month) => percent + month * choice.other),
});

const aDutyText = ({ choice, context }: Scene) => ({
  title: `Duty ${choice.other}`,
  schedule: {
    rrule: choice.which % 3 === 0 ? 'FREQ=WEEKLY;BYDAY=MO' : 'FREQ=DAILY',
    start: addDays(context.today, choice.flag ? -choice.other : choice.other),
    dueTime: choice.flag ? '12:00' : null,
    shift: choice.which % 5 === 0 ? ('previousWorkday' as const) : ('none' as const),
  },
});

const aDuty = ({ choice, seen, newId }: Scene) => {
  const duty = pick(Object.values(seen.duty), choice.which);
  const ids = {
    dutyId: duty?.id ?? newId<'duty'>(),
    responsibilityId: duty?.responsibilityId ?? newId<'responsibility'>(),
  };
  return { duty, ids };
};

/** Mostly a date that somebody settled, or one of these days. */
const aDate = (scene: Scene) => {
  const { choice, seen, context } = scene;
  const settled = pick(Object.values(seen.occurrence), choice.which);
  if (settled && choice.other % 2 === 0) {
    const { dutyId, responsibilityId, recurrenceDate } = settled;
    return { dutyId, responsibilityId, recurrenceDate };
  }
  const recurrenceDate: LocalDate = addDays(context.today, (choice.other % 4) - 2);
  return { ...aDuty(scene).ids, recurrenceDate };
};

const aNote = ({ choice, seen, newId }: Scene) => {
  const note = pick(Object.values(seen.note), choice.which);
  const ids = {
    noteId: note?.id ?? newId<'note'>(),
    responsibilityId: note?.responsibilityId ?? newId<'responsibility'>(),
  };
  return { note, ids };
};

const someHelp = ({ choice, seen, newId }: Scene) => ({
  helpId: pick(Object.values(seen.help), choice.which)?.id ?? newId<'help'>(),
});

const anArea = ({ choice, seen, newId }: Scene): AreaId =>
  pick(Object.values(seen.area), choice.which)?.id ?? newId<'area'>();

const anOffer = ({ choice, seen, newId }: Scene) => {
  const offer = pick(Object.values(seen.offer), choice.which);
  return {
    offerId: offer?.id ?? newId<'offer'>(),
    responsibilityId: offer?.responsibilityId ?? newId<'responsibility'>(),
  };
};
