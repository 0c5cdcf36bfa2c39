import { settled } from '../settled.mjs';
import { Phone, expect } from './phone.mjs';

/** The photos in the friction sheet. */
export class Photos extends Phone {
  constructor(page, words) {
    super(page, words);
    this.section = page.getByRole('group', { name: this.words.photos });
    this.items = this.section.getByRole('listitem');
    this.said = this.section.locator('.photo-said');
    this.cover = new Cover(page, words);
  }

  /** Chooses files from the library. */
  async choose(...files) {
    await this.section.getByLabel(this.words.choosePhoto, { exact: true }).setInputFiles(files.map(asFile));
  }

  /** Takes a photo with the camera. */
  async take(file) {
    await this.section.getByLabel(this.words.takePhoto, { exact: true }).setInputFiles(asFile(file));
  }

  /** Pastes from the keyboard, with the focus in the sheet. */
  async paste(bytes) {
    await this.section.evaluate((section, base64) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), it => it.charCodeAt(0));
      data.items.add(new File([content], 'image.jpg', { type: 'image/jpeg' }));
      section.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    }, bytes.toString('base64'));
  }

  /** The photo says where it is. */
  async says(at, words) {
    // The server makes each picture anew before it says that it has it.
    await expect(this.items.nth(at)).toContainText(words, { timeout: 30_000 });
  }

  /** Every photo named is to be seen. */
  async seen(count) {
    await expect(this.items).toHaveCount(count);
    for (const image of await this.items.getByRole('img').all()) {
      await expect.poll(() => image.evaluate(it => it.complete && it.naturalWidth)).toBeGreaterThan(0);
    }
  }

  async remove(n) {
    await this.section.getByRole('button', { name: this.words.removePhoto.replace('{n}', n), exact: true }).tap();
  }
}

function asFile(file) {
  return Buffer.isBuffer(file) ? { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: file } : file;
}

/** Covering what is private, full screen. */
export class Cover extends Phone {
  constructor(page, words) {
    super(page, words);
    this.dialog = page.getByRole('dialog', { name: this.words.cover });
    this.boxes = this.dialog.locator('.cover-box');
    this.status = this.dialog.getByRole('status');
    this.picture = this.dialog.locator('canvas');
  }

  async shown() {
    await expect(this.dialog).toBeVisible();
    return this;
  }

  /** Draws a box with a finger, between two corners given as parts of the picture's width and height. */
  async draw([x0, y0], [x1, y1]) {
    await settled(this.page);
    const { x, y, width, height } = await this.picture.boundingBox();
    const { mouse } = this.page;
    await mouse.move(x + x0 * width, y + y0 * height);
    await mouse.down();
    await mouse.move(x + (x0 + x1) / 2 * width, y + (y0 + y1) / 2 * height);
    await mouse.move(x + x1 * width, y + y1 * height);
    await mouse.up();
  }

  /** Where a box is, as parts of the picture's width and height: [left, top, right, bottom]. */
  async place(at) {
    const [picture, box] = [await this.picture.boundingBox(), await this.boxes.nth(at).boundingBox()];
    const left = (box.x - picture.x) / picture.width;
    const top = (box.y - picture.y) / picture.height;
    return [left, top, left + box.width / picture.width, top + box.height / picture.height];
  }

  press(name) {
    return this.dialog.getByRole('button', { name, exact: true }).tap();
  }

  async use() {
    await this.press(this.words.usePhoto);
    await expect(this.dialog).toBeHidden();
  }

  /** Says that there is nothing private, and uses it. */
  async useBare() {
    await this.press(this.words.usePhoto);
    await expect(this.status).toContainText(this.words.nothingPrivate);
    await this.press(this.words.useBare);
    await expect(this.dialog).toBeHidden();
  }
}
