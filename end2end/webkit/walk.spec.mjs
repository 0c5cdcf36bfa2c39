import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, expect } from '@playwright/test';
import { Demo } from '../demo.mjs';
import { SEED } from '../seed.mjs';
import { EN } from '../words.mjs';
import { WebKit } from './driver.mjs';

// Waits until words are in the phone's own store. A page that is left in the middle of a write can leave WebKitGTK's next page waiting
// for the store, for as long as this one is remembered (docs/devices.md).
const KEPT = `
  const { name } = (await indexedDB.databases()).find(it => it.name.startsWith('firsthand-'));
  const done = request => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
  const db = await done(indexedDB.open(name));
  while (!JSON.stringify(await done(db.transaction('facts').objectStore('facts').getAll())).includes(args[0]));
  db.close();`;

// WebKitGTK is the engine of an iPhone's browsers, not the browser: no home screen, no camera, no touch, no share sheet, no
// `navigator.storage.persist`, and no sign-in page without HTTPS. docs/devices.md lists what only a phone can show.
test('the whole walk in WebKit, with no signal from the first step to the receipt', async () => {
  const data = await mkdtemp(join(tmpdir(), 'firsthand-webkit-'));
  await cp(SEED, data, { recursive: true });
  const demo = await Demo.start(data);
  const phone = await WebKit.start();
  console.log(phone.version);

  await phone.signIn(demo.people('leader')[0].sign_in);
  await phone.goto(`${demo.url}/walk`);
  await phone.press(EN.readTheBrief);
  await phone.press(EN.startWalkthrough);
  await phone.sees('Step 1 of');
  await phone.run('await navigator.serviceWorker.ready; while (!navigator.serviceWorker.controller) await new Promise(done => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }))');

  await test.step('friction in two taps, with the server gone', async () => {
    await demo.kill();
    await phone.press(EN.friction);
    await phone.press(EN.asked, '//dialog');
    await phone.sees(EN.savedOnThisPhone);
    await phone.write('What happened?', 'It asked three times.');
    await phone.press(EN.save, '//dialog');
    await phone.run(KEPT, 'It asked three times.');
  });

  await test.step('opened again with the server gone, at the same step', async () => {
    await phone.goto('about:blank');
    await phone.goto(`${demo.url}/walk`);
    await phone.press('Carry on, step 1');
    await phone.sees('1 friction point');
  });

  await test.step('walked to the end', async () => {
    for (let at = 1; !(await phone.text()).includes(EN.didWhatItShould); at += 1) {
      await phone.press(EN.done);
      await expect.poll(() => phone.text()).not.toContain(`Step ${at} of`);
    }
    await phone.choose(EN.didWhatItShould, EN.yes);
    await phone.choose(EN.ease, '6');
    await phone.press(EN.next);
    await phone.write(EN.workedWell, 'The first page was short.');
    await phone.press(EN.finishWalkthrough);
    await phone.sees(EN.receipt);
    await phone.sees(EN.savedOnThisPhone);
  });

  await test.step('sent once there is signal, each point once', async () => {
    await demo.startAgain();
    await phone.run('dispatchEvent(new Event("online"))');
    await phone.sees('Sent at');
    const walk = new URL(await phone.url()).pathname.split('/')[2];
    const { facts } = await phone.run('return (await fetch("/api/v1/walks/" + args[0])).json()', walk);
    expect(facts.filter(({ kind }) => kind === 'friction_felt').map(({ data: felt }) => felt.category)).toEqual(['asked']);
    expect(facts.filter(({ kind }) => kind === 'finished')).toHaveLength(1);
  });

  await phone.stop();
  await demo.stop();
  await rm(data, { recursive: true, force: true });
});
