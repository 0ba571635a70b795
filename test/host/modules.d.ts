/** Every test of ring 3; made by esbuild.js. */
declare module 'host-tests';

declare module 'mocha/mocha.js';

/** The package, where `assert` alone would be Node's own. */
declare module 'assert/' {
  export { strict } from 'node:assert';
}
