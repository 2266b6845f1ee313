import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { tellOfWaking } from '../../../electron/shell/waking'
import { SmallDesk } from '../../support/small-desk'

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('the desk hears that the computer woke up, each time', async () => {
  const [monitor, desk] = [new EventEmitter(), new SmallDesk()]
  tellOfWaking(monitor, Promise.resolve(desk))
  monitor.emit('resume')
  monitor.emit('resume')
  await settled()
  expect(desk.wakings).toBe(2)
})

test('a desk that did not open hears nothing, and nothing is thrown', async () => {
  const monitor = new EventEmitter()
  tellOfWaking(monitor, Promise.reject(new Error('not opened')))
  expect(monitor.emit('resume')).toBe(true)
  await settled()
})
