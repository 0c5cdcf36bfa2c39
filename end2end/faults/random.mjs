/** Chance that comes out the same each time: mulberry32, from any words and numbers. */
export class Random {
  #state;

  constructor(...from) {
    this.#state = [...from.join('/')].reduce((mixed, letter) => Math.imul(mixed ^ letter.codePointAt(0), 16777619), 2166136261);
  }

  /** At least 0, less than 1. */
  share() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both among them. */
  whole(low, high) {
    return low + Math.floor(this.share() * (high - low + 1));
  }

  /** True in `share` of all cases. */
  chance(share) {
    return this.share() < share;
  }

  one(of) {
    return of[this.whole(0, of.length - 1)];
  }
}
