import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { createTRPCClient, httpLink } from '@trpc/client';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { ClientMessages, ServerMessages } from '@roer/api/live/live';
import type { appRouter } from '@roer/api/router';
import { uuidFrom } from '@roer/domain/ids';
import type { CommandId, Id, TeamId } from '@roer/domain/ids';
import { receive, startReplica } from '@roer/domain/replica';
import type { Replica } from '@roer/domain/replica';
import { startChild } from './child.ts';
import { hundredths, percentiles } from './percentiles.ts';
import type { Percentiles } from './percentiles.ts';
import { buildTown } from './town.ts';
import type { Town } from './town.ts';

type Size = { sockets: number; floor: Percentiles; live: Percentiles; ratio: Percentiles };
export type LiveResult = {
  sizes: Size[];
  rounds: number;
  aim: { ratioP95: number; p95Milliseconds: number; met: boolean };
};

const sizes = [10, 100, 1000];
const warmUp = 60;
const rounds = 400;
const newId = <Kind extends string>(): Id<Kind> => uuidFrom<Kind>(Date.now(), randomBytes(10));

/**
 * From the mutation leaving one client to the change applied in another client's copy, beside the floor, round by round
 * in turns so that both meet the same machine.
 */
export const benchLive = async (progress: (line: string) => void): Promise<LiveResult> => {
  const town = await buildTown();
  const server = await startChild<{ url: string }>('server.ts', town);
  const floor = await startChild<{ url: string }>('floor.ts', town);
  try {
    const measured: Size[] = [];
    for (const sockets of sizes) {
      progress(`${sockets} sockets …`);
      const others = await startChild('listeners.ts', {
        floorUrl: floor.answer.url,
        liveUrl: server.answer.url,
        listeners: listenersOf(town, sockets - 1),
      });
      try {
        measured.push({
          sockets,
          ...(await measure(town, { liveUrl: server.answer.url, floorUrl: floor.answer.url })),
        });
      } finally {
        await others.end();
      }
    }
    const met = measured.every(({ live, ratio }) => ratio.p95 <= 2.5 && live.p95 <= 15);
    return { sizes: measured, rounds, aim: { ratioP95: 2.5, p95Milliseconds: 15, met } };
  } finally {
    await Promise.all([server.end(), floor.end()]);
    await town.remove();
  }
};

/** Nine beside the measuring one listen to its team; the rest is spread over the other teams. */
const listenersOf = ({ teams }: Town, count: number): { cookie: string; teamId: TeamId; measured: boolean }[] =>
  Array.from({ length: count }, (_, index) => {
    const team = index < 9 ? teams[0] : teams[1 + (index % (teams.length - 1))];
    const member = team?.members[index % team.members.length];
    if (!team || !member) throw new Error('The town has twelve teams of twelve.');
    return { cookie: member.cookie, teamId: team.id, measured: index < 9 };
  });

const clientOf = (url: string, cookie: string) =>
  createTRPCClient<typeof appRouter>({ links: [httpLink({ url: `${url}/trpc`, headers: { origin: url, cookie } })] });

