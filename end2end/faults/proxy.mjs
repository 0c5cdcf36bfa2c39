import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { GOES_THROUGH } from './fates.mjs';

/**
 * A network between a phone and a server, on an address of its own. It takes each request whole, one to a connection,
 * asks `fateOf(request)` what is to become of it (see fates.mjs), and does that to the bytes.
 */
export class Proxy {
  /** What became of each request since `clear`, in words. */
  told = [];
  #sockets = new Set();
  #held = new Set();
  #later = [];
  #under = new Set();

  /** `target()` is the address of the server at that moment. */
  static async start(target) {
    const proxy = new Proxy();
    proxy.target = target;
    proxy.heal();
    proxy.server = createServer({ allowHalfOpen: true }, client => proxy.#take(client)).listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    proxy.url = `http://127.0.0.1:${proxy.server.address().port}`;
    return proxy;
  }

  /** From now on `fateOf` decides. */
  trouble(fateOf) {
    this.fateOf = fateOf;
  }

  /** From now on all goes through. What was held breaks off; what was to come later comes now. Answers when it has come. */
  async heal() {
    this.fateOf = () => GOES_THROUGH;
    for (const client of this.#held) client.resetAndDestroy();
    this.#held.clear();
    while (this.#under.size > 0 || this.#later.length > 0) {
      this.#deliverLate();
      await Promise.allSettled(this.#under);
    }
  }

  clear() {
    this.told = [];
  }

  async stop() {
    await this.heal();
    for (const socket of this.#sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  #take(client) {
    this.#keep(client);
    const work = this.#carry(client).catch(error => {
      this.told.push(`${error.message}`);
      client.destroy();
    });
    this.#under.add(work);
    work.finally(() => this.#under.delete(work));
  }

  async #carry(client) {
    const request = await wholeRequest(client);
    if (!request) return client.destroy();
    const fate = this.fateOf(request);
    this.told.push(`${request.line}: ${fate.name}`);
    if (fate.only) {
      this.#later.push(request);
      return client.resetAndDestroy();
    }
    await wait(fate.late);
    const reply = await this.#deliver(request, fate.up);
    if (fate.twice === 'later') this.#later.push(request);
    else this.#deliverLate();
    const answer = fate.twice === 'at once' ? await this.#deliver(request) : reply;
    await wait(fate.late);
    if (fate.held) return this.#held.add(client);
    if (fate.lost || fate.up?.how === 'cut' || answer.all === 0) return client.resetAndDestroy();
    const bytes = fate.down ? answer.bytes.subarray(0, fate.down.at(answer)) : answer.bytes;
    client.write(bytes, () => (fate.down?.how === 'cut' ? client.resetAndDestroy() : client.end()));
  }

  /** Requests that nobody waits for, after a newer one. */
  #deliverLate() {
    for (const request of this.#later.splice(0)) {
      const work = this.#deliver(request).then(() => this.told.push(`${request.line}: came again`));
      this.#under.add(work);
      work.finally(() => this.#under.delete(work));
    }
  }

  /** Carries a request to the server, `broken` or whole, and answers with all that came back, which may be nothing. */
  async #deliver(request, broken) {
    const { hostname, port } = new URL(this.target());
    const server = this.#keep(connect({ host: hostname, port, allowHalfOpen: true }));
    const bytes = request.bytes.subarray(0, broken ? broken.at(request) : request.all);
    server.on('connect', () => server.write(bytes, () => broken && (broken.how === 'cut' ? server.resetAndDestroy() : server.end())));
    const reply = await everything(server);
    server.destroy();
    return message(reply);
  }

  #keep(socket) {
    socket.on('error', () => {});
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    return socket;
  }
}

const END_OF_HEAD = '\r\n\r\n';

function message(bytes) {
  const head = bytes.indexOf(END_OF_HEAD);
  return { bytes, all: bytes.length, head: head < 0 ? bytes.length : head + END_OF_HEAD.length };
}

/** The next request of a connection, changed so that the server closes after its reply; null when it ends before. */
async function wholeRequest(client) {
  const parts = [];
  for await (const part of client.iterator({ destroyOnReturn: false })) {
    parts.push(part);
    const bytes = Buffer.concat(parts);
    const head = bytes.indexOf(END_OF_HEAD);
    if (head < 0) continue;
    const text = bytes.toString('latin1', 0, head);
    const body = Number(text.match(/^content-length: *(\d+)/im)?.[1] ?? 0);
    if (bytes.length < head + END_OF_HEAD.length + body) continue;
    const closing = `${text.replace(/^connection:.*\r\n/im, '')}\r\nConnection: close${END_OF_HEAD}`;
    const [line] = text.split(' HTTP/');
    return { line, ...message(Buffer.concat([Buffer.from(closing, 'latin1'), bytes.subarray(head + END_OF_HEAD.length)])) };
  }
  return null;
}

async function everything(socket) {
  const parts = [];
  socket.on('data', part => parts.push(part));
  await new Promise(done => ['end', 'close', 'error'].forEach(event => socket.once(event, done)));
  return Buffer.concat(parts);
}

function wait(ms) {
  return ms && new Promise(done => setTimeout(done, ms));
}
