/** Ends that the operator is told of in a dialog of the system: there is no page, or none that can be trusted. */
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { say } from '@shared/texts/say'
import { InstanceRunningError, lockDataFolder, type DataFolderLock } from '../launch/instance-lock'
import type { Logger } from '../ports'

/** Electron's own lock knows nothing of the loopback host; this one does. Null: somebody else has it, and the program ends. */
export function lockOrQuit(dataDir: string): DataFolderLock | null {
  try {
    return lockDataFolder(dataDir)
  } catch (error) {
    const isRunning = error instanceof InstanceRunningError
    dialog.showErrorBox(
      say`代管台没有启动`,
      isRunning ? say`另一个窗口、浏览器或命令行里已经打开了代管台，请先关闭它。` : String(error)
    )
    app.exit(isRunning ? 3 : 1)
    return null
  }
}

export function failToStart(logger: Logger, dataDir: string, error: unknown): void {
  logger.error('the desk did not open', { error: String(error) })
  const logs = join(dataDir, 'logs')
  dialog.showErrorBox(say`代管台没有启动`, say`数据没有打开：${String(error)}\n\n日志：${logs}`)
  app.exit(1)
}

export function endOnBugs(logger: Logger, dataDir: string): void {
  const end = (error: unknown) => {
    logger.error('uncaught', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    dialog.showErrorBox(say`代管台意外退出`, say`程序内部出错。\n\n日志：${join(dataDir, 'logs')}`)
    app.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
