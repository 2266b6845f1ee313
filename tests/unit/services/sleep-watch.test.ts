import { describe, expect, it, onTestFinished } from 'vitest'
import { SleepWatch } from '../../../electron/services/sleep-watch'
import { recordingLogger } from '../../support/small-desk'
import { ManualClock, settled } from './events/support'

/** A clock whose timers stand still while the computer sleeps. */
class SleepyClock extends ManualClock {
  private sleptMs = 0

  override now(): number {
    return super.now() + this.sleptMs
  }

  sleep(ms: number): void {
    this.sleptMs += ms
  }
}

function watching() {
  const [clock, logger] = [new SleepyClock(1_000_000), recordingLogger()]
  const told: number[] = []
  const watch = new SleepWatch({ onWoke: (sleptMs) => void told.push(sleptMs), clock, logger })
  watch.start()
  onTestFinished(() => watch.stop())
  return { clock, logger, told, watch }
}

const hourMs = 3_600_000

describe('the sleep watch', () => {
  it('tells nothing while time goes on, also when a timer comes late', async () => {
    const { clock, told } = watching()
    await clock.advance(60_000)
    clock.sleep(20_000)
    await clock.advance(60_000)
    expect(told).toEqual([])
  })

  it('tells of a sleep once, by the timer that comes too late, and how long it was', async () => {
    const { clock, told, logger } = watching()
    await clock.advance(7_000)
    clock.sleep(hourMs)
    await clock.advance(30_000)
    expect(told).toEqual([hourMs])
    expect(logger.lines.join()).toContain('slept')
  })

  it('tells of the same sleep once where the operating system tells as well, whoever is first', async () => {
    const { clock, told, watch } = watching()
    clock.sleep(hourMs)
    watch.woke()
    await clock.advance(30_000)
    expect(told).toHaveLength(1)
    clock.sleep(hourMs)
    await clock.advance(6_000)
    watch.woke()
    expect(told).toHaveLength(2)
  })

  it('believes the operating system where the sleep was too short for the timer', async () => {
    const { clock, told, watch } = watching()
    await clock.advance(20_000)
    clock.sleep(8_000)
    watch.woke()
    await settled()
    expect(told).toHaveLength(1)
  })

  it('tells of each of several sleeps', async () => {
    const { clock, told } = watching()
    for (let night = 0; night < 3; night += 1) {
      clock.sleep(hourMs)
      await clock.advance(60_000)
    }
    expect(told).toEqual([hourMs, hourMs, hourMs])
  })
})
