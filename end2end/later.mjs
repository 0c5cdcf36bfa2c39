import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The clock of a server under test, which can be put forward while it runs. */
export class Later {
  #seconds = 0;

  static async make() {
    const later = new Later();
    later.folder = await mkdtemp(join(tmpdir(), 'later-'));
    const library = join(later.folder, 'later.so');
    // By the compiler that building the server takes anyway.
    await promisify(execFile)('cc', ['-shared', '-fPIC', '-o', library, new URL('later.c', import.meta.url).pathname, '-ldl']);
    later.environment = { LD_PRELOAD: library, LATER: join(later.folder, 'seconds') };
    await later.passes(0);
    return later;
  }

  /** So much time goes by at once. */
  passes(seconds) {
    this.#seconds += seconds;
    return writeFile(this.environment.LATER, `${this.#seconds}\n`);
  }

  throwAway() {
    return rm(this.folder, { recursive: true, force: true });
  }
}
