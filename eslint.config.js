import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import importX from 'eslint-plugin-import-x'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import noUnsanitized from 'eslint-plugin-no-unsanitized'
import security from 'eslint-plugin-security'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import operatorTexts from './tests/architecture/lint/operator-texts.js'
import ts from 'typescript-eslint'

/** What both hosts and the launchers use: plain Node, without a part of the application. */
const hostHelpers = ['browser', 'data-folder', 'flags', 'instance-lock', 'operator'].map(
  (name) => `electron/launch/${name}.ts`
)

/**
 * The architecture's arrows: each part, what it may import besides itself, and where the refused thing belongs. The list
 * is in the order of docs/architecture.md; an import against it fails the lint.
 */
const parts = [
  { part: 'shared', may: [], hint: 'shared/ is what both sides agree on; it imports nothing of the application.' },
  { part: 'renderer', may: ['shared'], hint: 'The page talks to the main process through shared/contract.ts only.' },
  {
    part: 'electron/douyin',
    may: ['shared', 'electron/ports.ts'],
    hint: 'The platform client knows no database and no service: hand it what it needs.'
  },
  {
    part: 'electron/store',
    may: ['shared', 'electron/ports.ts'],
    hint: 'The store knows no platform and no service: put what joins them into electron/services.'
  },
  {
    part: 'electron/keychain',
    may: ['shared', 'electron/ports.ts'],
    hint: 'The keychain knows nothing of what it keeps.'
  },
  {
    part: 'electron/simulator',
    may: ['shared'],
    hint: 'The simulator is written from the documentation; sharing code with the client would hide mistakes of both.'
  },
  {
    part: 'electron/services',
    may: ['shared', 'electron/ports.ts', 'electron/douyin', 'electron/store', 'electron/keychain'],
    hint: 'A service answers to ipc/ and is composed in desk.ts.'
  },
  {
    part: 'electron/ipc',
    may: ['shared', 'electron/ports.ts', 'electron/services'],
    hint: 'ipc/ validates, calls one service and answers; logic belongs in electron/services.'
  },
  {
    part: 'electron/loopback',
    may: ['shared', 'electron/ports.ts', 'electron/logger.ts', 'electron/desk.ts', ...hostHelpers],
    hint: 'A host knows the application through desk.ts only.'
  },
  {
    part: 'electron/cli',
    may: [
      ...['shared', 'electron/ports.ts', 'electron/logger.ts', 'electron/system.ts'],
      ...['electron/desk.ts', 'electron/desk-client.ts', ...hostHelpers]
    ],
    hint: 'A host knows the application through desk.ts only.'
  },
  {
    part: 'electron/shell',
    may: [
      ...['shared', 'electron/ports.ts', 'electron/logger.ts', 'electron/system.ts', 'electron/cli'],
      ...['electron/desk.ts', 'electron/desk-client.ts', ...hostHelpers]
    ],
    hint: 'A host knows the application through desk.ts only.'
  },
  {
    part: 'electron/launch',
    may: [],
    hint: 'The launchers run before anything is built; they import no part of the application.'
  }
]
const arrows = parts.map(({ part, may, hint }) => ({
  target: `./${part}`,
  from: '.', // exceptions count from here
  except: ['node_modules', 'package.json', part, ...may],
  message: hint
}))

