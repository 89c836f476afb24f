import type { LocalDate } from '@roer/domain/dates';
import type {
  AbsenceRow,
  AssignmentRow,
  DeadlineWorkRow,
  DutyRow,
  DutySchedule,
  HelpRow,
  NoteRow,
  ObstacleRow,
  OccurrenceRow,
  OfferRow,
} from '@roer/domain/feed';
import type {
  AppointmentId,
  AreaId,
  DeadlineWorkId,
  DomainId,
  DuoId,
  DutyId,
  HandoverId,
  MembershipId,
  OrganisationId,
  PersonId,
  ResponsibilityId,
  TeamId,
} from '@roer/domain/ids';
import type { DuoRow, DuoSession, HandoverItem, HandoverRow } from '@roer/domain/learning/handover-rows';
import type { CoverLevelRow, LeaveIntentRow } from '@roer/domain/learning/cover-rows';
import type { ResponsibilityTrace } from '@roer/domain/responsibilities/history';

type Owned = { organisationId: OrganisationId };
type Range = { from: LocalDate; until: LocalDate | null };

export type PersonRow = Owned & { id: PersonId; name: string; email: string; erasedAt: null };
export type TeamRow = Owned & { id: TeamId; name: string; createdOn: LocalDate; closedOn: null };
export type MembershipRow = Owned & Range & { id: MembershipId; personId: PersonId; teamId: TeamId; home: boolean };
export type MembershipHoursRow = Owned & { membershipId: MembershipId; from: LocalDate; minutesByWeekday: number[] };
export type AppointmentRow = Owned &
  Range & { id: AppointmentId; personId: PersonId; kind: 'manager' | 'administrator'; domainId: DomainId | null };
export type ResponsibilityRow = Owned & {
  id: ResponsibilityId;
  teamId: TeamId;
  areaId: AreaId;
  catalogueItemId: null;
  title: string;
  purpose: string;
  criticality: number;
  organising: boolean;
  openedOn: LocalDate;
  editedOn: LocalDate;
  closedOn: null;
  version: number;
};
type ObstacleRecord = Owned & { teamId: TeamId } & Omit<ObstacleRow, 'addressedName' | 'answer'> & {
    answeredBy: PersonId | null;
    answer: string | null;
    answeredOn: LocalDate | null;
  };
export type AuditRow = Owned & {
  id: string;
  teamId: TeamId;
  actorId: PersonId;
  action: string;
  subjectId: ResponsibilityId;
  detail: ResponsibilityTrace;
  /** ISO 8601. */
  at: string;
};

/** Rows by table: the keys are the tables and the keys of a row are its columns, as prisma/models has them. */
export type Municipality = {
  Organisation: { id: OrganisationId; name: string; timeZone: string; demo: boolean }[];
  Person: PersonRow[];
  Domain: (Owned & { id: DomainId; name: string })[];
  Team: TeamRow[];
  TeamPlacement: (Owned & Range & { id: string; teamId: TeamId; domainId: DomainId })[];
  Membership: MembershipRow[];
  MembershipHours: MembershipHoursRow[];
  Appointment: AppointmentRow[];
  Area: (Owned & { id: AreaId; teamId: TeamId; name: string; order: number })[];
  Responsibility: ResponsibilityRow[];
  ResponsibilityHours: (Owned & {
    responsibilityId: ResponsibilityId;
    from: LocalDate;
    minutesAWeek: number;
    season: number[];
  })[];
  Assignment: (Owned & { teamId: TeamId } & AssignmentRow)[];
  Offer: (Owned & { teamId: TeamId } & OfferRow)[];
  Duty: (Owned & { teamId: TeamId } & Omit<DutyRow, 'schedules'>)[];
  DutySchedule: (Owned & { dutyId: DutyId } & DutySchedule)[];
  Occurrence: (Owned & { teamId: TeamId } & Omit<OccurrenceRow, 'id'>)[];
  Absence: (Owned & { teamId: TeamId } & AbsenceRow)[];
  DeadlineWork: (Owned & { teamId: TeamId } & Omit<DeadlineWorkRow, 'shares'>)[];
  DeadlineShare: (Owned & { workId: DeadlineWorkId; personId: PersonId; percent: number })[];
  Help: (Owned & { teamId: TeamId } & HelpRow)[];
  Note: (Owned & { teamId: TeamId } & NoteRow)[];
  CoverLevel: (Owned & { teamId: TeamId } & CoverLevelRow)[];
  LeaveIntent: (Owned & { teamId: TeamId } & LeaveIntentRow)[];
  Obstacle: ObstacleRecord[];
  Handover: (Owned & { teamId: TeamId } & Omit<HandoverRow, 'items'>)[];
  HandoverItem: (Owned & { handoverId: HandoverId } & HandoverItem)[];
  Duo: (Owned & { teamId: TeamId } & Omit<DuoRow, 'sessions'>)[];
  DuoSession: (Owned & { duoId: DuoId } & DuoSession)[];
  AuditEntry: AuditRow[];
};

export const emptyMunicipality = (): Municipality => ({
  Organisation: [],
  Person: [],
  Domain: [],
  Team: [],
  TeamPlacement: [],
  Membership: [],
  MembershipHours: [],
  Appointment: [],
  Area: [],
  Responsibility: [],
  ResponsibilityHours: [],
  Assignment: [],
  Offer: [],
  Duty: [],
  DutySchedule: [],
  Occurrence: [],
  Absence: [],
  DeadlineWork: [],
  DeadlineShare: [],
  Help: [],
  Note: [],
  CoverLevel: [],
  LeaveIntent: [],
  Obstacle: [],
  Handover: [],
  HandoverItem: [],
  Duo: [],
  DuoSession: [],
  AuditEntry: [],
});
