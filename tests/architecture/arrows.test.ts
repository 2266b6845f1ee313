import { join } from 'node:path'
import { ESLint } from 'eslint'
import { beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** From a file in one part to a part it must not know, and what the refusal says. */
const refused = [
  ['shared/errors.ts', '../electron/ports', /imports nothing of the application/],
  ['shared/errors.ts', '../renderer/client', /imports nothing of the application/],
  ['renderer/client.ts', '../electron/desk', /through shared\/contract\.ts only/],
  ['electron/douyin/platform.ts', '../store/repositories', /knows no database/],
  ['electron/douyin/platform.ts', '../services/settlement', /knows no database and no service/],
  ['electron/store/repositories.ts', '../douyin/platform', /knows no platform/],
  ['electron/store/repositories.ts', '../services/settlement', /knows no platform and no service/],
  ['electron/services/settlement.ts', '../ipc/dispatch', /answers to ipc/],
  ['electron/services/settlement.ts', '../desk', /composed in desk\.ts/],
  ['electron/ipc/dispatch.ts', '../store/repositories', /calls one service/],
  ['electron/ipc/dispatch.ts', '../douyin/platform', /calls one service/],
  ['electron/loopback/server.ts', '../store/repositories', /through desk\.ts only/],
  ['electron/loopback/server.ts', '../shell/links', /through desk\.ts only/],
  ['electron/cli/run.ts', '../store/repositories', /through desk\.ts only/],
  ['electron/cli/run.ts', '../loopback/server', /through desk\.ts only/],
  ['electron/shell/bridge.ts', '../services/settlement', /through desk\.ts only/],
  ['electron/shell/bridge.ts', '../loopback/server', /through desk\.ts only/],
  ['electron/launch/start.ts', '../desk', /import no part of the application/],
  ['electron/launch/start.ts', '../loopback/server', /import no part of the application/]
] as const

const allowed = [
  ['shared/errors.ts', './contract'],
  ['renderer/client.ts', '@shared/errors'],
  ['electron/douyin/platform.ts', '../ports'],
  ['electron/store/repositories.ts', '@shared/errors'],
  ['electron/services/settlement.ts', '../store/repositories'],
  ['electron/services/settlement.ts', '../douyin/platform'],
  ['electron/ipc/dispatch.ts', '@shared/errors'],
  ['electron/loopback/server.ts', '../desk'],
  ['electron/loopback/server.ts', '../launch/browser'],
  ['electron/cli/command.ts', '../desk'],
  ['electron/shell/bridge.ts', '../desk'],
  ['electron/shell/main.ts', '../cli/command'],
  ['electron/shell/bridge.ts', 'zod'],
  ['electron/launch/start.ts', './project']
] as const

/** A hazard outside of its one door, and what the refusal says. */
const hazards = [
  ['electron/services/settlement.ts', 'export const now = Date.now()', /Clock/],
  ['shared/errors.ts', 'export const now = new Date()', /Clock/],
  ['electron/douyin/platform.ts', 'export const jitter = Math.random()', /random numbers/],
  [
    'electron/store/repositories.ts',
    "import { app } from 'electron'\nexport const name = app.name",
    /Only electron\/shell/
  ],
  [
    'electron/shell/menu.ts',
    "import { shell } from 'electron'\nexport const open = () => shell.openExternal('x')",
    /links\.ts/
  ],
  ['electron/shell/menu.ts', "import { ipcMain } from 'electron'\nexport const ipc = ipcMain", /Raw IPC/],
  ['electron/shell/menu.ts', 'export const preferences = { webSecurity: false }', /security checklist/],
  ['electron/shell/menu.ts', 'export const preferences = { nodeIntegration: true }', /security checklist/],
  ['renderer/client.ts', "import axios from 'axios'\nexport const get = axios.get", /restricted/]
] as const

describe('the architecture', () => {
  let eslint: ESLint
  beforeAll(() => {
    // Types are not needed for these rules, and reading them for every text would take minutes.
    const withoutTypes = { languageOptions: { parserOptions: { projectService: false, project: null } } }
    eslint = new ESLint({
      cwd: root,
      overrideConfig: [withoutTypes],
      ruleFilter: ({ ruleId }) => /^(import-x\/no-restricted-paths|no-restricted-(syntax|imports))$/.test(ruleId)
    })
  })

  /** What the lint says of a file at this place with this text. */
  async function refusals(file: string, text: string): Promise<string[]> {
    const [result] = await eslint.lintText(text, { filePath: join(root, file) })
    return (result?.messages ?? []).map(({ message }) => message)
  }

  test.each(refused)('refuses that %s imports %s', async (file, target, reason) => {
    const messages = await refusals(file, `import * as part from '${target}'\nexport { part }\n`)
    expect(messages.join('\n')).toMatch(reason)
  })

  test.each(allowed)('allows that %s imports %s', async (file, target) => {
    expect(await refusals(file, `import * as part from '${target}'\nexport { part }\n`)).toEqual([])
  })

  test.each(hazards)('keeps behind its door, in %s: %s', async (file, text, reason) => {
    const messages = await refusals(file, text)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatch(reason)
  })
})
