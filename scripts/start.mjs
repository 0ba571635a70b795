// Opens a sample article in VS Code with the extension in it. Installs what is missing.
import { installDependencies } from './dependencies.mjs';
import { run } from './run.mjs';

await installDependencies();
process.exitCode = await run(process.execPath, [
  '--import',
  'tsx',
  'scripts/open.ts',
  ...process.argv.slice(2),
]);
