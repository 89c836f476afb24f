import { Client } from 'pg';
import { generateMunicipality } from '@roer/db/demo/municipality';
import type { DemoPersona } from '@roer/db/demo/personas';
import { demoPersonas } from '@roer/db/demo/personas';
import { permitsTeamName } from '@roer/db/demo/content/permits';
import { writeMunicipality } from '@roer/db/demo/write';
import type { PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';

export type Example = {
  personas: Record<DemoPersona, PersonId>;
  /** The team of the drawings. */
  teamId: TeamId;
  responsibility: (title: string) => ResponsibilityId;
};

/** Fills an empty database with the example municipality, without a browser. */
export const writeExample = async (database: { ownerUrl: string }): Promise<Example> => {
  const municipality = generateMunicipality({ seed: 1, now: Date.now() });
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await writeMunicipality(client, municipality);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  const team = municipality.Team.find(({ name }) => name === permitsTeamName);
  if (!team) throw new Error('The example has the team of the drawings.');
  return {
    personas: demoPersonas(municipality.Person),
    teamId: team.id,
    responsibility: (title) => {
      const found = municipality.Responsibility.find((row) => row.teamId === team.id && row.title === title);
      if (!found) throw new Error('The team of the drawings does not have this responsibility.');
      return found.id;
    },
  };
};
