import { tokenFor } from './lib/sign-in.mjs';

// `npm run --silent token -- <demo sign-in>` prints a bearer token for curl.
const [signInName, password] = process.argv.slice(2);
const baseUrl = process.env.BASE_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;
if (!signInName) {
  console.error('Usage: npm run --silent token -- <demo sign-in>');
  process.exit(2);
}
try {
  console.log(await tokenFor(baseUrl, signInName, password));
} catch (error) {
  console.error(error.cause ? `${baseUrl} does not answer: is the platform running?` : error.message);
  process.exit(1);
}
