/** Where on the page of a team stands what is announced for it; part of its address. */
export const upcomingPlace = 'upcoming-plans';
