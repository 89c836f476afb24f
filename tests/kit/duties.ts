import type { AreaId, DutyId, Id, PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import type { TestApplication } from './application.ts';

const season = Array.from({ length: 12 }, () => 100);

export type DutySpec = {
  title: string;
  rrule?: string;
  start?: string;
  dueTime?: string | null;
  shift?: 'none' | 'previousWorkday';
};
export type CarriedDuty = { responsibilityId: ResponsibilityId; dutyId: DutyId };

/** Through the router: a new responsibility of a team that `holder` carries and `substitute` stands in for, with one duty. */
export const aDuty = async (
  application: TestApplication,
  where: { teamId: TeamId; holder: PersonId; substitute?: PersonId; responsibility?: string },
  { title, rrule = 'FREQ=WEEKLY;BYDAY=MO', start = '2026-11-02', dueTime = null, shift = 'none' }: DutySpec,
): Promise<CarriedDuty> => {
  const newId = <Kind extends string>(): Id<Kind> =>
    // The clock makes ids of whatever is asked for.
    application.clock.newId() as Id<Kind>;
  const command = () => ({ commandId: newId<'command'>(), teamId: where.teamId });
  const as = async (personId: PersonId) => application.client(await application.signIn(personId)).responsibilities;
  const holder = await as(where.holder);
  const areaId: AreaId = newId();
  const responsibilityId: ResponsibilityId = newId();
  const dutyId: DutyId = newId();
  const text = {
    areaId,
    title: where.responsibility ?? 'Title',
    purpose: '',
    criticality: 2 as const,
    minutesAWeek: 60,
  };
  await holder.add.mutate({
    ...command(),
    areas: [{ id: areaId, name: 'Area', order: 0 }],
    responsibilities: [{ ...text, season, id: responsibilityId, catalogueItemId: null }],
  });
  const slot = () => ({ ...command(), responsibilityId, sharePercent: 100, assignmentId: newId<'assignment'>() });
  await holder.takeOver.mutate({ ...slot(), role: 'holder' });
  if (where.substitute) await (await as(where.substitute)).takeOver.mutate({ ...slot(), role: 'substitute' });
  const schedule = { rrule, start, dueTime, shift };
  await holder.createDuty.mutate({ ...command(), responsibilityId, dutyId, text: { title, schedule } });
  return { responsibilityId, dutyId };
};
