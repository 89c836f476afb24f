import type { AreaRow } from '@roer/domain/feed';
import type { AreaId, ResponsibilityId } from '@roer/domain/ids';

/** The form that is open over the board. */
export type BoardForm =
  | { kind: 'new'; areaId?: AreaId }
  | { kind: 'edit'; responsibilityId: ResponsibilityId }
  | { kind: 'paste' }
  | { kind: 'catalogue' }
  | { kind: 'newArea' }
  | { kind: 'renameArea'; area: AreaRow };
