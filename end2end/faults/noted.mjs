/** The codes of what can get in the way, in the order of the sheet. */
export const KINDS = ['find', 'unclear', 'wrong', 'door', 'asked', 'form', 'broken', 'access', 'wait', 'bounced', 'help', 'trust'];

/**
 * What the screen of one walk said was noted. Something is first `tried`; when the screen has said so it is `said`.
 * Between the two it may be on the phone or not, but never twice.
 */
export class Noted {
  /** The walk's id, once an address has named it. */
  walk = null;

  #things = new Map();

  tried(what, value = true) {
    this.#things.set(what, { value, said: false });
  }

  said(what) {
    this.#things.get(what).said = true;
  }

  has(what) {
    return this.#things.has(what);
  }

  get words() {
    return [...this.#things].map(([what, { value, said }]) => `${what} = ${value}${said ? '' : ' (not said)'}`);
  }

  /** What is wrong with what the server has, in words: `facts` are all it has of this walk. */
  wrongWith(facts) {
    const server = read(facts);
    const wrong = [...this.#things].map(([what, { value, said }]) => {
      const there = server.get(what) ?? [];
      if (there.length > 1) return `${what} is there ${there.length} times`;
      if (said && there.length === 0) return `${what} is missing`;
      if (said && there[0] !== value) return `${what} is "${there[0]}" instead of "${value}"`;
      return null;
    });
    const never = [...server.keys()].filter(what => !this.#things.has(what)).map(what => `${what} is there and was never noted`);
    const twice = facts.filter((fact, at) => facts.findIndex(other => other.id === fact.id) !== at).map(({ id }) => `fact ${id} is there twice`);
    return [...wrong.filter(Boolean), ...never, ...twice];
  }
}

/** What a log says in the end, by name: one value for each time it was made. A later word about a thing replaces the earlier. */
function read(facts) {
  const found = new Map();
  const add = (what, value) => found.set(what, [...(found.get(what) ?? []), value]);
  const set = (what, value) => found.set(what, [value]);
  // What a fact was about, by its id: what comes later names it.
  const about = new Map();
  const first = (what, id) => {
    about.set(id, what);
    add(what, true);
  };
  for (const { id, kind, data } of facts.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    switch (kind) {
      case 'started': add('start', true); break;
      case 'step_finished': add(`step ${data.step + 1}`, data.result); break;
      case 'friction_felt': first(`friction ${data.category}`, id); break;
      case 'friction_described':
        if ('note' in data) set(`note on ${about.get(data.friction)}`, data.note);
        if ('severity' in data) set(`severity of ${about.get(data.friction)}`, data.severity);
        break;
      case 'photo_added': add(`photo of ${about.get(data.friction)}`, true); break;
      case 'bright_spot_noted':
        if (data.stands) first(`worked at ${data.step + 1}`, id);
        else if (about.has(data.spot)) set(`words of ${about.get(data.spot)}`, data.note);
        else (data.spot ? set : add)('what worked', data.note);
        break;
      case 'marked': first(`moment ${data.mark}`, id); break;
      case 'friction_withdrawn': add(`${about.get(data.friction)} taken back`, true); break;
      case 'bright_spot_withdrawn': add(`${about.get(data.spot)} taken back`, true); break;
      case 'marker_withdrawn': add(`${about.get(data.marker)} taken back`, true); break;
      case 'outcome_given': for (const [question, answer] of Object.entries(data)) set(question, answer); break;
      case 'reflected': if (data.text) add(`a reflection in the open: ${data.text}`, true); break;
      case 'committed': set('one thing', data.text); break;
      case 'finished': add('the end', true); break;
      default:
    }
  }
  return found;
}
