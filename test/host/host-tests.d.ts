/** Every file of `suite/`; made by esbuild.js. */
declare module 'host-tests';
declare module 'mocha/mocha.js';
