// What the package `assert` wants of Node's `process` to word a failure; esbuild puts it in its place.
export const process = { env: {}, cwd: () => '/' };
