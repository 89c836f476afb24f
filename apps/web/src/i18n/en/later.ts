import catalogue from './catalogue.json';
import duties from './duties.json';
import organisation from './organisation.json';
import type { LaterMessages } from '../messages.ts';

/** The sentences in English that come after the first page; used inside `LaterSentences`. */
export const later: LaterMessages = { catalogue, duties, organisation };
