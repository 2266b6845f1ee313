import { setImmediate as nextRound } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ownRound } from '../../../electron/douyin/own-round'

test('those who come together go on in rounds of their own, in the order in which they came', async () => {
  let round = 0
  const seen: number[] = []
  const all = Promise.all(['a', 'b', 'c'].map(() => ownRound().then(() => seen.push(round))))
  for (; round < 5; round += 1) await nextRound()
  await all
  const [first = 0] = seen
  expect(seen).toEqual([first, first + 1, first + 2])
})
