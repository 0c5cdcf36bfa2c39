import { readdirSync, readFileSync } from 'node:fs';

/** The English words on the screen that the tests steer by. They are fixed points of the product. */
export const EN = {
  readTheBrief: 'Read the brief',
  startWalkthrough: 'Start walkthrough',
  openTheService: 'Open the service',
  friction: 'Friction',
  done: 'Done',
  stuck: "I'm stuck",
  save: 'Save',
  finishWalkthrough: 'Finish walkthrough',
  savedOnThisPhone: 'Saved on this phone',
  onlyThisPage: 'Only in this page so far',
  phoneFull: 'This phone is full.',
  saveAsFile: 'Save as a file',
  removeHere: 'Remove from this phone',
  allSent: 'Everything that can be sent has been sent.',
  sending: 'Sending',
  sent: 'Sent',
  asked: 'Asked too much, or again',
  broken: 'Broken, slow or timed out',
  stoppedMe: 'Stopped me',
  confused: 'Confused',
  didIt: 'I did it',
  nextStep: 'Next step',
  howDidThatGo: 'How did that go?',
  didWhatItShould: 'Did the service do what it should?',
  ease: 'Overall, how difficult or easy was the task to complete?',
  satisfied: 'How satisfied were you with the service?',
  verySatisfied: 'Very satisfied',
  withoutAdvantages: 'Would someone without your advantages have got through?',
  someWouldNot: 'Some would not',
  yes: 'Yes',
  next: 'Next',
  workedWell: 'What worked well?',
  leastSure: 'When did you feel least sure of yourself?',
  oneThing: 'One thing I will do',
  receipt: 'Receipt',
  carryOn: 'Carry on',
  chooseAnother: 'Choose another task',
  myWalks: 'My walks',
  good: 'Good',
  unsure: 'Unsure',
  question: 'Question',
  undo: 'Undo',
  marked: 'Moment marked.',
  oneMoment: '1 moment to tell about',
  somethingWorked: 'Something worked',
  oneWorked: '1 thing worked',
  whatWasIt: 'What was it?',
  takeThisAway: 'Take this away',
  slowedMe: 'Slowed me',
  removePoint: 'Remove this point',
  whatHasChanged: 'What has changed',
  oneMoreKind: 'One more kind, if it fits',
  photos: 'Photos and screenshots',
  takePhoto: 'Take a photo',
  choosePhoto: 'Choose from this phone',
  removePhoto: 'Remove photo {n}',
  cover: 'Cover anything private',
  addBox: 'Add a box',
  usePhoto: 'Use this photo',
  nothingPrivate: 'Nothing private here?',
  useBare: 'Nothing private, use it',
  photoLost: 'The photo did not arrive. Take it again.',
  notPicture: 'This is not a picture. Choose a photo or a screenshot.',
  tryAgain: 'Try again',
  noWalkRunning: 'No walk is running, so the picture you shared was not kept.',
  shareAgain: 'Share it once more.',
  waitedLong: '{n} items have waited here for 5 days or more.',
  lost: 'This phone cleared what Firsthand kept.',
  haveRead: 'I have read this',
  saveWalk: 'Save this walk as a file',
  couldNotBeSent: '{n} items could not be sent',
  removeHere: 'Remove from this phone',
  saveAsFile: 'Save as a file',
  homeScreen: 'Keep Firsthand on your home screen',
  notNow: 'Not now',
};

/** The same in Welsh, as the product has them beside the English. */
export const CY = Object.fromEntries(Object.entries(EN).map(([key, words]) => [key, welsh(words)]));

function welsh(english) {
  const folder = new URL('../app/src/words/', import.meta.url);
  // The phone's own words first: the same English may be other Welsh elsewhere.
  const files = ['phone.rs', ...readdirSync(folder)];
  const sources = files.map(file => readFileSync(new URL(file, folder), 'utf8')).join('\n');
  const pair = sources.match(new RegExp(`"${english.replace(/\W/g, '\\$&')}",\\s*"([^"]+)"`));
  if (!pair) throw new Error(`app/src/words has no Welsh for "${english}"`);
  return pair[1].replace(/\\u\{a0\}/g, '\u00a0');
}
