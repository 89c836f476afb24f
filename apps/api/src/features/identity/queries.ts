import type { Context } from '../../platform/trpc.ts';
import { firstRunState } from './first-run.ts';
import { openLink } from './links.ts';
import { readPasskeys } from './passkey-table.ts';
import { placeOfPasskeys } from './passkeys.ts';
import { demandWithin } from '../../platform/rate-limit.ts';
import { linkView, meView } from './views.ts';
import type { FirstRun, LinkInfo, Me } from './views.ts';

/** Who asks; null for a stranger. Asking keeps somebody signed in: their session ends a week after the last day of use. */
export const me = async ({ platform, session, setCookie }: Context): Promise<Me | null> => {
  if (!session) return null;
  const prolonged = await platform.accounts.prolongSession(session.id);
  if (prolonged !== null) setCookie(prolonged);
  return meView(session);
};

/** Whose a link is and what it is for. Throws `linkExpired`, `tooManyRequests`. */
export const linkInfo = async (context: Context, { token }: { token: string }): Promise<LinkInfo> => {
  await demandWithin(context, 'linkFromPlace', context.ip);
  const link = await openLink(context.platform, token);
  const passkeys = await readPasskeys(context.platform.identityPool, link);
  return linkView(link, { losesPasskeys: passkeys.length > 0 });
};

export const firstRun = async ({ platform }: Context): Promise<FirstRun> => ({
  state: await firstRunState(platform),
  mail: platform.mailer !== null,
  passwords: platform.doors.passwords,
  provider: platform.doors.provider?.name ?? null,
  passkeys: placeOfPasskeys(platform)?.origin ?? null,
});
