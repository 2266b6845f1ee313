import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openStore } from '../../../electron/store'
import type { RestoreStep } from '../../../electron/store/restore-swap'

/** Where the restore is cut off. */
export type ChildWork = { readonly step: RestoreStep; readonly file: string; readonly backupDir: string }

const nothing = (): void => undefined

/** Opens the store and ends at this step, as a power cut does. */
export function openUntil({ file, backupDir, step }: ChildWork): void {
  const clock = { now: () => 1_767_225_600_000, wait: () => Promise.resolve() }
  openStore({
    ...{ file, backupDir, clock },
    logger: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    onRestoreStep: (reached) => {
      if (reached !== step) return
      writeFileSync(join(dirname(file), `reached-${step}`), '')
      process.kill(process.pid, 'SIGKILL')
    }
  })
}
