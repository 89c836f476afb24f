/** What is done to an organisation, as its feed and its audit entries call it. Closed, like `teamActions`. */
export const organisationActions = [
  'organisation.setHolidays',
  'organisation.export',
  'domain.create',
  'domain.rename',
  'domain.close',
  'team.create',
  'team.rename',
  'team.move',
  'team.close',
  'person.create',
  'person.rename',
  'person.changeEmail',
  'person.invite',
  'person.reset',
  'person.endAccount',
  'appointment.start',
  'appointment.end',
  'catalogue.import',
  'people.import',
  'responsibilities.import',
] as const;
export type OrganisationAction = (typeof organisationActions)[number];
