import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FlagError, parseFlags } from '../../../electron/loopback/flags'

describe('the flags of the loopback host', () => {
  test('have defaults: any port, the usual folders, and the browser is opened', () => {
    expect(parseFlags([])).toEqual({ port: 0, dataDir: null, resourcesDir: null, opensBrowser: true })
  })

  test('are read, and folders made absolute', () => {
    expect(parseFlags(['--port', '4100', '--data', 'here', '--resources=/there', '--no-open'])).toEqual({
      port: 4100,
      dataDir: resolve('here'),
      resourcesDir: '/there',
      opensBrowser: false
    })
  })

  test.each([
    ['an unknown flag', ['--prot', '1']],
    ['a word that is no flag', ['4100']],
    ['a port that is no number', ['--port', 'x']],
    ['a port beyond 65535', ['--port', '65536']],
    ['a negative port', ['--port=-1']],
    ['an empty folder', ['--data', '']],
    ['a flag without its value', ['--data']]
  ])('are refused in one line: %s', (_case, args) => {
    expect(() => parseFlags(args)).toThrow(FlagError)
    try {
      parseFlags(args)
    } catch (error) {
      expect(String(error)).toContain('usage: ')
      expect(String(error)).not.toContain('\n')
    }
  })
})
