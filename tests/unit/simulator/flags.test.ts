import { expect, it } from 'vitest'
import { FlagError, parseFlags } from '../../../electron/simulator/flags'

it('without flags a thousand merchants run 3600 times faster than life on any free port', () => {
  expect(parseFlags([])).toEqual({
    port: 0,
    seed: 1,
    merchants: 1000,
    timeFactor: 3600,
    waitFactor: 3600,
    stateFile: undefined,
    resourcesDir: undefined
  })
})

it('the waits follow the time factor unless they have a factor of their own', () => {
  expect(parseFlags(['--time-factor', '60'])).toMatchObject({ timeFactor: 60, waitFactor: 60 })
  expect(parseFlags(['--time-factor=60', '--wait-factor=1'])).toMatchObject({ timeFactor: 60, waitFactor: 1 })
})

it('files are taken as they are written', () => {
  const flags = parseFlags(['--state', 'a/world.json', '--resources', '/r', '--port', '4100', '--seed', '9'])
  expect(flags).toMatchObject({ stateFile: 'a/world.json', resourcesDir: '/r', port: 4100, seed: 9 })
})

it.each([
  [['--merchant', '5'], /merchant/],
  [['--merchants', 'many'], /--merchants takes a number from 1 to 20000, not "many"/],
  [['--merchants', '0'], /--merchants/],
  [['--merchants', '2.5'], /--merchants takes a whole number, not "2.5"/],
  [['--port', '70000'], /--port takes a number from 0 to 65535/],
  [['--port', ''], /--port/],
  [['--time-factor', '0'], /--time-factor/],
  [['stray'], /stray/]
])('%o is refused in one line that names it', (argv, message) => {
  expect(() => parseFlags(argv)).toThrow(FlagError)
  expect(() => parseFlags(argv)).toThrow(message)
  expect(() => parseFlags(argv)).not.toThrow(/\n/)
})
