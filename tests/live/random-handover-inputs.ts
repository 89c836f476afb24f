import { addDays } from '@roer/domain/dates';
import type { HandoverRow } from '@roer/domain/learning/handover-rows';
import type { TeamCommandInput, TeamCommandName } from '@roer/domain/responsibilities/team-commands';
import { aResponsibility, anAssignment, pick } from './random-scene.ts';
import type { Scene } from './random-scene.ts';

type Name = Extract<TeamCommandName, `${string}Handover${string}` | `${string}Duo${string}`>;

/** Mostly one that this person gives or receives. */
const aHandover = ({ choice, seen, context, newId }: Scene) => {
  const all = Object.values(seen.handover).filter(({ state }) => state === 'open');
  const own = all.filter(({ giver, receiver }) => giver === context.actorId || receiver === context.actorId);
  const handover = pick(choice.which % 5 === 0 ? all : own, choice.which);
  const ids = {
    handoverId: handover?.id ?? newId<'handover'>(),
    responsibilityId: handover?.responsibilityId ?? newId<'responsibility'>(),
  };
  return { handover, ids };
};

const anItem = ({ choice, newId }: Scene, handover: HandoverRow | undefined) => {
  const item = pick(handover?.items ?? [], choice.other);
  return { item, itemId: item?.id ?? newId<'handoverItem'>() };
};

const aDuo = ({ choice, seen, context, newId }: Scene) => {
  const all = Object.values(seen.duo);
  const own = all.filter(({ giver, receiver }) => giver === context.actorId || receiver === context.actorId);
  const duo = pick(choice.which % 5 === 0 ? all : own, choice.which);
  const ids = {
    duoId: duo?.id ?? newId<'duo'>(),
    responsibilityId: duo?.responsibilityId ?? newId<'responsibility'>(),
  };
  return { duo, ids };
};

/** One of the five, by a small number. */
const aSession = ({ choice }: Scene) => {
  const numbers = [1, 2, 3, 4, 5] as const;
  return { number: numbers[choice.other % 5] ?? 1 };
};

/** An input for every command about handing over. */
export const randomHandoverInputs: { [Each in Name]: (scene: Scene) => TeamCommandInput<Each> } = {
  startHandovers: (scene) => {
    const { choice, seen, context, newId } = scene;
    const receiver = pick(Object.values(seen.member), choice.other)?.personId ?? context.actorId;
    return {
      before: choice.flag ? addDays(context.today, choice.other) : null,
      handovers: [
        {
          ...anAssignment(scene, context.actorId),
          handoverId: newId<'handover'>(),
          receiver: choice.other % 4 === 0 ? null : receiver,
          items: Array.from({ length: choice.which % 3 }, (_, index) => ({
            id: newId<'handoverItem'>(),
            kind: index === 0 ? ('pitfall' as const) : ('other' as const),
            subjectId: null,
            text: `Line ${choice.share}`,
          })),
        },
      ],
    };
  },
  changeHandover: (scene) => {
    const { choice, seen, context } = scene;
    const receiver = pick(Object.values(seen.member), choice.other)?.personId ?? context.actorId;
    return {
      ...aHandover(scene).ids,
      receiver: choice.which % 4 === 0 ? null : receiver,
      before: choice.flag ? addDays(context.today, choice.which) : null,
    };
  },
  receiveHandover: (scene) => aHandover(scene).ids,
  declineHandover: (scene) => aHandover(scene).ids,
  writeHandoverItem: (scene) => {
    const { handover, ids } = aHandover(scene);
    const { item, itemId } = anItem(scene, handover);
    const isNew = scene.choice.flag || !item;
    return {
      ...ids,
      itemId: isNew ? scene.newId<'handoverItem'>() : itemId,
      version: isNew ? 0 : item.version,
      kind: 'pitfall',
      subjectId: null,
      text: `Line ${scene.choice.share}`,
    };
  },
  removeHandoverItem: (scene) => {
    const { handover, ids } = aHandover(scene);
    return { ...ids, itemId: anItem(scene, handover).itemId };
  },
  tickHandoverItem: (scene) => {
    const { handover, ids } = aHandover(scene);
    return { ...ids, itemId: anItem(scene, handover).itemId, ticked: scene.choice.which % 4 !== 0 };
  },
  acceptHandover: (scene) => ({ ...aHandover(scene).ids, assignmentId: scene.newId<'assignment'>() }),
  returnHandover: (scene) => aHandover(scene).ids,
  withdrawHandover: (scene) => aHandover(scene).ids,
  proposeDuo: (scene) => {
    const { choice, seen, context } = scene;
    const other = pick(Object.values(seen.member), choice.other)?.personId ?? context.actorId;
    const [giver, receiver] = choice.flag ? [context.actorId, other] : [other, context.actorId];
    return { ...aResponsibility(scene), duoId: scene.newId<'duo'>(), giver, receiver };
  },
  agreeDuo: (scene) => aDuo(scene).ids,
  withdrawDuo: (scene) => aDuo(scene).ids,
  endDuo: (scene) => aDuo(scene).ids,
  planDuoSession: (scene) => ({
    ...aDuo(scene).ids,
    ...aSession(scene),
    plannedOn: scene.choice.flag ? addDays(scene.context.today, scene.choice.which) : null,
  }),
  writeDuoNote: (scene) => {
    const { duo, ids } = aDuo(scene);
    const { number } = aSession(scene);
    const noteId = duo?.sessions.find((session) => session.number === number)?.noteId;
    const note = noteId ? scene.seen.note[noteId] : undefined;
    return {
      ...ids,
      number,
      noteId: note?.id ?? scene.newId<'note'>(),
      version: note?.version ?? 0,
      title: `Session ${number}`,
      body: `Body ${scene.choice.share}`,
    };
  },
  holdDuoSession: (scene) => ({ ...aDuo(scene).ids, ...aSession(scene), held: scene.choice.which % 4 !== 0 }),
};
