import account from './account.json';
import audit from './audit.json';
import catalogue from './catalogue.json';
import checkIn from './check-in.json';
import contribution from './contribution.json';
import dashboard from './dashboard.json';
import duties from './duties.json';
import goals from './goals.json';
import handover from './handover.json';
import identity from './identity-later.json';
import imports from './imports.json';
import insights from './insights.json';
import intervisie from './intervisie.json';
import learning from './learning.json';
import news from './news.json';
import notes from './notes.json';
import offers from './offers.json';
import organisation from './organisation.json';
import overview from './overview.json';
import people from './people.json';
import planning from './planning.json';
import reorganising from './reorganising.json';
import responsibilities from './responsibilities-later.json';
import week from './week.json';
import search from './search.json';
import waiting from './waiting.json';
import workload from './workload.json';
import type { LaterMessages } from '../messages.ts';

/** The sentences in English that come after the first page; used inside `LaterSentences`. */
export const later: LaterMessages = {
  account,
  audit,
  catalogue,
  'check-in': checkIn,
  contribution,
  dashboard,
  duties,
  goals,
  handover,
  identity,
  imports,
  insights,
  intervisie,
  learning,
  news,
  notes,
  offers,
  organisation,
  overview,
  people,
  planning,
  reorganising,
  responsibilities,
  search,
  waiting,
  week,
  workload,
};
