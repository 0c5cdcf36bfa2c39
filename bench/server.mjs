import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';

/** Runs the server's own figures, a Rust program that prints one JSON object a line, and passes each to `note`; only `parts` of them where some are named. */
export async function measureServer(note, parts = []) {
  const child = spawn('cargo', ['bench', '--quiet', '--package', 'firsthand', '--bench', 'figures', '--', ...parts], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) note(JSON.parse(line));
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`the server's figures ended with ${code}`);
}
