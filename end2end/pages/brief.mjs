import { Phone, expect } from './phone.mjs';

/** The situation you walk in, and the ground rules. */
export class Brief extends Phone {
  async shown() {
    await expect(this.control(this.words.startWalkthrough)).toBeVisible();
    return this;
  }

  async start() {
    await this.control(this.words.startWalkthrough).tap();
  }
}
