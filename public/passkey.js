// The button of a page that asks for a passkey: fetches what to ask, asks the browser, hands its answer over.
// Every sentence stands in the page already. Older Safari cannot read these options itself: bytes are turned by hand.

for (const place of document.querySelectorAll('.passkey')) prepare(place);

function prepare(place) {
  const button = place.querySelector('button');
  if (!globalThis.PublicKeyCredential) return say(place, 'unable');
  button.hidden = false;
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    // Not `disabled`: that would take the focus away from who is at the keyboard.
    button.setAttribute('aria-disabled', 'true');
    say(place, 'waiting');
    const outcome = await ceremony(place);
    button.removeAttribute('aria-disabled');
    if (outcome.to) return location.assign(outcome.to);
    if (outcome.confirmed) {
      // What comes may be a file: then this page stays.
      say(place, 'confirmed');
      return place.closest('form').submit();
    }
    say(place, outcome.said);
    const offer = place.querySelector('[data-offer]');
    if (offer) offer.hidden = outcome.said !== 'already' && outcome.said !== 'over';
  });
}

/** Where to go on, that it is confirmed, or what to say. */
async function ceremony({ dataset }) {
  const asked = await post(dataset.ask, {});
  if (asked.said) return asked;
  const began = performance.now();
  let credential;
  try {
    const publicKey = readable(asked.publicKey);
    credential = 'user' in publicKey ? await navigator.credentials.create({ publicKey }) : await navigator.credentials.get({ publicKey });
  } catch (error) {
    return { said: reason(error, performance.now() - began >= (asked.publicKey.timeout ?? Infinity)) };
  }
  return credential ? post(dataset.answer, written(credential)) : { said: 'cancelled' };
}

function reason({ name }, late) {
  switch (name) {
    case 'NotAllowedError': return late ? 'timedOut' : 'cancelled';
    case 'AbortError': return 'cancelled';
    case 'InvalidStateError': return 'already';
    case 'SecurityError': return 'elsewhere';
    case 'NotSupportedError': return 'unable';
    default: return 'refused';
  }
}

async function post(path, body) {
  let answer;
  try {
    answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  } catch {
    return { said: 'unreachable' };
  }
  if (answer.status === 429) return { said: 'tooOften' };
  if (answer.status >= 500) return { said: 'unreachable' };
  try {
    return await answer.json();
  } catch {
    return { said: 'refused' };
  }
}

function say(place, what) {
  place.querySelector('[role=status]').textContent = place.dataset[what] ?? place.dataset.refused;
}

function readable(options) {
  const named = list => list?.map(one => ({ ...one, id: bytes(one.id) }));
  const read = { ...options, challenge: bytes(options.challenge) };
  if (options.user) read.user = { ...options.user, id: bytes(options.user.id) };
  if (options.excludeCredentials) read.excludeCredentials = named(options.excludeCredentials);
  if (options.allowCredentials) read.allowCredentials = named(options.allowCredentials);
  return read;
}

function written({ id, rawId, type, response }) {
  const parts = {};
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (response[part]) parts[part] = text(response[part]);
  }
  if (response.getTransports) parts.transports = response.getTransports();
  return { id, rawId: text(rawId), type, response: parts, extensions: {} };
}

function bytes(text) {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, letter => letter.charCodeAt(0)).buffer;
}

function text(buffer) {
  const letters = Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte));
  return btoa(letters.join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
