import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { promisify } from 'node:util';

/** The program under test. */
export const FIRSTHAND = process.env.FIRSTHAND_BIN ?? new URL('../target/release/firsthand', import.meta.url).pathname;

/** A running `firsthand serve`, with nobody in it. */
export class Server {
  /** Starts one on the folder `data` at a free port, with this much more in its environment. */
  static async start(data, environment = {}) {
    const server = new Server();
    const listen = `127.0.0.1:${await freePort()}`;
    const env = { ...process.env, ...environment };
    server.process = spawn(FIRSTHAND, ['serve', '--listen', listen, '--data', data], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    // By name, as it calls itself: passkeys and providers know it by that.
    server.url = `http://${listen.replace('127.0.0.1', 'localhost')}`;
    await answering(`${server.url}/readyz`, server.process);
    return server;
  }

  async stop() {
    const ended = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await ended;
  }
}

/** A running `firsthand demo`. It can be stopped and started again on the same data and the same address. */
export class Demo {
  /** Arguments besides the usual ones, for the next start. */
  more = [];

  /** The names of the leaders who walk already; the tests keep it. */
  busy = new Set();

  /** Whom the tests invited: no start tells of them. */
  #invited = [];

  /** Starts one on the folder `data`; `listen` is HOST:PORT, port 0 picks a free one. */
  static async start(data, listen = '127.0.0.1:0', more = []) {
    const demo = new Demo();
    Object.assign(demo, { data, more });
    await demo.#spawn(listen);
    return demo;
  }

  get running() {
    return this.process != null;
  }

  /** The people of the organisation who hold `role`: leader, service_team, board or administrator. */
  people(role, organisation = 'Aber Valley Council') {
    const found = this.everybody.filter(person => person.role === role && person.organisation === organisation);
    if (found.length === 0) throw new Error(`the demonstration has no ${role} at ${organisation}`);
    return found;
  }

  /** One more leader of the council, by the command that invites people. */
  async newLeader() {
    const person = { name: `Leader ${this.busy.size}`, role: 'leader', organisation: 'Aber Valley Council' };
    // Two of one name would be one person.
    this.busy.add(person.name);
    person.sign_in = await this.#invite(person);
    this.#invited.push(person);
    this.everybody.push(person);
    return person;
  }

  /** An address that signs this person in and is not spent: this start's own, or a new one for somebody invited here. */
  address({ name, role, organisation }) {
    const same = person => person.name === name && person.role === role && person.organisation === organisation;
    return this.#invited.some(same) ? this.#invite({ name }) : this.everybody.find(same).sign_in;
  }

  async #invite({ name }) {
    const where = ['--data', this.data, '--base-url', this.url, '--organisation', 'aber'];
    const { stdout } = await promisify(execFile)(FIRSTHAND, ['invite', ...where, '--name', name, '--roles', 'leader']);
    return stdout.match(/http\S+/)[0];
  }

  /** Asks the server to end, and waits until it has. */
  stop() {
    return this.#end('SIGTERM');
  }

  /** Ends the server as a power cut would. */
  kill() {
    return this.#end('SIGKILL');
  }

  /** Starts it again where it was: same folder, same port. */
  startAgain() {
    return this.#spawn(new URL(this.url).host);
  }

  async #spawn(listen) {
    const child = spawn(FIRSTHAND, ['demo', '--json', '--listen', listen, '--data', this.data, ...this.more], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', chunk => { said = (said + chunk).slice(-4000); });
    const ready = firstLine(child.stdout);
    const ended = once(child, 'exit').then(([code]) => {
      if (this.process === child) this.process = null;
      throw new Error(`firsthand demo ended with ${code} before it was ready:\n${said}`);
    });
    ended.catch(() => {});
    const { url, people } = JSON.parse(await Promise.race([ready, ended]));
    Object.assign(this, { process: child, url: url.replace(/\/$/, ''), everybody: [...people, ...this.#invited] });
  }

  async #end(signal) {
    const child = this.process;
    if (!child) return;
    this.process = null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answering(url, child) {
  for (;;) {
    if (child.exitCode != null) throw new Error(`firsthand serve ended with ${child.exitCode}`);
    const ready = await fetch(url).then(response => response.ok, () => false);
    if (ready) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function firstLine(stream) {
  const lines = createInterface({ input: stream });
  return once(lines, 'line').then(([line]) => line);
}
