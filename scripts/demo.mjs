// npm run demo: the main job as a story, one line a step: who did what, number, state, due day. Every line is asserted.
// It knows the public HTTP API and the demo sign-ins, nothing else. BASE_URL names a running platform in demo mode; without it
// the demo starts one of its own, whose data stay in .data/demo (or DATA_FOLDER): the next run finds them there.
import { catalogueIsPublished, guideIsPublished } from './demo/catalogue.mjs';
import { caseIsDecided, caseIsTakenIn, citizenIsServed } from './demo/case.mjs';
import { Cast } from './demo/cast.mjs';
import { journeyIsMade } from './demo/journey.mjs';
import { licenceIsVerified } from './demo/licence.mjs';
import { limitRunsOut } from './demo/overdue.mjs';
import { startPlatform } from './demo/platform.mjs';
import { Broken, Story } from './demo/story.mjs';

const began = Date.now();
const running = process.env.BASE_URL?.replace(/\/$/, '');
const own = running ? undefined : startPlatform();
const story = new Story();
let brokenOff = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    brokenOff = true;
    await own?.stop();
    process.exit(1);
  });
}

try {
  const cast = new Cast(running ?? (await own.ready()));
  await tell(cast);
  console.log(`\n${story.lines} lines, ${((Date.now() - began) / 1000).toFixed(1)} s, ${cast.baseUrl}`);
} catch (error) {
  process.exitCode = 1;
  if (!brokenOff) report(error);
} finally {
  if (own && !(await own.stop())) process.exitCode = 1;
}

function report(error) {
  console.error(`\nThe story breaks off after line ${story.lines}: ${error.message}`);
  if (!(error instanceof Broken)) console.error(error.stack);
  if (own) console.error(`\nThe platform's last words:\n${own.lastWords()}`);
}

async function tell(cast) {
  story.chapter('A catalogue item, and a guide made from it');
  const item = await catalogueIsPublished(story, cast);
  const guide = await guideIsPublished(story, cast, item);
  story.chapter('A case');
  const kase = await caseIsTakenIn(story, cast, guide);
  const licenceId = await caseIsDecided(story, cast, kase);
  await licenceIsVerified(story, cast, licenceId);
  await citizenIsServed(story, cast, kase);
  story.chapter('A case that nobody decides');
  await limitRunsOut(story, cast, guide);
  await journeyIsMade(story, cast);
}
