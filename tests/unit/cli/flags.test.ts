import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CommandFailure } from '../../../electron/cli/command-failure'
import { parseRolloutFlags, rolloutArguments } from '../../../electron/cli/flags'

describe('the flags of the rollout command', () => {
  test('have defaults that decide nothing for the operator', () => {
    expect(parseRolloutFlags(['--plan', 'plan.json'])).toEqual({
      work: { planFile: resolve('plan.json') },
      dataDir: null,
      resourcesDir: null,
      accountId: null,
      isJson: false,
      isDryRun: false,
      opensGates: false,
      releasesTrain: false,
      confirmed: null,
      timeoutMs: null
    })
  })

  test('are read, folders made absolute and minutes turned into milliseconds', () => {
    const words = ['--resume', 'r-1', '--data', 'here', '--account=tt-1', '--json', '--open-gates', '--release-train']
    expect(parseRolloutFlags([...words, '--yes', '1000', '--timeout', '1.5'])).toMatchObject({
      work: { resume: 'r-1' },
      dataDir: resolve('here'),
      accountId: 'tt-1',
      isJson: true,
      opensGates: true,
      releasesTrain: true,
      confirmed: 1000,
      timeoutMs: 90_000
    })
  })

  test.each([
    ['no plan', []],
    ['a plan and a rollout at once', ['--plan', 'p', '--resume', 'r']],
    ['an empty plan', ['--plan', '']],
    ['a preview of what runs already', ['--resume', 'r', '--dry-run']],
    ['an unknown flag', ['--plan', 'p', '--force']],
    ['a word that is no flag', ['--plan', 'p', 'now']],
    ['a flag without its value', ['--plan']],
    ['no merchants agreed to', ['--plan', 'p', '--yes', '0']],
    ['a number of merchants that is none', ['--plan', 'p', '--yes', 'all']],
    ['no time', ['--plan', 'p', '--timeout', '0']],
    ['a time that is none', ['--plan', 'p', '--timeout', '1.2.3']],
    ['a time beyond two weeks', ['--plan', 'p', '--timeout', '20161']]
  ])('are refused with the usage and exit code 2: %s', (_case, args) => {
    try {
      parseRolloutFlags(args)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(CommandFailure)
      expect(error).toMatchObject({
        exitCode: 2,
        error: { nextStep: expect.stringContaining('--plan FILE') as string }
      })
    }
  })
})

describe('the packaged program’s words', () => {
  test.each([
    [
      ['/opt/merchant-desk', 'rollout', '--plan', 'p'],
      ['--plan', 'p']
    ],
    [['/opt/merchant-desk', '--no-sandbox', 'rollout'], []],
    [['electron', '--no-sandbox', '.', 'rollout', '--json'], ['--json']]
  ])('%j are a rollout', (argv, rest) => {
    expect(rolloutArguments(argv)).toEqual(rest)
  })

  test.each([
    [['/opt/merchant-desk']],
    [['rollout']],
    [['/opt/merchant-desk', '--data', 'rollout']],
    [['e', '.', 'x', 'rollout']]
  ])('%j open the window', (argv) => {
    expect(rolloutArguments(argv)).toBeNull()
  })
})
