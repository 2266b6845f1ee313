import type { Desk } from '../desk'

/** Electron's `powerMonitor`, as far as sleep goes. */
export interface SleepMonitor {
  on(event: 'resume', listener: () => void): unknown
}

/** Tells the desk whenever the computer woke up. */
export function tellOfWaking(monitor: SleepMonitor, desk: Promise<Pick<Desk, 'woke'>>): void {
  monitor.on('resume', () => {
    desk.then(
      (opened) => opened.woke(),
      () => undefined // told where it failed to open
    )
  })
}
