import type { AreaRow } from '@roer/domain/feed';

/** What somebody wants to do with an area. */
export type AreaWish = { kind: 'add' | 'rename' | 'remove'; area: AreaRow };
