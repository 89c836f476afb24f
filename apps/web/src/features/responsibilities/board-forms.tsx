import type { TeamSnapshot } from '@roer/domain/feed';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import { AreaForm } from './area-form.tsx';
import type { BoardForm } from './board-form.ts';
import { CatalogueDialog } from './catalogue-dialog.tsx';
import { PasteForm } from './paste-form.tsx';
import type { PeopleNames } from './people-names.ts';
import { ResponsibilityForm } from './responsibility-form.tsx';

export type BoardFormsProps = {
  readonly teamId: TeamId;
  readonly snapshot: TeamSnapshot;
  readonly names: PeopleNames;
  readonly form: BoardForm;
  readonly onClose: () => void;
  /** A new responsibility was written: its panel may open. */
  readonly onMade: (id: ResponsibilityId) => void;
};

/** The form that is open over the board. A chunk of its own: it brings the schemas. */
export default function BoardForms(props: BoardFormsProps) {
  const { form, snapshot, names, teamId, onClose, onMade } = props;
  switch (form.kind) {
    case 'new':
      return (
        <ResponsibilityForm
          draftKey={`${teamId}:new`}
          responsibility={null}
          areaId={form.areaId ?? null}
          {...{ snapshot, names, onClose, onMade }}
        />
      );
    case 'edit': {
      const responsibility = snapshot.responsibility[form.responsibilityId];
      if (!responsibility) return null;
      return (
        <ResponsibilityForm
          key={responsibility.id}
          draftKey={responsibility.id}
          areaId={responsibility.areaId}
          {...{ responsibility, snapshot, names, onClose, onMade }}
        />
      );
    }
    case 'paste':
      return <PasteForm {...{ teamId, snapshot, names, onClose }} />;
    case 'catalogue':
      return <CatalogueDialog {...{ snapshot, onClose }} />;
    case 'newArea':
      return <AreaForm area={null} {...{ snapshot, onClose }} />;
    case 'renameArea':
      return <AreaForm area={form.area} {...{ snapshot, onClose }} />;
  }
}
