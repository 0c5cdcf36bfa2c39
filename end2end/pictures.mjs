// Pictures for the tests, made in a browser's page: a picture as a phone's camera would write it.

/**
 * A JPEG of `width` by `height` pixels, its four quarters in four colours (red, green, blue, yellow as it is to be seen).
 * With `turned` it is written lying on its side, as a camera held upright does, with an Exif part that says so
 * (orientation 6) and says where it was taken.
 */
export async function jpeg(page, { width, height, turned = false }) {
  const base64 = await page.evaluate(draw, { width, height, turned });
  const bytes = Buffer.from(base64, 'base64');
  return turned ? Buffer.concat([bytes.subarray(0, 2), exif(), bytes.subarray(2)]) : bytes;
}

/** A picture of `width` by `height` pixels in which every pixel is another, so that its JPEG stays large: a file to choose. */
export async function speckled(page, width, height) {
  const base64 = await page.evaluate(async ([width, height]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const image = new ImageData(width, height);
    for (let at = 0; at < image.data.length; at += 65536) crypto.getRandomValues(image.data.subarray(at, at + 65536));
    canvas.getContext('2d').putImageData(image, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1];
  }, [width, height]);
  return { name: 'speckled.png', mimeType: 'image/png', buffer: Buffer.from(base64, 'base64') };
}

/** What stands in every Exif part made here. */
export const MAKER = 'Secret camera';

/** What a JPEG is, read in a page: its size, and the colours at places given as parts of its width and height. */
export function look(page, bytes, places) {
  return page.evaluate(async ([base64, places]) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), it => it.charCodeAt(0))]));
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const colour = ([x, y]) => [...context.getImageData(Math.floor(x * image.width), Math.floor(y * image.height), 1, 1).data.slice(0, 3)];
    return { width: image.width, height: image.height, colours: places.map(colour) };
  }, [bytes.toString('base64'), places]);
}

/** The name of a colour, near enough for a JPEG. */
export function named([r, g, b]) {
  const high = value => value > 150;
  const names = { 'true,false,false': 'red', 'false,true,false': 'green', 'false,false,true': 'blue', 'true,true,false': 'yellow', 'false,false,false': 'black' };
  return names[[high(r), high(g), high(b)]] ?? `${r} ${g} ${b}`;
}

// Runs in the page.
async function draw({ width, height, turned }) {
  const [across, down] = turned ? [height, width] : [width, height];
  const canvas = Object.assign(document.createElement('canvas'), { width: across, height: down });
  const context = canvas.getContext('2d');
  if (turned) {
    // Orientation 6: seen upright after a quarter turn to the right, so it is written a quarter turn to the left.
    context.translate(0, down);
    context.rotate(-Math.PI / 2);
  }
  [['#e00000', 0, 0], ['#00d000', .5, 0], ['#0000e0', 0, .5], ['#f0f000', .5, .5]].forEach(([colour, x, y]) => {
    context.fillStyle = colour;
    context.fillRect(x * width, y * height, width / 2, height / 2);
  });
  const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', .9));
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** An APP1 part: a big-endian TIFF with Make, Orientation 6, and a place (51.5 N, 3.2 W). */
function exif() {
  const make = Buffer.from(`${MAKER}\0`);
  const entry = (tag, type, count, value) => {
    const it = Buffer.alloc(12);
    it.writeUInt16BE(tag, 0);
    it.writeUInt16BE(type, 2);
    it.writeUInt32BE(count, 4);
    if (Buffer.isBuffer(value)) value.copy(it, 8);
    else if (type === 3) it.writeUInt16BE(value, 8);
    else it.writeUInt32BE(value, 8);
    return it;
  };
  const folder = entries => Buffer.concat([u16(entries.length), ...entries, u32(0)]);
  const degrees = (...all) => Buffer.concat(all.flatMap(it => [u32(it), u32(1)]));
  const [first, gps] = [8, 8 + 2 + 3 * 12 + 4];
  const content = gps + 2 + 4 * 12 + 4;
  const north = content + make.length + (make.length % 2);
  const tiff = Buffer.concat([
    Buffer.from('MM\0*', 'latin1'), u32(first),
    folder([entry(0x010f, 2, make.length, content), entry(0x0112, 3, 1, 6), entry(0x8825, 4, 1, gps)]),
    folder([
      entry(1, 2, 2, Buffer.from('N\0')), entry(2, 5, 3, north),
      entry(3, 2, 2, Buffer.from('W\0')), entry(4, 5, 3, north + 24),
    ]),
    make, Buffer.alloc(make.length % 2), degrees(51, 30, 0), degrees(3, 12, 0),
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1]), u16(body.length + 2), body]);
}

function u16(value) {
  const it = Buffer.alloc(2);
  it.writeUInt16BE(value);
  return it;
}

function u32(value) {
  const it = Buffer.alloc(4);
  it.writeUInt32BE(value);
  return it;
}
