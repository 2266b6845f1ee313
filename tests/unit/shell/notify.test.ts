import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { createNotifier } from '../../../electron/shell/notify'
import { LinkArrivals } from '../../../electron/shell/link-arrivals'
import { recordingLogger } from '../../support/small-desk'

class Told extends EventEmitter {
  isShown = false

  show(): void {
    this.isShown = true
  }
}

describe('a notification of the system', () => {
  const bench = (isLookedAt = false) => {
    const made: Told[] = []
    const opened: string[] = []
    const show = createNotifier({
      make: () => made[made.push(new Told()) - 1] ?? new Told(),
      isLookedAt: () => isLookedAt,
      open: (path) => opened.push(path)
    })
    return { made, opened, show }
  }

  test('opens the page that it is about when it is clicked', () => {
    const { made, opened, show } = bench()
    show({ title: '审核通过', body: '青禾咖啡', path: '/merchants/1/tt2' })
    expect(made[0]?.isShown).toBe(true)
    made[0]?.emit('click')
    expect(opened).toEqual(['/merchants/1/tt2'])
  })

  test('is not shown while the operator looks at the window', () => {
    const { made, show } = bench(true)
    show({ title: '审核通过', body: '', path: '/today' })
    expect(made).toEqual([])
  })
})

describe('a link that comes', () => {
  test('before the window is open waits for it, the last of them', () => {
    const links = new LinkArrivals(recordingLogger())
    links.arrive('merchant-desk://today')
    links.arrive('merchant-desk://rollout/1/2')
    expect(links.firstPath()).toBe('/rollouts/1/2')
  })

  test('while the window is open opens its page at once, and only then', () => {
    const links = new LinkArrivals(recordingLogger())
    const opened: string[] = []
    links.arrive('merchant-desk://today')
    links.deliverTo((path) => opened.push(path))
    expect(opened).toEqual([])
    links.arrive('merchant-desk://merchant/1/tt2/codes')
    links.arrive(null)
    expect(opened).toEqual(['/merchants/1/tt2?tab=codes'])
  })
})
