import { expect } from '@playwright/test';
import { Step } from '../pages/step.mjs';
import { Back } from '../pages/back.mjs';
import { Brief } from '../pages/brief.mjs';
import { Finish } from '../pages/finish.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Photos } from '../pages/photos.mjs';
import { Receipt } from '../pages/receipt.mjs';
import { EN } from '../words.mjs';
import { KINDS } from './noted.mjs';
import { Passing } from './passing.mjs';

const SEVERITIES = { 'Slowed me': 'slowed', 'Nearly stopped me': 'nearly', [EN.stoppedMe]: 'stopped' };

/** Somebody who walks with a handset and notes this and that, by chance. */
export class Walker {
  /** Wants to come to the end. */
  tired = false;

  constructor(handset, random, noted) {
    Object.assign(this, { handset, random, noted });
  }

  get page() {
    return this.handset.page;
  }

  /** Which screen the walk is on. */
  async place(patience = {}) {
    // A sheet that was open when the phone went is open again.
    const sheet = this.page.getByRole('dialog');
    const { step, finish } = this.#pages();
    const screens = {
      step: step.button(EN.done),
      back: step.button(EN.nextStep),
      questions: finish.button(EN.next),
      reflection: finish.control(EN.finishWalkthrough),
      receipt: this.page.getByRole('heading', { level: 1, name: EN.receipt }),
      brief: finish.control(EN.startWalkthrough),
    };
    await expect(Object.values(screens).reduce((any, screen) => any.or(screen)).or(sheet).first()).toBeVisible(patience);
    if (await sheet.isVisible()) await this.page.keyboard.press('Escape');
    for (const [name, screen] of Object.entries(screens)) if (await screen.isVisible()) return name;
    return this.place(patience);
  }

  /** Opens the walk, and once more when nothing comes: whoever has no signal does the same. */
  async open(task) {
    await expect(async () => {
      await this.#open(task);
      await this.place({ timeout: 6_000 });
    }).toPass();
  }