const measure = async (
  town: Town,
  { liveUrl, floorUrl }: { liveUrl: string; floorUrl: string },
): Promise<Omit<Size, 'sockets'>> => {
  const [team] = town.teams;
  const [ada, ben] = team?.members ?? [];
  if (!team || !ada || !ben) throw new Error('The first team has twelve members.');
  const teamId = team.id;
  const api = clientOf(liveUrl, ada.cookie);
  const responsibilityId = await fill(api, teamId);

  const waiting = new Map<string, () => void>();
  const { seq, snapshot } = await clientOf(liveUrl, ben.cookie).responsibilities.board.query({ teamId });
  let replica: Replica = startReplica(seq, snapshot);
  const socket: Socket<ServerMessages, ClientMessages> = io(liveUrl, {
    transports: ['websocket'],
    extraHeaders: { cookie: ben.cookie, origin: liveUrl },
  });
  socket.on('change', (delivery) => {
    replica = receive(replica, delivery).replica;
    if (replica.seq === delivery.seq) waiting.get(delivery.commandId)?.();
  });
  await new Promise<void>((resolve) => {
    socket.on('connect', () => socket.emit('listen', { teamId }, () => resolve()));
  });
  const floorSocket = io(floorUrl, { transports: ['websocket'] });
  floorSocket.on('change', ({ commandId }: { commandId: string }) => waiting.get(commandId)?.());
  await new Promise<void>((resolve) => {
    floorSocket.on('connect', () => floorSocket.emit('listen', 'team', resolve));
  });

  const timed = async (act: (commandId: CommandId) => Promise<unknown>): Promise<number> => {
    const commandId = newId<'command'>();
    const arrived = new Promise<void>((resolve) => {
      waiting.set(commandId, resolve);
    });
    const start = performance.now();
    const answered = act(commandId);
    await arrived;
    const milliseconds = performance.now() - start;
    waiting.delete(commandId);
    await answered;
    return milliseconds;
  };

  let assignmentId = newId<'assignment'>();
  const floors: number[] = [];
  const lives: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const takes = round % 2 === 0;
    if (takes) assignmentId = newId<'assignment'>();
    const input = { teamId, responsibilityId, assignmentId };
    const floor = await timed((commandId) =>
      fetch(floorUrl, { method: 'POST', body: JSON.stringify({ ...input, commandId }) }).then((response) =>
        response.text(),
      ),
    );
    const live = await timed((commandId) =>
      takes
        ? api.responsibilities.takeOver.mutate({ ...input, commandId, role: 'holder', sharePercent: 100 })
        : api.responsibilities.giveBack.mutate({ ...input, commandId }),
    );
    if (round < warmUp) continue;
    floors.push(floor);
    lives.push(live);
  }
  socket.close();
  floorSocket.close();
  const floor = percentiles(floors);
  const live = percentiles(lives);
  return { floor, live, ratio: { p50: hundredths(live.p50 / floor.p50), p95: hundredths(live.p95 / floor.p95) } };
};

/** A team as teams are: five areas of five responsibilities. Gives the one that is taken over and given back. */
const fill = async (api: ReturnType<typeof clientOf>, teamId: TeamId): Promise<Id<'responsibility'>> => {
  const areas = Array.from({ length: 5 }, (_, order) => ({
    id: newId<'area'>(),
    name: `Aandachtsgebied ${order}`,
    order,
  }));
  const responsibilities = areas.flatMap(({ id: areaId }) =>
    Array.from({ length: 5 }, (_, index) => ({
      id: newId<'responsibility'>(),
      areaId,
      catalogueItemId: null,
      title: `Verantwoordelijkheid ${index}`,
      purpose: 'Inwoners krijgen op tijd een duidelijk antwoord.',
      criticality: 2 as const,
      minutesAWeek: 240,
      season: Array.from({ length: 12 }, () => 100),
    })),
  );
  await api.responsibilities.add.mutate({ commandId: newId(), teamId, areas, responsibilities });
  const [first] = responsibilities;
  if (!first) throw new Error('There are twenty-five.');
  return first.id;
};

export const describeLive = ({ sizes, rounds, aim }: LiveResult): string =>
  [
    `Milliseconds from a mutation leaving one client to the change applied in another (${rounds} rounds).`,
    'sockets   floor p50/p95    live p50/p95   ratio p50/p95',
    ...sizes.map(({ sockets, floor, live, ratio }) =>
      [
        String(sockets).padStart(7),
        `${floor.p50} / ${floor.p95}`.padStart(16),
        `${live.p50} / ${live.p95}`.padStart(16),
        `${ratio.p50} / ${ratio.p95}`.padStart(14),
      ].join(''),
    ),
    `Aim: at the 95th percentile at most ${aim.ratioP95} times the floor and ${aim.p95Milliseconds} ms: ${aim.met ? 'met' : 'missed'}.`,
  ].join('\n');
