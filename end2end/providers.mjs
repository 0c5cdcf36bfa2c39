import { createServer } from 'node:http';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Provider } from 'oidc-provider';
import { OAuth2Server } from 'oauth2-mock-server';
import { FIRSTHAND, Server } from './demo.mjs';

const run = promisify(execFile);
const SECRET = 'a-secret-of-the-house-and-of-nobody-else';

/** Organisations on a server of their own, set up by the operator's commands. */
export class House {
  static async start(...organisations) {
    const house = new House();
    house.data = await mkdtemp(join(tmpdir(), 'sso-'));
    for (const id of organisations) {
      await house.firsthand('init', '--name', id, '--id', id, '--admin', `Ada of ${id}`);
    }
    await writeFile(join(house.data, 'secret'), `${SECRET}\n`);
    house.server = await Server.start(house.data);
    house.url = house.server.url;
    return house;
  }

  /** The address of an invitation, and what the command said besides. */
  async invite(organisation, name, ...more) {
    const said = await this.firsthand('invite', '--organisation', organisation, '--name', name, '--roles', 'administrator', ...more, '--base-url', this.url);
    return { address: said.match(/http\S+\/invite\/\S+/)[0], code: said.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/)[0] };
  }

  /** Sets single sign-on up. */
  sso(organisation, issuer, ...more) {
    const provider = ['--issuer', issuer, '--client-id', 'firsthand', '--client-secret-file', join(this.data, 'secret')];
    return this.firsthand('sso', '--organisation', organisation, ...provider, ...more, '--base-url', this.url);
  }

  async firsthand(command, ...more) {
    const { stdout } = await run(FIRSTHAND, [command, '--data', this.data, ...more]);
    return stdout;
  }

  async stop() {
    await this.server.stop();
    await rm(this.data, { recursive: true, force: true });
  }
}

/** A provider as organisations have one: somebody types who they are, and that is their subject. */
export async function honest(house) {
  const server = await listening(createServer());
  const issuer = `http://localhost:${server.address().port}`;
  const asked = [];
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'firsthand', client_secret: SECRET, redirect_uris: [`${house.url}/sign-in/callback`] }],
    cookies: { keys: ['cookies of the test'] },
    findAccount: (_, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    pkce: { required: () => true },
  });
  provider.on('authorization.accepted', ctx => asked.push(ctx.oidc.params));
  server.on('request', provider.callback());
  return { issuer, asked, stop: () => stopped(server) };
}

/** A provider that says whatever it is told to: `lie(token)` changes what is signed, `forge(token)` what is sent. */
export async function hostile() {
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256', { kid: 'first' });
  await server.start(0, 'localhost');
  const provider = { issuer: server.issuer.url, keys: server.issuer.keys, lie: () => {}, forge: async token => token, stop: () => server.stop() };
  server.service.on('beforeTokenSigning', token => provider.lie(token));
  server.service.on('beforeResponse', answer => {
    answer.body.id_token = provider.forge(answer.body.id_token);
  });
  provider.forge = token => token;
  return provider;
}

/** A server that answers every address by `answer(request, response)`. */
export async function answering(answer) {
  const server = await listening(createServer(answer));
  return { issuer: `http://localhost:${server.address().port}`, stop: () => stopped(server) };
}

async function listening(server) {
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return server;
}

async function stopped(server) {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
