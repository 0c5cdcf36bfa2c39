// Signing out on any page the server draws, as the app does it: what this phone holds is sealed or deleted first. And
// nobody's walks lie here beside somebody else's session.
//
// `/seal.js` does it, which is read when there is something to do. No service worker and no WebAssembly is needed. All
// of it happens where there is signal, so that the phone does not keep this file.

/** Who has a database on this phone: what the browser tells, or, where it does not, what we noted. */
export async function people() {
  if (!globalThis.indexedDB) return [];
  if (!indexedDB.databases) {
    const noted = name => localStorage.getItem(`firsthand-${name}`) ?? '';
    return [...new Set(`${noted('people')} ${noted('person')}`.split(' ').filter(Boolean))];
  }
  const names = (await indexedDB.databases()).map(({ name }) => name);
  return names.filter(name => /^firsthand-(?!sealed$)/.test(name)).map(name => name.slice('firsthand-'.length));
}

/**
 * What the server answered the app, which knew `last` until now, by the same session: whose news it is, or that they were
 * erased. Then, here, too, all of them goes, and nothing is sent.
 */
export async function heard(text, last) {
  const { me, error } = JSON.parse(text);
  if (error === 'erased' && last) return (await import('/seal.js')).gone(last, '/sign-in?erased');
  if (!me?.id) return;
  if (last && last !== me.id) forgetNotes(['person', 'seat', 'unsent']);
  await onlyFor(me.id);
}

/** This person has the phone now: what others left here is put away. An expired session is no sign of that. */
export async function onlyFor(person) {
  const others = (await people()).filter(it => it !== person);
  if (others.length) await (await import('/seal.js')).putAway(others);
  if (others.includes(localStorage.getItem('firsthand-person'))) forgetNotes([]);
  if (globalThis.indexedDB && !indexedDB.databases) localStorage.setItem('firsthand-people', person);
}

/** Lets go of what was remembered of a person, but for what is of the phone itself, and these. */
function forgetNotes(too) {
  const stay = ['out', 'sealed', 'ending', 'people', ...too].map(name => `firsthand-${name}`);
  for (const key of Object.keys(localStorage)) if (key.startsWith('firsthand-') && !stay.includes(key)) localStorage.removeItem(key);
}

/** Fulfilled when what is left from before this page is put away. */
export const done = start().catch(() => {});

async function start() {
  const form = document.querySelector('form[data-person]');
  form?.addEventListener('submit', event => {
    event.preventDefault();
    signOut(form);
  });
  // The server says that somebody signed out here, and the script of that page was not there to put anything away.
  if (/\b__Host-left=/.test(document.cookie)) return putAllAway();
  if (form) await onlyFor(form.dataset.person);
  const inTheApp = document.getElementById('app');
  if (!inTheApp && localStorage.getItem('firsthand-sealed')) import('/seal.js').then(it => it.send()).catch(() => {});
}

async function putAllAway() {
  const all = await people();
  // The app starts with nobody from now on, whatever comes of the rest.
  forgetNotes([]);
  if (all.length) await (await import('/seal.js')).putAway(all);
  localStorage.removeItem('firsthand-people');
  if (!(await people()).length) document.cookie = '__Host-left=; Path=/; Max-Age=0; SameSite=Lax; Secure';
}

let leaving = false;

async function signOut(form) {
  if (leaving) return;
  leaving = true;
  const { person, words } = form.dataset;
  try {
    await done;
    const all = await people();
    if (words && all.includes(person)) {
      // It asks where something would be lost; whoever stays may ask again.
      await (await import('/seal.js')).leave(person, words.split('\n'), true, '/');
      leaving = false;
      return;
    }
    await onlyFor('');
  } catch {
    // What is still here is put away on the next page: the server's answer asks for it.
  }
  form.submit();
}
