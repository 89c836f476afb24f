import { useRef, useState } from 'react';
import { catalogueLimits } from '@roer/domain/organisation/catalogue-problem';
import { api } from '../../live/api.ts';
import type { Failure } from '../../live/api.ts';
import { useAsk } from '../../live/use-ask.ts';
import { readUpload, sourceNameOf } from './catalogue-upload.ts';
import type { Upload } from './catalogue-upload.ts';
import { useOrganisationAsk } from './use-organisation-ask.ts';

export type Preview = Awaited<ReturnType<typeof api.organisation.previewCatalogue.mutate>>;
export type Imported = Awaited<ReturnType<typeof api.organisation.importCatalogue.mutate>>;

type Wanted = { upload: Upload; source: string; skipWrongRows: boolean };

const inputOf = ({ upload, source, skipWrongRows }: Wanted) => ({ ...upload, source, skipWrongRows });

type Refused = { reason: 'tooLarge' | 'unreadable'; fileName: string };

export type CatalogueImport = {
  fileName: string | undefined;
  source: string;
  skipWrongRows: boolean;
  preview: Preview | undefined;
  imported: Imported | undefined;
  busy: boolean;
  failure: Failure | undefined;
  /** Why a file could not even be sent. */
  refused: Refused | undefined;
  choose: (file: File) => Promise<void>;
  nameSource: (source: string) => void;
  lookAgain: (change?: { skipWrongRows: boolean }) => Promise<void>;
  write: () => Promise<void>;
};

/** An import step by step: a file is tried as soon as it is chosen; writing does what the try showed, or nothing. */
export const useCatalogueImport = (knownSources: readonly string[]): CatalogueImport => {
  const [upload, setUpload] = useState<Upload>();
  const [source, setSource] = useState(knownSources.length === 1 ? (knownSources[0] ?? '') : '');
  // A name that nobody typed follows the file.
  const [named, setNamed] = useState(source !== '');
  const [skipWrongRows, setSkip] = useState(false);
  const [tried, setTried] = useState<{ wanted: Wanted; preview: Preview }>();
  const [imported, setImported] = useState<Imported>();
  const [refused, setRefused] = useState<Refused>();
  const trying = useAsk();
  const writing = useOrganisationAsk();
  const latest = useRef<Wanted>(undefined);
  const underWay = useRef(false);

  const tryOut = async (wanted: Wanted) => {
    latest.current = wanted;
    writing.forget();
    setImported(undefined);
    // What is wanted meanwhile is tried as soon as the try under way has its answer.
    if (underWay.current) return;
    underWay.current = true;
    try {
      let tried: Wanted | undefined;
      while (tried !== latest.current && latest.current?.source.trim()) {
        const next: Wanted = latest.current;
        tried = next;
        const asked = await trying.ask(() => api.organisation.previewCatalogue.mutate(inputOf(next)), { again: true });
        if (asked.ok && next === latest.current) setTried({ wanted: next, preview: asked.answer });
      }
    } finally {
      underWay.current = false;
    }
  };
  return {
    fileName: upload?.fileName,
    source,
    skipWrongRows,
    // Without a name there is nothing to try: what was tried under another name is not what would be written.
    preview: source.trim() === '' ? undefined : tried?.preview,
    imported,
    busy: trying.busy || writing.busy,
    failure: writing.failure ?? trying.failure,
    refused,
    choose: async (file) => {
      const { name: fileName } = file;
      setRefused(undefined);
      // A file that is refused here leaves the one that was chosen before it, with its dry run.
      if (file.size > catalogueLimits.bytes) {
        setRefused({ reason: 'tooLarge', fileName });
        return;
      }
      try {
        const read = await readUpload(file);
        const name = named && source.trim() !== '' ? source : sourceNameOf(fileName);
        setTried(undefined);
        setSkip(false);
        setUpload(read);
        setSource(name);
        await tryOut({ upload: read, source: name, skipWrongRows: false });
      } catch {
        setRefused({ reason: 'unreadable', fileName });
      }
    },
    nameSource: (name) => {
      setNamed(true);
      setSource(name);
    },
    lookAgain: async (change) => {
      const skip = change?.skipWrongRows ?? skipWrongRows;
      setSkip(skip);
      if (!upload) return;
      const known = tried?.wanted;
      const isSame = known?.source === source && known.skipWrongRows === skip && known.upload === upload;
      if (!isSame || writing.failure) await tryOut({ upload, source, skipWrongRows: skip });
    },
    write: async () => {
      if (!tried) return;
      const { wanted, preview } = tried;
      const { digest } = preview;
      const asked = await writing.command(({ commandId }) =>
        api.organisation.importCatalogue.mutate({ ...inputOf(wanted), commandId, digest }),
      );
      if (asked.ok) setImported(asked.answer);
    },
  };
};
