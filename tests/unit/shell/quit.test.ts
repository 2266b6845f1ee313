import { describe, expect, test } from 'vitest'
import { closeWithin } from '../../../electron/shell/quit'
import { recordingLogger, SmallDesk } from '../../support/small-desk'

describe('quitting', () => {
  test('closes the desk', async () => {
    const desk = new SmallDesk()
    await closeWithin(Promise.resolve(desk), recordingLogger())
    expect(desk.isClosed).toBe(true)
  })

  test('comes to an end although the desk does not close in time', async () => {
    const logger = recordingLogger()
    const desk = new SmallDesk()
    desk.close = () => new Promise(() => undefined)
    await closeWithin(Promise.resolve(desk), logger, 20)
    expect(logger.lines.join()).toContain('too long')
  })

  test('comes to an end although the desk never opened, or fails while closing', async () => {
    const logger = recordingLogger()
    await closeWithin(Promise.reject(new Error('not opened')), logger)
    const desk = new SmallDesk()
    desk.close = () => Promise.reject(new Error('disk full'))
    await closeWithin(Promise.resolve(desk), logger)
    expect(logger.lines.join()).toMatch(/not opened.*disk full/)
  })
})