  /** Where the walk stands; where the screen knows of none, the brief of `task`. */
  async #open(task) {
    if (this.noted.walk) return this.page.goto(`/walk/${this.noted.walk}`);
    await this.page.goto('/walk');
    const carryOn = this.page.getByRole('link', { name: EN.carryOn });
    await expect(carryOn.or(this.page.getByRole('link', { name: EN.chooseAnother })).first()).toBeVisible();
    if (!(await carryOn.isVisible())) return this.page.goto(`/walk/brief/${task}`);
    await carryOn.tap();
    return this.#started();
  }

  /** Does one thing that the screen offers, and remembers what the screen said to it. */
  async act(place) {
    const { step, back, brief, finish } = this.#pages();
    switch (place) {
      case 'brief': return this.#start(brief);
      case 'step':
        this.at = await step.number();
        return this.#atStep(step);
      case 'back': return this.#cameBack(back);
      case 'questions': return this.#answer(finish);
      case 'reflection': return this.#finish(finish);
      default: throw new Error(`nothing to do on the ${place}`);
    }
  }

  async #start(brief) {
    this.noted.tried('start');
    await brief.start();
    await this.#started();
  }

  async #started() {
    await new Step(this.page).shown();
    this.noted.walk = new URL(this.page.url()).pathname.split('/')[2];
    this.noted.said('start');
  }

  #atStep(step) {
    const share = this.random.share();
    const passing = new Passing(this.page, this.random, this.noted);
    if (share < 0.35) return this.#friction(step, passing);
    if (share < 0.43) return passing.mark();
    if (share < 0.51) return passing.worked(this.at);
    if (share < 0.58) return this.#elsewhere();
    return this.#goOn(step);
  }

  async #friction(step, passing) {
    const kinds = KINDS.filter(kind => !this.noted.has(`friction ${kind}`));
    if (kinds.length === 0) return this.#goOn(step);
    const kind = this.random.one(kinds);
    await step.friction();
    const sheet = await new FrictionSheet(this.page).shown();
    this.noted.tried(`friction ${kind}`);
    await sheet.kind(KINDS.indexOf(kind)).tap();
    // A tap that a busy phone took for a long press is given again.
    if (!(await sheet.saysSaved().then(() => true, () => false))) await sheet.kind(KINDS.indexOf(kind)).tap();
    await sheet.saysSaved();
    this.noted.said(`friction ${kind}`);
    if (this.random.chance(0.4)) {
      const [label, severity] = this.random.one(Object.entries(SEVERITIES));
      this.noted.tried(`severity of friction ${kind}`, severity);
      await sheet.choice(label).tap();
      await expect(sheet.choice(label)).toHaveAttribute('aria-pressed', 'true');
      this.noted.said(`severity of friction ${kind}`);
    }
    if (this.random.chance(0.3)) await this.#photo(kind);
    if (this.random.chance(0.15)) {
      await passing.takeBack(`friction ${kind}`, EN.removePoint, EN.pointRemoved);
    } else if (this.random.chance(0.6)) {
      const note = `About ${kind}, ${this.random.whole(1000, 9999)} ${'and so on '.repeat(this.random.whole(0, 60))}`.trim();
      this.noted.tried(`note on friction ${kind}`, note);
      await sheet.write(note);
      await sheet.save();
      this.noted.said(`note on friction ${kind}`);
    } else {
      await this.page.keyboard.press('Escape');
    }
    await expect(sheet.sheet).toBeHidden();
  }

  async #photo(kind) {
    const photos = new Photos(this.page);
    this.noted.tried(`photo of friction ${kind}`);
    await photos.choose(await this.handset.picture());
    await photos.cover.useBare();
    await photos.says(0, new RegExp(`${EN.savedOnThisPhone}|${EN.sending}|${EN.sent}`));
    this.noted.said(`photo of friction ${kind}`);
  }

  /** Opens the walk in a second tab, does something there and closes it. This tab has heard of it then. */
  async #elsewhere() {
    const here = this.page;
    // Where the service has no address, another tab in front is the way to it.
    if (!(await new Step(here).control(EN.openTheService).isVisible())) return;
    const title = await heading(here).innerText();
    const tab = await here.context().newPage();
    try {
      await tab.goto(`/walk/${this.noted.walk}`);
      const step = await new Step(tab).shown();
      await new Passing(tab, this.random, this.noted).mark();
      if (this.random.chance(0.5)) {
        await this.#end(tab, this.at, 'done', () => step.done());
        await expect(heading(here)).not.toHaveText(title);
      }
    } finally {
      if (!tab.isClosed()) await tab.close();
      if (!here.isClosed()) await here.bringToFront();
    }
  }

  async #goOn(step) {
    if (this.random.chance(0.1)) return step.visitTheService(200_000);
    const stuck = this.random.chance(this.tired ? 0.5 : 0.1);
    await this.#end(this.page, this.at, stuck ? 'stuck' : 'done', () => (stuck ? step.stuck() : step.done()));
  }

  async #cameBack(back) {
    await this.#end(this.page, this.at, 'done', () => back.didIt());
  }

  /** Ends step `number` in `page` by `tap`; the screen says so by going on. */
  async #end(page, number, result, tap) {
    const before = await heading(page).innerText();
    this.noted.tried(`step ${number}`, result);
    await tap();
    await expect(heading(page)).not.toHaveText(before);
    this.noted.said(`step ${number}`);
  }

  async #answer(finish) {
    const ease = this.random.whole(1, 7);
    this.noted.tried('need_met', 'yes');
    this.noted.tried('ease', ease);
    this.noted.tried('others_would', 'some_not');
    const group = name => this.page.getByRole('group', { name });
    await choose(finish.choice(finish.question, EN.yes));
    await choose(finish.choice(group(EN.ease), new RegExp(`^${ease}`)));
    await choose(finish.choice(group(EN.withoutAdvantages), EN.someWouldNot));
    await finish.control(EN.next).tap();
    await expect(finish.control(EN.finishWalkthrough)).toBeVisible();
  }

  async #finish(finish) {
    const worked = `The page was short, ${this.random.whole(1000, 9999)}`;
    this.noted.tried('what worked', worked);
    this.noted.tried('the end');
    await finish.write(EN.workedWell, worked);
    await finish.write(EN.leastSure, 'When it asked me again.');
    await finish.control(EN.finishWalkthrough).tap();
    const receipt = await new Receipt(this.page).shown();
    this.noted.said('the end');
    await expect(this.page.getByRole('main')).toContainText(worked);
    this.noted.said('what worked');
    for (const answer of ['need_met', 'ease']) if (this.noted.has(answer)) this.noted.said(answer);
    return receipt;
  }

  #pages() {
    const [step, back, brief, finish] = [Step, Back, Brief, Finish].map(Page => new Page(this.page));
    return { step, back, brief, finish };
  }
}

function heading(page) {
  return page.getByRole('heading', { level: 1 });
}

/** A strip that comes or goes may move an answer from under the finger: it is tapped until it is chosen. */
async function choose(answer) {
  await expect(async () => {
    // On a phone that was killed meanwhile there is nothing to choose any more: what comes next fails.
    if (answer.page().isClosed()) return;
    if (!(await answer.isChecked())) await answer.tap();
    await expect(answer).toBeChecked({ timeout: 1_000 });
  }).toPass();
}
