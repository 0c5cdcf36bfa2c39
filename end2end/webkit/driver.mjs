import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createServer } from 'node:net';
import { expect } from '@playwright/test';

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
// How an element is named in what the driver says.
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** WebKitGTK's browser on a screen of its own, driven as the W3C's WebDriver says. */
export class WebKit {
  static async start() {
    const webkit = new WebKit();
    const display = await webkit.#screen();
    const port = await freePort();
    webkit.driver = spawn('WebKitWebDriver', [`--port=${port}`], { env: { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }, stdio: 'ignore' });
    webkit.base = `http://127.0.0.1:${port}`;
    await expect.poll(() => fetch(`${webkit.base}/status`).then(answer => answer.ok, () => false)).toBe(true);
    await webkit.open();
    return webkit;
  }

  /** A browser with no memory. */
  async open() {
    const options = { binary: MINI_BROWSER, args: ['--automation'] };
    const { sessionId, capabilities } = await this.#send('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
    this.session = `/session/${sessionId}`;
    this.version = `${capabilities.browserName} ${capabilities.browserVersion}`;
  }

  async stop() {
    await this.#send('DELETE', this.session);
    for (const child of [this.driver, this.xvfb]) {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    }
  }

  goto(url) {
    return this.#ask('POST', '/url', { url });
  }

  /** Takes over the session that `address` signs in: WebKit keeps no `Secure` cookie where there is no HTTPS, on this machine neither. */
  async signIn(address) {
    const { origin } = new URL(address);
    const answer = await fetch(address, { method: 'POST', headers: { origin }, redirect: 'manual' });
    await this.goto(origin);
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
      await this.#ask('POST', '/cookie', { cookie: { name, value, path: '/', httpOnly: true } });
    }
  }

  url() {
    return this.#ask('GET', '/url');
  }

  /** Runs `code`, the body of a function, in the page; a promise is waited for. */
  run(code, ...args) {
    const script = `const done = arguments[arguments.length - 1]; (async (...args) => { ${code} })(...arguments).then(value => done({ value }), error => done({ error: String(error) }));`;
    return this.#ask('POST', '/execute/async', { script, args }).then(({ value, error }) => {
      if (error) throw new Error(error);
      return value;
    });
  }

  /** What can be seen of the page, as text. */
  text() {
    return this.run('return document.body.innerText');
  }

  async sees(text) {
    await expect.poll(() => this.text(), text).toContain(text);
  }

  /** Presses, as a finger does, the control called `name`, within `within` when something else is called so too. */
  async press(name, within = '') {
    const named = `normalize-space(.)=${quoted(name)} or @aria-label=${quoted(name)} or .//strong[normalize-space(.)=${quoted(name)}]`;
    await this.#click(`${within}//*[self::button or self::a or self::label][${named}]`);
  }

  /** Chooses `answer` under the question that says `question`. */
  async choose(question, answer) {
    await this.#click(`//fieldset[.//*[normalize-space(.)=${quoted(question)}]]//label[normalize-space(.)=${quoted(answer)}]`);
  }

  async write(label, text) {
    const [field] = await this.#shown(`//label[normalize-space(.)=${quoted(label)}]/following::textarea[1]`);
    await this.#ask('POST', `/element/${field}/value`, { text });
  }

  async #click(path) {
    await expect(async () => {
      const [found] = await this.#shown(path);
      if (await this.run('return document.documentElement.classList.contains("settling")')) throw new Error('the screen changed a moment ago');
      await this.run('args[0].scrollIntoView({ block: "center", behavior: "instant" })', { [ELEMENT]: found });
      await this.#ask('POST', `/element/${found}/click`, {});
    }).toPass({ timeout: 10_000, intervals: [50, 100, 200] });
  }

  async #shown(path) {
    const all = await this.#ask('POST', '/elements', { using: 'xpath', value: path });
    const seen = [];
    for (const { [ELEMENT]: id } of all) if (await this.#ask('GET', `/element/${id}/displayed`)) seen.push(id);
    if (seen.length === 0) throw new Error(`nothing to be seen at ${path}`);
    return seen;
  }

  #ask(method, path, body) {
    return this.#send(method, this.session + path, body);
  }

  async #send(method, path, body) {
    const answer = await fetch(this.base + path, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  /** A screen that nobody looks at; answers with its number. */
  async #screen() {
    this.xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '412x915x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [number] = await once(createInterface({ input: this.xvfb.stdio[3] }), 'line');
    return number;
  }
}

function quoted(text) {
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
