import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { rolloutCommand } from '../../../electron/cli/command'
import { memoryKeychain } from '../../../electron/keychain/memory-keychain'
import { speakLanguage } from '../../../electron/texts/speak-language'
import { environmentOf, newestTemplate, newGround, openDesk, shipPlan, type RolloutGround } from './rollout-desk'

vi.setConfig({ testTimeout: 60_000 })
afterEach(() => speakLanguage('zh'))

const resourcesDir = resolve(import.meta.dirname, '../../../resources')
const chinese = /\p{Script=Han}/u

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string }

/** The command for a person whose environment has this language. */
async function command(ground: RolloutGround, locale: string | undefined, args: readonly string[]): Promise<Run> {
  const said = { stdout: '', stderr: '' }
  const code = await rolloutCommand(['--data', ground.dataDir, ...args], {
    ...{ version: '0.0.0-test', environment: { ...environmentOf(ground), LC_ALL: locale }, resourcesDir },
    ...{ interrupted: new AbortController().signal, clock: ground.clock, keychain: memoryKeychain() },
    stdout: (text) => void (said.stdout += text),
    stderr: (text) => void (said.stderr += text)
  })
  return { code, ...said }
}

/** A plan that can be previewed, and so one that opens the database. */
function previewed(ground: RolloutGround, change: Record<string, unknown> = {}): readonly string[] {
  const file = join(ground.dataDir, 'plan.json')
  writeFileSync(file, JSON.stringify({ ...shipPlan(newestTemplate(ground)), merchants: { all: true }, ...change }))
  return ['--plan', file, '--dry-run']
}

describe('before the database is open, the command speaks the language of the environment', () => {
  it('about a flag that is none, and about none at all', async () => {
    const ground = await newGround(1)
    const english = await command(ground, 'en_US.UTF-8', ['--nothing'])
    expect([english.code, english.stderr]).toEqual([2, expect.stringMatching(/^The rollout .*Usage: rollout/)])
    expect(english.stderr).not.toMatch(chinese)
    const [none, ours] = [await command(ground, undefined, []), await command(ground, 'zh_CN.UTF-8', [])]
    expect(none.stderr).toContain('--plan 和 --resume 要写一个')
    expect(ours.stderr).toBe(none.stderr)
  })

  it('about a plan whose fields are not what they should be', async () => {
    const ground = await newGround(1)
    const args = previewed(ground, { title: 7 })
    expect((await command(ground, 'en_GB.UTF-8', args)).stderr).not.toMatch(chinese)
    expect((await command(ground, 'C.UTF-8', args)).stderr).toMatch(chinese)
  })

  it('and in its help, which does nothing else', async () => {
    const ground = await newGround(1)
    const [english, ours] = [await command(ground, 'en', ['--help']), await command(ground, 'zh', ['--help'])]
    expect([english.code, english.stderr, english.stdout]).toEqual([0, '', expect.stringContaining('--open-gates')])
    expect(english.stdout).not.toMatch(chinese)
    expect([ours.code, ours.stdout]).toEqual([0, expect.stringContaining('用法：rollout --plan')])
  })
})

describe('once the database is open, the command speaks the language of the settings', () => {
  it.each([
    ['en', 'zh_CN.UTF-8'],
    ['zh', 'en_US.UTF-8']
  ] as const)('%s, whatever the environment says', async (language, locale) => {
    const ground = await newGround(3)
    const desk = await openDesk(ground)
    await desk.value('settings.change', { language })
    await desk.desk.close()
    const { code, stdout, stderr } = await command(ground, locale, previewed(ground))
    expect([[0, 1].includes(code), stderr]).toEqual([true, ''])
    const summary = stdout.trim().split('\n').at(-1)
    if (language === 'en') expect(summary).not.toMatch(chinese)
    else expect(summary).toMatch(chinese)
  })
})