/** Each hazard has one door; the rule names it. `home` are the files behind that door. */
const doors = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from the Clock that the composition root hands in (electron/ports.ts).',
    home: ['electron/system.ts']
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from the Clock that the composition root hands in (electron/ports.ts).',
    home: ['electron/system.ts']
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take random numbers from the composition root (electron/ports.ts).',
    home: ['electron/system.ts']
  },
  {
    selector: "MemberExpression[property.name='openExternal']",
    message: 'Open links through electron/shell/links.ts, which checks them.',
    home: ['electron/shell/links.ts']
  },
  {
    selector:
      ':matches(ImportSpecifier[imported.name=/^ipc(Main|Renderer)$/], MemberExpression[property.name=/^ipc(Main|Renderer)$/])',
    message: 'Raw IPC: electron/shell/main.ts hands ipcMain to bridge.ts, preload.ts has ipcRenderer; nobody else.',
    home: ['electron/shell/main.ts', 'electron/shell/preload.ts']
  },
  {
    selector:
      'Property[key.name=/^(allowRunningInsecureContent|experimentalFeatures|nodeIntegration|nodeIntegrationInWorker|nodeIntegrationInSubFrames|webviewTag)$/][value.value!=false]',
    message: 'Electron security checklist: leave this as window-options.ts has it.'
  },
  {
    selector: 'Property[key.name=/^(webSecurity|contextIsolation|sandbox)$/][value.value!=true]',
    message: 'Electron security checklist: leave this as window-options.ts has it.'
  },
  {
    selector: "Property[key.name='enableBlinkFeatures']",
    message: 'Electron security checklist: no Blink features are switched on.'
  }
]
const doorRule = (file) => [
  'error',
  ...doors.filter(({ home }) => !home?.includes(file)).map(({ selector, message }) => ({ selector, message }))
]
/** Texts of the platform, of the documentation and of those who start the program from a shell. */
const notForOperators = ['{electron,shared}/**/texts/**', 'electron/{simulator,launch}/**']
const homes = [...new Set(doors.flatMap(({ home }) => home ?? []))]

export default defineConfig(
  globalIgnores(['out', 'release', 'test-results', 'playwright-report']),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  vue.configs['flat/recommended'],
  security.configs.recommended,
  noUnsanitized.configs.recommended,
  {
    plugins: { 'import-x': importX, 'operator-texts': operatorTexts },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: ['tsconfig.node.json', 'tsconfig.web.json'],
          noWarnOnMultipleProjects: true
        })
      ]
    },
    languageOptions: {
      globals: { ...globals.node },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.vue'] }
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { disallowTypeAnnotations: false, fixStyle: 'inline-type-imports' }
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: arrows }],
      'import-x/no-cycle': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      'security/detect-object-injection': 'off', // reports every obj[key]
      'security/detect-non-literal-fs-filename': 'off' // reports every path that is not a literal
    }
  },
  {
    files: ['electron/**/*.ts', 'shared/**/*.ts'],
    rules: {
      'no-restricted-syntax': doorRule(),
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', message: 'Only electron/shell imports electron.' }] }
      ],
      'max-lines': ['error', { max: 400, skipBlankLines: true }]
    }
  },
  { files: ['electron/shell/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  ...homes.map((file) => ({ files: [file], rules: { 'no-restricted-syntax': doorRule(file) } })),
  {
    files: ['electron/launch/**/*.ts', 'electron/{loopback,simulator}/main.ts', 'tests/**/*.ts'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': 'off' }
  },
  {
    files: ['renderer/**/*.{ts,vue}', 'shared/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['electron', 'node:*', 'better-sqlite3', 'keytar', 'axios'] }]
    }
  },
  {
    files: ['renderer/**/*.{ts,vue}'],
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='@shared/contract'][importKind!='type']",
          message: 'Import types only from the contract: its schemas would land in the page.'
        }
      ]
    }
  },
  {
    files: ['renderer/**/*.{ts,vue}'],
    ignores: ['renderer/i18n/**'],
    rules: { 'operator-texts/no-page-text': 'error' }
  },
  {
    files: ['{electron,shared}/**/*.ts'],
    ignores: notForOperators,
    rules: { 'operator-texts/no-desk-text': 'error' }
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { 'vue/multi-word-component-names': 'off' }
  },
  // TypeScript itself knows which names exist.
  { files: ['**/*.{ts,vue}'], rules: { 'no-undef': 'off' } },
  { files: ['**/*.{js,mjs}'], extends: [ts.configs.disableTypeChecked] },
  prettier
)
