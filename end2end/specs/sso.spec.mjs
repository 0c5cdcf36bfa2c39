import { createSign, generateKeyPairSync } from 'node:crypto';
import { test as base, expect } from '@playwright/test';
import { expectAt } from '../at.mjs';
import { expectAccessible } from '../axe.mjs';
import { House, answering, honest, hostile } from '../providers.mjs';

const test = base.extend({
  house: async ({}, use) => {
    const house = await House.start('aber', 'cwm');
    await use(house);
    await house.stop();
  },
  provider: async ({ house }, use) => {
    const provider = await honest(house);
    await use(provider);
    await provider.stop();
  },
  liar: async ({}, use) => {
    const liar = await hostile();
    await use(liar);
    await liar.stop();
  },
  /** `somebody()`: a page of a browser of its own. */
  somebody: async ({ browser, house }, use) => {
    const contexts = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL: house.url, locale: 'en-GB' });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

const go = page => page.getByRole('button', { name: 'Continue with your organisation\'s sign-in' }).click();
const heading = (page, name) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
const REFUSED = 'We could not accept that sign-in';

async function typeWho(page, who) {
  await page.locator('input[name=login]').fill(who);
  await page.locator('input[name=password]').fill('anything');
  await page.locator('button[type=submit]').click();
}

async function agree(page) {
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function inside(page) {
  await expectAt(page, '/office');
}

/** Nobody is signed in with this browser. */
async function outside(page) {
  const cookies = await page.context().cookies();
  expect(cookies.filter(cookie => cookie.name === '__Host-session')).toEqual([]);
  await page.goto('/office');
  await expectAt(page, '/sign-in');
}

async function open(page, invitation) {
  await page.goto(new URL(invitation.address).pathname);
}

test('an invitation is linked, then the provider is enough, and proves a moment ago', async ({ house, provider, somebody }) => {
  await house.sso('aber', provider.issuer);
  const page = await somebody();
  const invitation = await house.invite('aber', 'Bea');
  await open(page, invitation);
  await expectAccessible(page, 'invitation');
  await go(page);
  await typeWho(page, 'bea');
  await agree(page);
  await inside(page);
  expect(provider.asked.at(-1)).toMatchObject({ response_type: 'code', scope: 'openid', code_challenge_method: 'S256', nonce: expect.any(String) });

  await page.goto('/confirm?next=/office');
  await expectAccessible(page, 'confirm');
  await page.getByRole('button', { name: 'Confirm with your organisation' }).click();
  await typeWho(page, 'bea');
  await inside(page);
  expect(provider.asked.at(-1)).toMatchObject({ prompt: 'login' });

  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await expectAt(page, '/');
  await outside(page);
  await expectAccessible(page, 'sign-in');
  await go(page);
  await inside(page);

  const other = await somebody();
  await open(other, invitation);
  await heading(other, 'This invitation does not work any more');
  await other.goto('/sign-in');
  await go(other);
  await typeWho(other, 'a stranger');
  await agree(other);
  await heading(other, 'Firsthand does not know you yet');
  await expectAccessible(other, 'unknown');
  await outside(other);
});

test('somebody else cannot take over who is linked already', async ({ house, provider, somebody }) => {
  await house.sso('aber', provider.issuer);
  const page = await somebody();
  await open(page, await house.invite('aber', 'Bea'));
  await go(page);
  await typeWho(page, 'bea');
  await agree(page);
  await inside(page);
  const other = await somebody();
  const invitation = await house.invite('aber', 'Cai');
  await open(other, invitation);
  await go(other);
  await typeWho(other, 'bea');
  await agree(other);
  await heading(other, 'This account belongs to somebody else here');
  await outside(other);
  await open(other, invitation);
  await expect(other.getByText('You are invited to aber')).toBeVisible();
});

test('as the only way it shuts codes and passkeys, but to break the glass', async ({ house, provider, somebody }) => {
  await house.sso('aber', provider.issuer, '--only');
  const page = await somebody();
  const { address, code } = await house.invite('aber', 'Bea');
  await open(page, { address });
  await expect(page.getByRole('button', { name: 'Continue as' })).toHaveCount(0);
  await page.goto('/sign-in');
  await page.getByLabel('Your code').fill(code);
  await page.locator('form:has(#code) button').click();
  await typeWho(page, 'bea');
  await agree(page);
  await inside(page);
  const spare = await somebody();
  await open(spare, await house.invite('aber', 'Sam', '--break-glass'));
  await expect(spare.getByRole('button', { name: 'Continue as Sam' })).toBeVisible();
  const elsewhere = await somebody();
  await open(elsewhere, await house.invite('cwm', 'Dai'));
  await expect(elsewhere.getByRole('button', { name: 'Continue as Dai' })).toBeVisible();
});

test('TRUST 9: what one browser began, no other finishes, and nobody chooses the state', async ({ house, liar, somebody }) => {
  await house.sso('aber', liar.issuer);
  const [ann, eve] = [await somebody(), await somebody()];
  let back;
  await ann.route(`${liar.issuer}/authorize?*`, async route => {
    const answer = await route.fetch({ maxRedirects: 0 });
    back = answer.headers().location;
    await route.fulfill({ status: 204 });
  });
  await open(ann, await house.invite('aber', 'Ann'));
  await go(ann);
  await expect.poll(() => back).toContain('/sign-in/callback?');

  await eve.goto(back);
  await heading(eve, 'This sign-in did not begin here');
  await outside(eve);
  let asked = false;
  await eve.route(`${liar.issuer}/authorize?*`, route => {
    asked = true;
    return route.fulfill({ status: 204 });
  });
  await eve.goto('/sign-in');
  await go(eve);
  await expect.poll(() => asked).toBe(true);
  await eve.goto(back);
  await heading(eve, 'This sign-in did not begin here');
  const chosen = new URL(back);
  chosen.searchParams.set('state', 'chosen-by-eve');
  for (const page of [ann, eve]) {
    await page.goto(chosen.href);
    await heading(page, 'This sign-in did not begin here');
    await outside(page);
  }

  await ann.goto(back);
  await inside(ann);
  const cookies = await ann.context().cookies();
  await ann.context().clearCookies({ name: '__Host-session' });
  await ann.goto(back);
  await heading(ann, 'This sign-in did not begin here');
  expect(cookies.find(cookie => cookie.name === '__Host-session')).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax' });
});

test('TRUST 10: the same subject and e-mail at another provider is somebody else', async ({ house, liar, somebody }) => {
  const second = await hostile();
  for (const provider of [liar, second]) {
    provider.lie = token => Object.assign(token.payload, { sub: 'same', email: 'ada@aber.example', email_verified: false });
  }
  await house.sso('aber', liar.issuer);
  await house.sso('cwm', second.issuer);
  const ann = await somebody();
  await open(ann, await house.invite('aber', 'Ann'));
  await go(ann);
  await inside(ann);
  const eve = await somebody();
  await eve.goto('/sign-in');
  await eve.getByRole('button', { name: 'cwm' }).click();
  await heading(eve, 'Firsthand does not know you yet');
  await outside(eve);
  // Were the first organisation ever to move to the second provider, its people would have to be linked anew.
  await house.sso('aber', second.issuer);
  await eve.goto('/sign-in');
  await eve.getByRole('button', { name: 'aber' }).click();
  await heading(eve, 'Firsthand does not know you yet');
  await second.stop();
});

test('TRUST 11: a token that is not what it must be lets nobody in', async ({ house, liar, somebody }) => {
  test.setTimeout(120_000);
  await house.sso('aber', liar.issuer);
  const page = await somebody();
  await open(page, await house.invite('aber', 'Ann'));
  await go(page);
  await inside(page);
  const now = () => Math.floor(Date.now() / 1000);
  const lies = {
    'another audience': payload => { payload.aud = 'another'; },
    'one audience too many': payload => { payload.aud = ['firsthand', 'another']; },
    'another issuer': payload => { payload.iss = 'https://evil.example'; },
    'another nonce': payload => { payload.nonce = 'another'; },
    'no nonce': payload => { delete payload.nonce; },
    'no subject': payload => { delete payload.sub; },
    'an empty subject': payload => { payload.sub = ''; },
    'run out': payload => { payload.exp = now() - 1; },
    'no end': payload => { delete payload.exp; },
    'from the future': payload => { payload.iat = now() + 3600; },
    'another party': payload => { payload.azp = 'another'; },
  };
  const forgeries = {
    'no signature': token => forged(token, { alg: 'none', kid: undefined }, () => ''),
    'a signature cut off': token => token.replace(/\.[^.]*$/, '.'),
    'another key': token => forged(token, {}, sign(OTHER.privateKey)),
    'another key of another name': token => forged(token, { kid: 'second' }, sign(OTHER.privateKey)),
    'changed after it was signed': token => token.replace(/\.(.*)\./, (_, body) => `.${encode({ ...decode(body), sub: 'else' })}.`),
    'no token': () => undefined,
    'no words': () => 'a.b.c',
  };
  const attempt = async name => {
    const eve = await somebody();
    await eve.goto('/sign-in');
    await go(eve);
    await expect.soft(eve.getByRole('heading', { level: 1 }), name).toHaveText(REFUSED);
    expect.soft((await eve.context().cookies()).map(cookie => cookie.name), name).not.toContain('__Host-session');
    await eve.context().close();
  };
  for (const [name, lie] of Object.entries(lies)) {
    liar.lie = token => lie(token.payload);
    await attempt(name);
  }
  liar.lie = () => {};
  for (const [name, forge] of Object.entries(forgeries)) {
    liar.forge = forge;
    await attempt(name);
  }
  liar.forge = token => token;
  const ann = await somebody();
  await ann.goto('/sign-in');
  await go(ann);
  await inside(ann);
  // New keys, as providers have from time to time, are asked for.
  const fresh = await liar.keys.generate('RS256', { kid: 'fresh' });
  liar.keys.get = () => fresh;
  const later = await somebody();
  await later.goto('/sign-in');
  await go(later);
  await inside(later);
});

test('TRUST 11: an old proof is no fresh one', async ({ house, liar, somebody }) => {
  await house.sso('aber', liar.issuer);
  const page = await somebody();
  await open(page, await house.invite('aber', 'Ann'));
  await go(page);
  await inside(page);
  const now = Math.floor(Date.now() / 1000);
  for (const auth_time of [undefined, now - 3600, now + 3600]) {
    liar.lie = token => Object.assign(token.payload, { auth_time });
    await page.goto('/confirm?next=/office');
    await page.getByRole('button', { name: 'Confirm with your organisation' }).click();
    await heading(page, REFUSED);
  }
  liar.lie = token => Object.assign(token.payload, { auth_time: Math.floor(Date.now() / 1000), sub: 'somebody else' });
  await page.goto('/confirm?next=/office');
  await page.getByRole('button', { name: 'Confirm with your organisation' }).click();
  await heading(page, REFUSED);
  liar.lie = token => Object.assign(token.payload, { auth_time: Math.floor(Date.now() / 1000) });
  await page.goto('/confirm?next=/office');
  await page.getByRole('button', { name: 'Confirm with your organisation' }).click();
  await inside(page);
});

test('only the tenant that was named, and only who signed in as demanded', async ({ house, liar, somebody }) => {
  await house.sso('aber', liar.issuer, '--tenant', 'ours', '--require-amr', 'mfa', '--require-acr', 'high');
  const right = { tid: 'ours', amr: ['pwd', 'mfa'], acr: 'high' };
  liar.lie = token => Object.assign(token.payload, right);
  const page = await somebody();
  await open(page, await house.invite('aber', 'Ann'));
  await go(page);
  await inside(page);
  for (const wrong of [{ tid: 'theirs' }, { tid: undefined }, { amr: ['pwd'] }, { amr: undefined }, { acr: 'low' }, { acr: undefined }]) {
    liar.lie = token => Object.assign(token.payload, right, wrong);
    const eve = await somebody();
    await eve.goto('/sign-in');
    await go(eve);
    await heading(eve, REFUSED);
    await outside(eve);
  }
});

test('TRUST 47: a provider that is dead, hangs or talks nonsense gets a clear page, and other ways work', async ({ house, somebody }) => {
  let answer = (_, response) => response.end('{}');
  const odd = await answering((request, response) => answer(request, response));
  const document = more => JSON.stringify({
    issuer: odd.issuer, authorization_endpoint: `${odd.issuer}/a`, token_endpoint: `${odd.issuer}/t`, jwks_uri: `${odd.issuer}/j`,
    response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'], ...more,
  });
  const json = (response, text) => response.setHeader('content-type', 'application/json').end(text);
  const says = more => (request, response) => json(response, request.url.startsWith('/.well-known') ? document(more) : '{"keys":[]}');
  const refusal = async () => (await house.sso('aber', odd.issuer).catch(error => error)).stderr ?? 'it was taken';
  // TRUST 24: where a provider may lead.
  for (const [what, why] of [
    [says({ issuer: 'https://evil.example' }), 'unexpected issuer'],
    [says({ jwks_uri: 'http://169.254.169.254/latest' }), 'must not be asked'],
    [says({ jwks_uri: 'https://[::ffff:169.254.169.254]/latest' }), 'must not be asked'],
    [says({ token_endpoint: 'http://evil.example/t' }), 'token_endpoint is not https'],
    [says({ authorization_endpoint: 'javascript:alert(1)' }), 'authorization_endpoint'],
    [(_, response) => response.writeHead(302, { location: 'http://localhost/elsewhere' }).end(), '302'],
    [(_, response) => json(response, `{"a":"${'x'.repeat(2_000_000)}"}`), 'too large'],
  ]) {
    answer = what;
    expect.soft(await refusal()).toContain(why);
  }
  answer = says({});
  await house.sso('aber', odd.issuer);
  const page = await somebody();
  const unreachable = async () => {
    await page.goto('/sign-in');
    await go(page);
    await heading(page, 'Your organisation\'s sign-in does not answer');
    await page.goto('/sign-in');
    await expect(page.getByLabel('Your code')).toBeVisible();
  };
  answer = () => {};
  await unreachable();
  await odd.stop();
  await unreachable();
  await open(page, await house.invite('aber', 'Ann'));
  await expect(page.getByRole('button', { name: 'Continue as Ann' })).toBeVisible();
});

const OTHER = generateKeyPairSync('rsa', { modulusLength: 2048 });
const encode = value => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = text => JSON.parse(Buffer.from(text, 'base64url'));
const sign = key => text => createSign('RSA-SHA256').update(text).sign(key, 'base64url');

function forged(token, header, signature) {
  const [head, body] = token.split('.');
  const text = `${encode({ ...decode(head), ...header })}.${body}`;
  return `${text}.${signature(text)}`;
}
