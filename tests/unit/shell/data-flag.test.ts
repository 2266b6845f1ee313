import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dataFlag } from '../../../electron/shell/data-flag'

test('the data folder is found among Chromium’s arguments, in both ways of writing it', () => {
  expect(dataFlag(['electron', '--no-sandbox', '.', '--data', 'here'])).toBe(resolve('here'))
  expect(dataFlag(['electron', '.', '--data=/there', '--lang=zh'])).toBe('/there')
  for (const args of [
    ['electron', '.'],
    ['electron', '--data'],
    ['electron', '--data=']
  ])
    expect(dataFlag(args)).toBeNull()
})
