import type { CommandId, OrganisationId, PersonId } from '@roer/domain/ids';
import type { CatalogueEntry } from '@roer/domain/organisation/catalogue-plan';
import type { CatalogueProblem } from '@roer/domain/organisation/catalogue-problem';
import { importFields, importKinds } from '@roer/domain/organisation/import-fields';
import type { ImportField, ImportKind, ImportProblem } from '@roer/domain/organisation/import-fields';
import type { ImportEntry } from '@roer/domain/organisation/import-plan';
import type { Platform } from '../../platform/dependencies.ts';
import { organisationCommand, readOrganisation } from '../../platform/organisation-transaction.ts';
import type { Asking } from '../../platform/organisation-transaction.ts';
import { tellRightsChanged } from '../../platform/rights-changed.ts';
import { openToOperator } from './access.ts';
import { importCatalogue, previewCatalogue } from './catalogue-commands.ts';
import { readUpload } from './catalogue-reading.ts';
import { factsForImport, writeImport } from './import-commands.ts';
import type { ImportPermission } from './import-commands.ts';
import { planImport } from './import-planning.ts';
import { readImportUpload } from './import-reading.ts';
import { askingAsOperator, operatorId } from './operator.ts';

export type FileKind = ImportKind | 'catalogue';
export type ImportWishes = {
  /** The sheet of a spreadsheet; the first one unless told otherwise. */
  sheet: string | undefined;
  /** The name of a catalogue. */
  source: string;
  skipWrongRows: boolean;
};

type Counts = Readonly<Record<'new' | 'changed' | 'same' | 'wrong' | 'skipped', number>>;
type Found =
  | { kind: ImportKind; problems: readonly ImportProblem[]; entries: readonly ImportEntry[] }
  | { kind: 'catalogue'; problems: readonly CatalogueProblem[]; entries: readonly CatalogueEntry[] };
/** What would happen with a file. `write` does exactly that; it throws `importChanged` when something else would happen by now. */
export type OperatorPlan = Found & {
  counts: Counts;
  problemCount: number;
  writable: boolean;
  write: () => Promise<Counts>;
};

const noCounts: Counts = { new: 0, changed: 0, same: 0, wrong: 0, skipped: 0 };

/** Of what kind a file is by its columns: the one of which it has most; several or none when that is not clear. */
export const kindsOfFile = async (bytes: Buffer, sheet: string | undefined): Promise<FileKind[]> => {
  const found: { kind: FileKind; columns: number }[] = [];
  for (const kind of importKinds) {
    const { outline } = await readImportUpload({ bytes, kind, sheet });
    const isThere = ({ field }: { field: ImportField }): boolean => typeof outline.suggestion[field] === 'number';
    if (importFields[kind].every((field) => !field.required || isThere(field)))
      found.push({ kind, columns: importFields[kind].filter(isThere).length });
  }
  const { file } = await readUpload(bytes.toString('base64'));
  if (file.dialect) found.push({ kind: 'catalogue', columns: Object.keys(file.dialect.columns).length });
  const most = Math.max(...found.map(({ columns }) => columns));
  return found.filter(({ columns }) => columns === most).map(({ kind }) => kind);
};

/** Plans an import as an administrator would get it (rules IM9 and C12), and writes nothing yet. */
export const planByOperator = (
  platform: Platform,
  organisationId: OrganisationId,
  file: ImportWishes & { kind: FileKind; bytes: Buffer },
): Promise<OperatorPlan> => {
  const asking = askingAsOperator(platform, organisationId);
  return file.kind === 'catalogue' ? planCatalogue(asking, file) : planRows(asking, { ...file, kind: file.kind });
};

const commandId = ({ platform }: Asking): CommandId =>
  // The clock makes ids of whatever is asked for.
  platform.clock.newId() as CommandId;

const planCatalogue = async (asking: Asking, file: ImportWishes & { bytes: Buffer }): Promise<OperatorPlan> => {
  const { source, skipWrongRows } = file;
  const read = await readUpload(file.bytes.toString('base64'));
  const plan = await readOrganisation(asking, async (transaction) =>
    previewCatalogue(await openToOperator<'catalogue.import'>(transaction), read, { source, skipWrongRows }),
  );
  const { counts, problems, problemCount, writable, entries, digest } = plan;
  const write = (): Promise<Counts> => {
    const input = { source, skipWrongRows, digest };
    return organisationCommand(
      asking,
      { procedure: 'operator.importCatalogue', input: { ...input, commandId: commandId(asking) } },
      { open: openToOperator<'catalogue.import'>, work: (opened) => importCatalogue(opened, read, input) },
    );
  };
  return { kind: 'catalogue', counts, problems, problemCount, writable, entries, write };
};

const planRows = async (
  asking: Asking,
  { kind, bytes, sheet, skipWrongRows }: ImportWishes & { kind: ImportKind; bytes: Buffer },
): Promise<OperatorPlan> => {
  const { outline, table } = await readImportUpload({ bytes, kind, sheet });
  const { suggestion: mapping, problems: refused } = outline;
  if (!table) {
    const write = async (): Promise<Counts> => noCounts;
    return {
      kind,
      counts: noCounts,
      problems: refused,
      problemCount: refused.length,
      writable: false,
      entries: [],
      write,
    };
  }
  const { facts, today } = await readOrganisation(asking, async (transaction) => ({
    facts: await factsForImport(await openToOperator<ImportPermission>(transaction), kind),
    today: transaction.today,
  }));
  const plan = await planImport({ kind, table, mapping, skipWrongRows, facts, today, ids: null });
  const { digest, counts, problems, problemCount, writable, teams, sample } = plan;
  const write = (): Promise<Counts> => {
    const { organisationId } = asking.actor;
    const at = asking.now;
    const preview = { digest, teams, writable };
    const upload = { id: '', organisationId, personId: operatorId, kind, table, at, preview };
    const wanted = { mapping, skipWrongRows, digest };
    let people: PersonId[] = [];
    const told = {
      progress: () => undefined,
      // Ids of the database, of people.
      plan: (written: { people: string[] }) => void (people = written.people as PersonId[]),
    };
    const input = { digest, commandId: commandId(asking) };
    return organisationCommand(
      asking,
      {
        procedure: 'operator.import',
        input,
        committed: () => people.forEach((personId) => tellRightsChanged(asking, personId)),
      },
      {
        open: openToOperator<ImportPermission>,
        teams: async () => teams,
        work: (opened) => writeImport(opened, { upload, wanted, seed: asking.platform.clock.newToken() }, told),
      },
    );
  };
  return { kind, counts, problems, problemCount, writable, entries: sample, write };
};
