import { createFormatter, createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '@roer/domain/feed';
import type {
  ObstacleRow,
  AbsenceRow,
  Delivery,
  DutyRow,
  NoteRow,
  RowChange,
  TeamSnapshot,
  TransferRow,
} from '@roer/domain/feed';
import type { LocalDate } from '@roer/domain/dates';
import { decideCreateDuty, decideReopenOccurrence, decideSettleOccurrence } from '@roer/domain/responsibilities/duties';
import * as recurrence from '@roer/web/features/responsibilities/recurrence-chunk.ts';
import { netChanges } from '@roer/web/features/today/net-changes.ts';
import { newestItems, itemsOf } from '@roer/web/features/today/news-items.ts';
import { newsLines } from '@roer/web/features/today/news-words.ts';
import type { NewsTools } from '@roer/web/features/today/news-words.ts';
import { todayLead } from '@roer/web/features/today/today-lead.ts';
import type { LeadTools } from '@roer/web/features/today/today-lead.ts';
import { deriveMyItems, rowsOf } from '@roer/web/features/today/week-items.ts';
import { messages as englishFirst } from '@roer/web/i18n/en/bundle.ts';
import { messages as dutchFirst } from '@roer/web/i18n/nl/bundle.ts';
import { later as dutch } from '@roer/web/i18n/nl/later.ts';
import { aTeam, assignment, by, responsibility, theId, today } from './team-builder.ts';

// Monday 23 November 2026.
const [monday, tuesday, wednesday] = ['2026-11-23', '2026-11-24', '2026-11-25'];
const me = theId('person', 1);

const withDuty = (team: TeamSnapshot, number: number, rrule: string, start: LocalDate = monday): TeamSnapshot =>
  applyChanges(
    team,
    decideCreateDuty(
      team,
      {
        responsibilityId: theId('responsibility', 1),
        dutyId: theId('duty', number),
        text: { title: `Duty ${number}`, schedule: { rrule, start, dueTime: null, shift: 'none' } },
      },
      by(1, start),
    ),
  );
const which = (number: number, recurrenceDate: LocalDate) => ({
  responsibilityId: theId('responsibility', 1),
  dutyId: theId('duty', number),
  recurrenceDate,
});
const done = (team: TeamSnapshot, number: number, on: LocalDate, day = on): TeamSnapshot =>
  applyChanges(team, decideSettleOccurrence(team, { ...which(number, on), state: 'done', reason: '' }, by(1, day)));
const mine = aTeam({ carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });
const weekOf = (snapshot: TeamSnapshot, day: LocalDate, person = me) =>
  deriveMyItems(recurrence, {
    teams: [{ teamId: theId('team', 1), teamName: 'Team', snapshot }],
    me: person,
    today: day,
  });
/** Its rows: the date, how it stands, and when it comes again. */
const shownOn = (snapshot: TeamSnapshot, day: LocalDate): string[] =>
  weekOf(snapshot, day).items.flatMap((item) =>
    rowsOf(item, day).map(({ date: { occurrence }, later }) =>
      [occurrence.on, occurrence.state, ...later.map((each) => each.occurrence.on)].join(' '),
    ),
  );

describe('what this week asks', () => {
  const everyWorkday = withDuty(mine, 1, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR');

  it('V1 is one row for a duty that comes every working day', () => {
    expect(shownOn(everyWorkday, wednesday)).toEqual(['2026-11-25 today 2026-11-26 2026-11-27']);
    expect(weekOf(everyWorkday, wednesday)).toMatchObject({ open: 1, today: 1, overdue: 0 });
  });

  it('V1 keeps what waits from before until the next date has come', () => {
    const weekly = withDuty(mine, 1, 'FREQ=WEEKLY;BYDAY=MO', '2026-11-09');
    expect(shownOn(weekly, '2026-11-22')).toEqual(['2026-11-16 overdue']);
    expect(shownOn(weekly, monday)).toEqual(['2026-11-23 today']);
    expect(shownOn(weekly, wednesday)).toEqual(['2026-11-23 overdue']);
  });

  it('V2 stays where it was ticked until tomorrow, and says when it comes again', () => {
    const ticked = done(everyWorkday, 1, wednesday);
    expect(shownOn(ticked, wednesday)).toEqual(['2026-11-25 done 2026-11-26 2026-11-27']);
    expect(shownOn(ticked, '2026-11-26')).toEqual(['2026-11-26 today 2026-11-27']);
    expect(shownOn(done(withDuty(mine, 1, 'FREQ=WEEKLY;BYDAY=MO'), 1, monday), tuesday)).toEqual([]);
  });

  it('V2 does not hide a second date that is due today behind the first', () => {
    const twice = withDuty(mine, 1, 'FREQ=WEEKLY;BYDAY=MO,TU');
    const row = { ...which(1, monday), id: `${theId('duty', 1)}:${monday}` as const, movedTo: tuesday };
    const moved = applyChanges(twice, [
      {
        entity: 'occurrence',
        before: null,
        after: { ...row, state: 'open', reason: '', personId: me, on: monday },
      },
    ]);
    expect(shownOn(moved, tuesday)).toHaveLength(2);
    expect(shownOn(done(moved, 1, tuesday), tuesday).map((words) => words.split(' ')[1])).toEqual(
      expect.arrayContaining(['done', 'today']),
    );
  });

  it('V3 counts things, and which of them are of today and from before', () => {
    const four = withDuty(
      withDuty(withDuty(everyWorkday, 2, 'FREQ=WEEKLY;BYDAY=TU'), 3, 'FREQ=WEEKLY;BYDAY=FR'),
      4,
      'FREQ=WEEKLY;BYDAY=WE',
    );
    expect(weekOf(four, wednesday)).toMatchObject({ open: 4, today: 2, overdue: 1, hasSettled: false });
    const left = done(done(four, 2, tuesday, wednesday), 4, wednesday);
    expect(weekOf(left, wednesday)).toMatchObject({ open: 2, today: 1, overdue: 0, hasSettled: true });
    expect(weekOf(left, wednesday, theId('person', 3))).toMatchObject({ open: 0, hasSettled: false, items: [] });
  });
});

describe('the sentence on top', () => {
  const leadIn = (locale: 'nl-NL' | 'en-GB') => {
    const messages = locale === 'nl-NL' ? dutchFirst : englishFirst;
    // The translator of a namespace has the same type, whatever other namespaces there are.
    const t = createTranslator({ locale, messages, namespace: 'today' }) as unknown as LeadTools['t'];
    const numbers = createTranslator({ locale, messages, namespace: 'numbers' });
    const words: LeadTools['words'] = {
      word: (count) => numbers('word', { count }),
      wordAtStart: (count) => numbers('wordAtStart', { count }),
    };
    return (open: number, now: number, overdue: number, more: { asked?: number; done?: true; mine?: number } = {}) => {
      const week = { open, today: now, overdue, hasSettled: more.done ?? false, isUnknown: false };
      const { sentence, quiet } = todayLead({ mine: more.mine ?? 3, asked: more.asked ?? 0, week }, { t, words });
      return `${sentence} ${quiet}`;
    };
  };

  it('V3 says in Dutch what the week asks', () => {
    const lead = leadIn('nl-NL');
    expect(lead(4, 1, 0)).toBe('Nog vier dingen deze week, één daarvan vandaag. De rest loopt.');
    expect(lead(4, 0, 0)).toBe('Nog vier dingen deze week. De rest loopt.');
    expect(lead(1, 1, 0)).toBe('Nog één ding deze week, vandaag. De rest loopt.');
    expect(lead(2, 2, 0)).toBe('Nog twee dingen deze week, allebei vandaag. De rest loopt.');
    expect(lead(13, 13, 0)).toBe('Nog 13 dingen deze week, allemaal vandaag. De rest loopt.');
    expect(lead(1, 0, 1)).toBe('Er staat nog één ding open van eerder. De rest loopt.');
    expect(lead(2, 0, 2)).toBe('Er staan nog twee dingen open van eerder. De rest loopt.');
    expect(lead(5, 0, 2)).toBe('Nog vijf dingen deze week, twee daarvan van eerder. De rest loopt.');
    expect(lead(5, 1, 2)).toBe('Nog vijf dingen deze week, één vandaag en twee van eerder. De rest loopt.');
    expect(lead(0, 0, 0, { done: true })).toBe('Alles van deze week is gedaan. De rest loopt.');
    expect(lead(0, 0, 0)).toBe('Deze week staat er niets voor je klaar. De rest loopt.');
    expect(lead(0, 0, 0, { mine: 0 })).toBe('Je draagt nog niets. Er wacht niets op jouw antwoord.');
    expect(lead(1, 0, 0, { asked: 2 })).toBe('Nog één ding deze week. Twee vragen wachten op jouw antwoord.');
  });

  it('V3 says it in English', () => {
    const lead = leadIn('en-GB');
    expect(lead(4, 1, 0)).toBe('Four things left this week, one of them today. The rest is running.');
    expect(lead(1, 1, 0)).toBe('One thing left this week, today. The rest is running.');
    expect(lead(2, 2, 0)).toBe('Two things left this week, both today. The rest is running.');
    expect(lead(1, 0, 1)).toBe('One thing is still open from before. The rest is running.');
    expect(lead(5, 1, 2)).toBe('Five things left this week, one today and two from before. The rest is running.');
    expect(lead(0, 0, 0, { done: true })).toBe('Everything for this week is done. The rest is running.');
  });
});

describe('what changed since I last looked', () => {
  const format = createFormatter({ locale: 'nl-NL', timeZone: 'Europe/Amsterdam' });
  const tools = (snapshot: TeamSnapshot, isMine = true): NewsTools => ({
    // The translator of a namespace has the same type, whatever other namespaces there are.
    t: createTranslator({ locale: 'nl-NL', messages: dutch, namespace: 'news' }) as unknown as NewsTools['t'],
    format,
    snapshot,
    me,
    today,
    nameOf: (personId) => snapshot.member[personId]?.name ?? `Person ${Number(personId.slice(-12))}`,
    isMine: () => isMine,
  });
  let seq = 0;
  const delivered = (changes: RowChange[]): Delivery => {
    seq += 1;
    return {
      feed: theId('team', 1),
      seq,
      commandId: theId('command', seq),
      actorId: theId('person', 2),
      action: 'responsibility.edit',
      at: Date.parse('2026-11-23T09:00:00Z') + seq,
      changes,
    };
  };
  const told = (changes: RowChange[][], snapshot = mine, isMine = true): string[] =>
    newsLines(netChanges(changes.map(delivered)), tools(snapshot, isMine)).map(({ words }) => words);

  const ended = (number: number, person: number): RowChange => {
    const before = assignment(number, { person });
    return { entity: 'assignment', before, after: { ...before, until: today } };
  };
  const begun = (number: number, person: number): RowChange => ({
    entity: 'assignment',
    before: null,
    after: assignment(number, { person, from: today }),
  });

  it('S4 tells who carries it now, and a handover as one thing', () => {
    expect(told([[begun(5, 2)]])).toEqual(['Person 2 draagt dit nu.']);
    expect(told([[begun(5, 1)]])).toEqual(['Jij draagt dit nu.']);
    expect(told([[ended(1, 2)]])).toEqual(['Person 2 draagt dit niet meer.']);
    expect(told([[ended(1, 2), begun(5, 3)]])).toEqual(['Ging van Person 2 naar Person 3.']);
  });

  it('S4 does not tell what was taken back, and tells the end of what changed twice', () => {
    const [before, between, after] = [
      responsibility(1),
      responsibility(1, { minutesAWeek: 60, version: 2 }),
      responsibility(1, { minutesAWeek: 180, version: 3 }),
    ];
    const there: RowChange = { entity: 'responsibility', before, after: between };
    const back: RowChange = { entity: 'responsibility', before: between, after: before };
    const further: RowChange = { entity: 'responsibility', before: between, after };
    expect(told([[there], [back]])).toEqual([]);
    expect(told([[there], [further]])).toEqual(['Nu 3 uur per week.']);
  });

  it('S4 tells a tick without a name, and only to who carries it or stands in', () => {
    const team = withDuty(mine, 1, 'FREQ=WEEKLY;BYDAY=MO');
    const ticking = decideSettleOccurrence(team, { ...which(1, monday), state: 'skipped', reason: 'Dicht.' }, by(2));
    expect(told([ticking], team)).toEqual(['Overgeslagen: Duty 1. Want: Dicht.']);
    expect(told([ticking], team, false)).toEqual([]);
    const ticked = applyChanges(team, ticking);
    expect(told([ticking, decideReopenOccurrence(ticked, which(1, monday), by(2))], ticked)).toEqual([]);
  });

  it('S4 tells duties, notes and who is away in words, and never why', () => {
    const duty = withDuty(mine, 1, 'FREQ=WEEKLY;BYDAY=MO').duty[theId('duty', 1)] as DutyRow;
    const note: NoteRow = {
      // The brand exists only for the compiler.
      id: theId('duty', 9) as unknown as NoteRow['id'],
      responsibilityId: theId('responsibility', 1),
      title: 'Sleutel',
      body: '',
      url: null,
      personId: theId('person', 2),
      writtenOn: today,
      version: 1,
    };
    const away: AbsenceRow = {
      id: theId('absence', 1),
      personId: theId('person', 2),
      from: wednesday,
      until: '2026-11-28',
    };
    expect(told([[{ entity: 'duty', before: null, after: duty }]])).toEqual(['Nieuwe taak: Duty 1.']);
    expect(told([[{ entity: 'duty', before: duty, after: { ...duty, endedOn: today } }]])).toEqual([
      'Komt niet meer terug: Duty 1.',
    ]);
    expect(told([[{ entity: 'note', before: null, after: note }]])).toEqual(['Nieuwe notitie: Sleutel.']);
    expect(told([[{ entity: 'absence', before: null, after: away }]])).toEqual([
      'Person 2 is er niet van woensdag 25 nov tot en met vrijdag 27 nov.',
    ]);
    expect(told([[{ entity: 'absence', before: null, after: { ...away, personId: me } }]])).toEqual([]);
  });

  it('S4 tells whoever proposed a move that it is off, and nobody else', () => {
    const open: TransferRow = {
      id: theId('transfer', 1),
      items: [
        {
          id: theId('transferItem', 1),
          responsibilityId: theId('responsibility', 1),
          assignmentId: theId('assignment', 1),
          workId: null,
          sharePercent: 100,
          giver: me,
          receiver: theId('person', 2),
        },
      ],
      from: today,
      until: null,
      proposedBy: me,
      consents: [me],
      madeOn: today,
      expiresOn: '2026-12-15',
      state: 'open',
    };
    const off = (row: TransferRow): RowChange[] => [
      { entity: 'transfer', before: row, after: { ...row, state: 'withdrawn' } },
    ];
    expect(told([off(open)])).toEqual(['Je voorstel gaat niet door. Alles blijft zoals het was.']);
    expect(told([off({ ...open, proposedBy: theId('person', 2) })])).toEqual([]);
    expect(told([[{ entity: 'transfer', before: open, after: { ...open, state: 'agreed' } }]])).toEqual([]);
  });

  it('MD7 S4 never has an empty name: who was erased and asked or answered about an obstacle is called otherwise', () => {
    const row: ObstacleRow = {
      id: theId('obstacle', 1),
      title: 'Vergunningen wachten op een handtekening',
      body: '',
      submittedBy: me,
      addressedTo: theId('person', 8),
      addressedName: '',
      raisedOn: today,
      dueOn: today,
      state: 'open',
      answer: null,
    };
    const answer = { by: theId('person', 9), byName: '', body: 'Ja', on: today };
    expect(told([[{ entity: 'obstacle', before: null, after: row }]])).toEqual([
      `Voorgelegd aan Person 8: ${row.title}`,
    ]);
    const answered: RowChange = { entity: 'obstacle', before: row, after: { ...row, state: 'answered', answer } };
    expect(told([[answered]])).toEqual([`Person 9 gaf antwoord: ${row.title}`]);
  });

  it('S4 gathers what is about one thing, newest first, at most a dozen', () => {
    const rows = Array.from({ length: 15 }, (_, index) => responsibility(index + 1));
    const snapshot = aTeam({ responsibilities: rows });
    const made = rows.map((row): RowChange[] => [{ entity: 'responsibility', before: null, after: row }]);
    const lines = newsLines(netChanges([...made, [begun(5, 2)]].map(delivered)), tools(snapshot));
    const items = newestItems(itemsOf({ teamId: theId('team', 1), teamName: 'Team', snapshot }, lines));
    expect(items).toHaveLength(12);
    expect(items[0]?.words).toEqual(['Person 2 draagt dit nu.', 'Nieuw in het team.']);
    expect(items[1]?.about).toEqual({ responsibilityId: theId('responsibility', 15) });
  });
});
