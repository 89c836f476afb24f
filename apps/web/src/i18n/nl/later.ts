import catalogue from './catalogue.json';
import duties from './duties.json';
import organisation from './organisation.json';

/** The sentences in Dutch that come after the first page; used inside `LaterSentences`. */
export const later = { catalogue, duties, organisation };
