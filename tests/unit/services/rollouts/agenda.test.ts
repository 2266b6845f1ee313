import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import type { Logger } from '../../../../electron/ports'
import { Agenda } from '../../../../electron/services/rollouts/agenda'
import { ManualClock } from '../events/support'
import { silentLogger } from '../../store/support'

function agendaAt(now: number, logger: Logger = silentLogger) {
  const clock = new ManualClock(now)
  const agenda = new Agenda({ clock, logger })
  onTestFinished(() => agenda.close())
  const done: string[] = []
  return { clock, agenda, done, put: (at: number, what: string) => agenda.at(at, () => void done.push(what)) }
}

it('does things in the order of their times, those of the same time in the order in which they came', async () => {
  const { clock, put, done } = agendaAt(1_000)
  put(1_300, 'c')
  put(1_100, 'a')
  put(1_200, 'b1')
  put(1_200, 'b2')
  put(1_250, 'b3')
  expect(done).toEqual([])
  await clock.advance(150)
  expect(done).toEqual(['a'])
  await clock.advance(200)
  expect(done).toEqual(['a', 'b1', 'b2', 'b3', 'c'])
})

it('does what is due at once, and what comes up meanwhile', async () => {
  const { clock, agenda, put, done } = agendaAt(1_000)
  agenda.at(0, () => put(500, 'second'))
  await clock.advance(0)
  await delay(1)
  await clock.advance(0)
  expect(done).toEqual(['second'])
})

it('goes on when one thing fails, and does nothing any more when it is closed', async () => {
  const errors: string[] = []
  const { clock, agenda, put, done } = agendaAt(0, { ...silentLogger, error: (message) => void errors.push(message) })
  agenda.at(10, () => {
    throw new Error('broken')
  })
  put(10, 'after')
  await clock.advance(10)
  expect([errors, done]).toEqual([['what was due failed'], ['after']])
  put(20, 'never')
  agenda.close()
  await clock.advance(100)
  put(30, 'neither')
  expect(done).toEqual(['after'])
})
