import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FIRSTHAND, Server } from './demo.mjs';
import { SEED } from './seed.mjs';

const run = promisify(execFile);
const SCAN = await readFile(createRequire(import.meta.url).resolve('jsqr/dist/jsQR.js'), 'utf8');

const TASKS = {
  services: [{ id: 'waste', name: { en: 'Bins and recycling', cy: 'Biniau ac ailgylchu' } }],
  tasks: [{
    id: 'missed-bin',
    service: 'waste',
    name: { en: 'Report a missed bin', cy: 'Rhoi gwybod am fin a gollwyd' },
    about_minutes: 8,
    mode: 'stop_before_submit',
    stop_before: { en: 'Send report', cy: "Anfon yr adroddiad" },
    worked_if: { en: 'you know when the bin will be emptied', cy: 'ydych yn gwybod pryd y caiff y bin ei wagio' },
    steps: [{ name: { en: 'Find where to report it', cy: 'Dod o hyd i ble i roi gwybod' } }],
  }],
};

/** A real organisation on a server of its own, as `firsthand init` makes it. */
export class Organisation {
  static async start(environment = {}) {
    const house = new Organisation();
    house.data = await mkdtemp(join(SEED, '..', 'real-'));
    const said = await run(FIRSTHAND, ['init', '--data', house.data, '--name', 'Aber Valley Council', '--id', 'aber', '--admin', 'Ada Lewis']);
    house.said = said.stdout;
    const file = join(house.data, 'tasks.json');
    await writeFile(file, JSON.stringify(TASKS));
    await run(FIRSTHAND, ['import', 'tasks', file, '--data', house.data, '--organisation', 'aber']);
    house.server = await Server.start(house.data, environment);
    house.url = house.server.url;
    return house;
  }

  /** What `firsthand invite` says for somebody: the address on this server, and the code. */
  async invite(name, ...more) {
    const where = ['--data', this.data, '--organisation', 'aber', '--base-url', this.url];
    const { stdout } = await run(FIRSTHAND, ['invite', ...where, '--name', name, ...more]);
    return { said: stdout, address: stdout.match(/http\S+\/invite\/\S+/)[0], code: stdout.match(/\b\w{4}-\w{4}-\w{4}\b/)[0] };
  }

  /** The administrator's own invitation, of the first day. */
  get first() {
    return this.said.match(/http\S+(\/invite\/\S+)/)[1];
  }

  async stop() {
    await this.server.stop();
    await rm(this.data, { recursive: true, force: true });
  }
}

/** An authenticator built into the device `page` is on, whose owner is there and does what is asked. */
export class Authenticator {
  static async of(page, options = {}) {
    const it = new Authenticator();
    it.session = await page.context().newCDPSession(page);
    await it.session.send('WebAuthn.enable');
    const kind = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
    const { authenticatorId } = await it.session.send('WebAuthn.addVirtualAuthenticator', { options: { ...kind, ...options } });
    it.id = authenticatorId;
    return it;
  }

  /** Whether the owner's finger is known. */
  async verifies(isUserVerified) {
    await this.session.send('WebAuthn.setUserVerified', { authenticatorId: this.id, isUserVerified });
  }

  async passkeys() {
    const { credentials } = await this.session.send('WebAuthn.getCredentials', { authenticatorId: this.id });
    return credentials;
  }
}

/** What a phone's camera reads from the square code on `page`. */
export async function scan(page) {
  const picture = await page.locator('svg.qr').screenshot();
  const reader = await page.context().newPage();
  await reader.evaluate(SCAN);
  const read = await reader.evaluate(async data => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return globalThis.jsQR(context.getImageData(0, 0, bitmap.width, bitmap.height).data, bitmap.width, bitmap.height)?.data;
  }, picture.toString('base64'));
  await reader.close();
  return read;
}
