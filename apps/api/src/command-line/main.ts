import { runCommand } from './run-command.ts';

// `pnpm roer <command>`: what only whoever runs the server may do.

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

process.exitCode = await runCommand(process.argv.slice(2), {
  variables: process.env,
  say: (line) => console.log(line),
  complain: (line) => console.error(`roer: ${line}`),
  stopping: stopping.signal,
});
