import { addDays, dateAt } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { mondayOf } from '@roer/domain/holidays';
import type { AssignmentId, Id, OfferId, PersonId, ResponsibilityId } from '@roer/domain/ids';
import { givePassword } from '../kit/accounts.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import type { World, standardWorld } from '../kit/world.ts';

/** Members whose session is over: what they get is what a stranger gets. */
export const endedSessions = ['expiredSession', 'revokedSession'] as const;
/**
 * Who tries. The team that everything is about is `permits` of `water`, of which the member is Ben; the manager leads its
 * domain, and the other manager the other one.
 */
export const actors = [
  'stranger',
  ...endedSessions,
  'member',
  'otherTeam',
  'former',
  'manager',
  'otherManager',
  'administrator',
  'otherOrganisation',
  'otherAdministrator',
] as const;
export type ActorName = (typeof actors)[number];

type StandardWorld = World<typeof standardWorld>;

export const personOf = (world: StandardWorld, actor: Exclude<ActorName, 'stranger'>): PersonId => {
  const { ben, dina, cem, mira, mats, anna } = world.water.people;
  const { olaf, odile } = world.hill.people;
  const people = {
    expiredSession: ben,
    revokedSession: ben,
    member: ben,
    otherTeam: dina,
    former: cem,
    manager: mira,
    otherManager: mats,
    administrator: anna,
    otherOrganisation: olaf,
    otherAdministrator: odile,
  };
  return people[actor];
};

/** What an entry of the table may put in place before somebody tries; everything it makes is new. */
export type Scene = {
  world: StandardWorld;
  actor: ActorName;
  newId: <Kind extends string>() => Id<Kind>;
  as: (personId: PersonId) => Promise<TestClient>;
  responsibility: () => Promise<ResponsibilityId>;
  carriedBy: (personId: PersonId) => Promise<{ responsibilityId: ResponsibilityId; assignmentId: AssignmentId }>;
  offered: (people: {
    from: PersonId;
    to: PersonId;
    forAWhile?: boolean;
  }) => Promise<{ responsibilityId: ResponsibilityId; offerId: OfferId }>;
  /** Of this week. */
  monday: () => LocalDate;
  /** Somebody new in `water`, without a team. */
  person: (options?: { password?: string }) => Promise<PersonId>;
};

const season = Array.from({ length: 12 }, () => 100);
export const fullTime = [480, 480, 480, 480, 240, 0, 0];

export const text = (areaId: Id<'area'>) => ({
  areaId,
  title: 'Title',
  purpose: '',
  criticality: 2 as const,
  minutesAWeek: 60,
  season,
});

export const openScene = (application: TestApplication, world: StandardWorld, actor: ActorName): Scene => {
  const newId = <Kind extends string>(): Id<Kind> =>
    // The clock makes ids of whatever is asked for.
    application.clock.newId() as Id<Kind>;
  const clients = new Map<PersonId, Promise<TestClient>>();
  const as = (personId: PersonId): Promise<TestClient> => {
    const known = clients.get(personId) ?? application.signIn(personId).then(application.client);
    clients.set(personId, known);
    return known;
  };
  const teamId = world.water.teams.permits;
  const command = () => ({ commandId: newId<'command'>(), teamId });
  const responsibility: Scene['responsibility'] = async () => {
    const { responsibilities } = await as(world.water.people.ada);
    const [areaId, id] = [newId<'area'>(), newId<'responsibility'>()];
    await responsibilities.add.mutate({
      ...command(),
      areas: [{ id: areaId, name: 'Area', order: 0 }],
      responsibilities: [{ ...text(areaId), id, catalogueItemId: null }],
    });
    return id;
  };
  const carriedBy: Scene['carriedBy'] = async (personId) => {
    const ids = { responsibilityId: await responsibility(), assignmentId: newId<'assignment'>() };
    const { responsibilities } = await as(personId);
    await responsibilities.takeOver.mutate({ ...command(), ...ids, role: 'holder', sharePercent: 100 });
    return ids;
  };
  return {
    world,
    actor,
    newId,
    as,
    responsibility,
    carriedBy,
    offered: async ({ from, to, forAWhile = false }) => {
      const carried = await carriedBy(from);
      const offerId = newId<'offer'>();
      const { responsibilities } = await as(from);
      const temporaryUntil = forAWhile ? addDays(dateAt(application.clock.now()), 30) : null;
      const about = { ...carried, offerId, toPersonId: to, temporaryUntil };
      const offer = { ...about, kind: 'give' as const, sharePercent: 100 };
      await responsibilities.makeOffer.mutate({ ...command(), ...offer });
      return { responsibilityId: carried.responsibilityId, offerId };
    },
    monday: () => mondayOf(dateAt(application.clock.now())),
    person: async ({ password } = {}) => {
      const id = newId<'person'>();
      const email = `${id}@water.example`;
      const { organisation } = await as(world.water.people.anna);
      await organisation.createPerson.mutate({
        commandId: newId<'command'>(),
        id,
        name: 'Somebody New',
        email,
        membership: null,
        invite: false,
      });
      if (password)
        await givePassword(application, { organisationId: world.water.id, personId: id }, { email, password });
      return id;
    },
  };
};
