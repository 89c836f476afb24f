import type { Scene } from './rights-scene.ts';
import type { Entry, Outcomes } from './rights-table.ts';

/** About nobody else's ids: another organisation's administrator does it at home. */
const administrators: Outcomes = {
  stranger: 'signInNeeded',
  administrator: 'ok',
  otherAdministrator: 'ok',
  others: 'notFound',
};

const one = ({ newId }: Scene) => ({ commandId: newId<'command'>() });
const people = ({ world }: Scene) => world.water.people;

const aFile = {
  fileName: 'catalogue.csv',
  bytes: Buffer.from('id;bovenliggend;naam;type;omschrijving\n1;;Vergunningen;functie;\n').toString('base64'),
  source: 'test',
  skipWrongRows: false,
};

const aPeopleFile = {
  kind: 'people' as const,
  fileName: 'people.csv',
  bytes: Buffer.from('naam;e-mail\nEsra Kaya;esra@import.example\n').toString('base64'),
};
/** A file of whoever may upload one: nobody else's upload is there for anybody. */
const anUpload = async (scene: Scene) => {
  const { odile } = scene.world.hill.people;
  const client = await scene.as(scene.actor === 'otherAdministrator' ? odile : people(scene).anna);
  const { uploadId } = await client.organisation.uploadImport.mutate(aPeopleFile);
  return { client, wanted: { uploadId: uploadId ?? '', mapping: { name: 0, email: 1 }, skipWrongRows: false } };
};

/** What an administrator imports from a file. */
export const importEntries: Record<string, Entry> = {
  'organisation.previewCatalogue': { outcomes: administrators, input: () => aFile },
  'organisation.importCatalogue': {
    outcomes: administrators,
    input: async (scene) => {
      const { odile } = scene.world.hill.people;
      const { organisation } = await scene.as(scene.actor === 'otherAdministrator' ? odile : people(scene).anna);
      const { digest } = await organisation.previewCatalogue.mutate(aFile);
      return { ...one(scene), ...aFile, digest };
    },
  },

  'organisation.uploadImport': { outcomes: administrators, input: () => aPeopleFile },
  'organisation.previewImport': { outcomes: administrators, input: async (scene) => (await anUpload(scene)).wanted },
  'organisation.startImport': {
    outcomes: administrators,
    input: async (scene) => {
      const { wanted, client } = await anUpload(scene);
      const { digest } = await client.organisation.previewImport.mutate(wanted);
      return { ...one(scene), ...wanted, digest };
    },
  },
  // A job that nobody knows is one that is gone, which is told as its progress.
  'organisation.importProgress': { outcomes: administrators, input: (scene) => ({ jobId: scene.newId() }) },
};
