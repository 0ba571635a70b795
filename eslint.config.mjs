import tseslint from 'typescript-eslint';
import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { builtinModules } from 'node:module';

const hostGlobals = ['process', 'Buffer', '__dirname', '__filename', 'require', 'global', 'setImmediate'];
const nodeBuiltins = builtinModules.flatMap(name => [name, `node:${name}`]);

/** Rings 1 and 2 and the exports run in any host, so they may name neither VS Code nor Node. */
const hostFree = {
  'no-restricted-imports': ['error', { paths: ['vscode', ...nodeBuiltins] }],
  'no-restricted-globals': [
    'error',
    ...hostGlobals,
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'window',
    'document',
  ],
};

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', '.vscode-test/**', 'media/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: ['error', 'always'],
      'no-restricted-globals': ['error', 'fetch', 'XMLHttpRequest', 'WebSocket'],
      'import-x/no-cycle': 'error',
      // The ring rule: an import points inwards only.
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            {
              target: './src/analysis',
              from: './src',
              except: ['./analysis'],
              message: 'Ring 1 imports ring 1 only.',
            },
            {
              target: './src/articles',
              from: './src',
              except: ['./articles', './analysis'],
              message: 'Ring 2 imports rings 1 and 2 only.',
            },
            {
              target: './src/export',
              from: './src',
              except: ['./export', './analysis'],
              message: 'Exports read the analysis only.',
            },
            {
              target: './src/tools',
              from: './src',
              except: ['./tools', './articles', './analysis'],
              message: 'Tools read the articles only.',
            },
            {
              target: './src/platform',
              from: './src/editor',
              message: 'The platform is handed in; it does not know the editor.',
            },
            {
              target: './src/editor',
              from: './src/platform',
              message: 'The platform is handed in by the entry point.',
            },
            { target: './src', from: './training', message: 'What is shipped does not import the trainer.' },
            { target: './src', from: './test', message: 'What is shipped does not import tests.' },
          ],
        },
      ],
    },
  },
  { files: ['src/{analysis,articles,export,tools}/**/*.ts'], rules: hostFree },
  {
    // mocha's `describe`/`it` callbacks and chained assertions
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  { files: ['**/*.{js,mjs,cjs}'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
