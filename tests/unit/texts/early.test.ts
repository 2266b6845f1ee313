import { expect, test, vi } from 'vitest'
import '../../../electron/cli/command'
import '../../../electron/desk'
import '../../../electron/loopback/server'

const taken = vi.hoisted((): string[] => [])

vi.mock('@shared/texts/say', async (original) => {
  const { say, ...rest } = await original<typeof import('@shared/texts/say')>()
  const watched: typeof say = (parts, ...values) => {
    taken.push(parts.join('…'))
    return say(parts, ...values)
  }
  return { ...rest, say: watched }
})

test('no text is taken while the main process is loaded: its language is read later', () => {
  expect(taken).toEqual([])
})
