import type { WebContents } from 'electron'
import { say } from '@shared/texts/say'
import type { Logger } from '../ports'
import { crashedAddress, startAddress } from './addresses'

/** Reloads allowed within the window of time; beyond them something is wrong that a reload does not mend. */
const maxReloads = 3
const windowMs = 60_000

/** Says after each crash whether to load the page again (`reload`) or to give up (`stop`). `now` is in milliseconds. */
export function createCrashCounter(): (now: number) => 'reload' | 'stop' {
  let recent: number[] = []
  return (now) => {
    recent = recent.filter((time) => now - time < windowMs)
    if (recent.length >= maxReloads) return 'stop'
    recent.push(now)
    return 'reload'
  }
}

// eslint-disable-next-line operator-texts/no-desk-text -- compared, not shown
const isChinese = (): boolean => say`代管台` === '代管台'

/** Needs nothing of the application: no script, no style of ours. */
export const crashedPage = (): string => `<!doctype html>
<html lang="${isChinese() ? 'zh-CN' : 'en'}">
  <meta charset="utf-8">
  <meta name="color-scheme" content="light dark">
  <title>${say`代管台`}</title>
  <h1>${say`页面多次意外退出`}</h1>
  <p>${say`数据没有丢失，已经开始的操作会继续。`}</p>
  <p>${say`请退出程序后重新打开；如果再次出现，请把日志发给开发者。`}</p>
  <p><a href="${startAddress}">${say`重新载入`}</a></p>
</html>
`

/** Brings the page back after its process has gone, and stops doing so when it keeps going. */
export function recoverFromCrashes(contents: WebContents, logger: Logger, now: () => number): void {
  const count = createCrashCounter()
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    const decision = count(now())
    logger.error('the page has gone', { reason, exitCode, decision })
    void contents.loadURL(decision === 'reload' ? startAddress : crashedAddress)
  })
}
