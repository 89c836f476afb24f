import { addDays } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { offerDays } from '@roer/domain/responsibilities/pass-on';
import { audit, type Recording } from './record.ts';
import type { Municipality } from './rows.ts';

type Holding = Municipality['Assignment'][number];

/** Writes an open offer down, made some days ago by the carrier (`give`) or by the one who would like it (`take`). */
export const recordOffer = (
  recording: Recording,
  offer: { assignment: Holding; kind: 'give' | 'take'; toPersonId: PersonId; sharePercent: number; daysAgo: number },
): void => {
  const { rows, random, organisationId, teamId, now, today } = recording;
  const { assignment, kind, toPersonId } = offer;
  const madeOn = addDays(today, -offer.daysAgo);
  rows.Offer.push({
    organisationId,
    id: random.id<'offer'>(now),
    teamId,
    responsibilityId: assignment.responsibilityId,
    kind,
    assignmentId: assignment.id,
    fromPersonId: assignment.personId,
    toPersonId,
    sharePercent: Math.min(offer.sharePercent, assignment.sharePercent),
    temporaryUntil: null,
    madeOn,
    expiresOn: addDays(madeOn, offerDays),
    state: 'open',
  });
  const actorId = kind === 'give' ? assignment.personId : toPersonId;
  audit(recording, { on: madeOn, actorId, action: 'offer.make', subjectId: assignment.responsibilityId });
};

/** About one team in two has an offer that waits for an answer. `assignments` are those of the team. */
export const inventOffer = (recording: Recording, assignments: readonly Holding[]): void => {
  const { random, members } = recording;
  if (!random.chance(50)) return;
  const alone = assignments.filter((row) => row.role === 'holder' && row.until === null && row.sharePercent === 100);
  const others = (holding: Holding) => members.filter((member) => member.personId !== holding.personId);
  const possible = alone.filter((holding) => others(holding).length > 0);
  if (possible.length === 0) return;
  const assignment = random.pick(possible);
  recordOffer(recording, {
    assignment,
    kind: random.chance(60) ? 'give' : 'take',
    toPersonId: random.pick(others(assignment)).personId,
    sharePercent: random.chance(70) ? 100 : 50,
    daysAgo: random.between(1, 5),
  });
};
