import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Demo } from '../demo.mjs';
import { SEED } from '../seed.mjs';
import { Handset } from './handset.mjs';
import { Proxy } from './proxy.mjs';

/** So many walks, then the leader is another, with a new phone. */
const WALKS_EACH = 8;

/** A server, a network and a phone, for one schedule after the other. */
export class Lane {
  #walked = 0;
  #leaders = [];

  static async open() {
    const lane = new Lane();
    lane.proxy = await Proxy.start(() => lane.demo.url);
    return lane;
  }

  /** All is well: server up, network healed, phone alive and signed in. */
  async ready() {
    if (this.#walked++ % WALKS_EACH > 0 && this.handset?.alive) return;
    if (this.#leaders.length === 0) await this.#newServer();
    await this.handset?.throwAway();
    this.handset = await Handset.fresh(this.proxy.url);
    await this.handset.belongTo(this.#leaders.pop());
  }

  async #newServer() {
    await this.#closeServer();
    const parent = join(SEED, '..', 'workers');
    await mkdir(parent, { recursive: true });
    this.data = await mkdtemp(join(parent, 'lane-'));
    await cp(SEED, this.data, { recursive: true });
    this.demo = await Demo.start(this.data);
    this.#leaders = this.demo.everybody.filter(({ role }) => role === 'leader');
  }

  async #closeServer() {
    if (!this.demo) return;
    await this.demo.stop();
    await rm(this.data, { recursive: true, force: true });
  }

  /** Asks the server itself, past the network, as the phone's owner. */
  async ask(path) {
    return (await this.#get(path)).json();
  }

  /** What is at an address, by its type. */
  async looksAt(path) {
    return (await this.#get(path)).headers.get('content-type');
  }

  async #get(path) {
    const answer = await fetch(`${this.demo.url}${path}`, { headers: { cookie: await this.handset.cookie() } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  }

  async close() {
    await this.handset?.throwAway();
    await this.proxy.stop();
    await this.#closeServer();
  }
}
