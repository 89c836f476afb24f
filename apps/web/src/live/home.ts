import type * as AtHome from './at-home.ts';

type Home = typeof AtHome;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const untilLoaded = async (): Promise<Home> => {
  for (;;) {
    try {
      return await import('./at-home.ts');
    } catch {
      // The connection was lost in the very first moment; what was given meanwhile stays on screen.
      await pause(1000);
    }
  }
};

let loading: Promise<Home> | undefined;

/** What this device keeps and sends of who is here. Work that is given first is done first. */
export const home = (): Promise<Home> => (loading ??= untilLoaded());
