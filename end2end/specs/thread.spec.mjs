import { test, expect, DESK } from '../fixtures.mjs';
import { TeamInbox } from '../pages/team.mjs';

test('a team decides, notes, puts its view, puts together and takes apart', async ({ demo, openAs }) => {
  const team = await openAs(demo.people('service_team')[0], DESK);
  const inbox = await new TeamInbox(team).open();
  const friction = await inbox.openFriction();
  const thread = await friction.openThread();
  await thread.decide('planned', { day: `${new Date().getFullYear() + 1}-01-31`, why: 'A shorter form' });
  await expect(thread.state).toContainText('Planned');
  await expect(thread.history).toContainText('A shorter form');

  await thread.note('Ask the print room');
  await expect(team.locator('#notes')).toContainText('Ask the print room');
  await thread.putView('The form is new since Monday');
  await expect(team.locator('#view')).toContainText('The form is new since Monday');

  await thread.join();
  await expect(thread.parts).toContainText('Your team put these together with it:');
  await expect(thread.history).toContainText('Put together with another');
  await thread.takeApart();
  await expect(thread.parts).not.toContainText('Your team put these together with it:');
  await expect(thread.history).toContainText('Taken apart from another');
  await expect(thread.state).toContainText('Planned');
});
