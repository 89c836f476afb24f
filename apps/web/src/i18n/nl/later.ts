import catalogue from './catalogue.json';
import organisation from './organisation.json';

/** The sentences in Dutch that come after the first page; used inside `LaterSentences`. */
export const later = { catalogue, organisation };
