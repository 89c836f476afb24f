import { createRequire } from 'node:module';

/**
 * Makes the ids of sockets count instead of being random, so that two runs of the same world can be compared byte by byte. They say
 * nothing but when somebody connected. Gives what undoes it.
 */
export const fixedSocketIds = (): (() => void) => {
  const socketIo = createRequire(createRequire(import.meta.url).resolve('socket.io'));
  const engineIo = createRequire(socketIo.resolve('engine.io'));
  const undo = [socketIo, engineIo].map((within, place) => {
    // Each package's own source of ids, which it says no types of.
    const { base64id } = within('./contrib/base64id') as { base64id: { generateId: () => string } };
    const before = base64id.generateId;
    let count = 0;
    base64id.generateId = () => `socket${place}${String((count += 1)).padStart(13, '0')}`;
    return (): void => void (base64id.generateId = before);
  });
  return () => {
    for (const each of undo) each();
  };
};
