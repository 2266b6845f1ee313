import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeskProcess } from './desk.ts'
import type { SimulatedPlatform } from '../../support/simulated-platform.ts'
import { say } from './report.ts'

/** The data folders of one run; all go at its end. */
export class Folders {
  private readonly root = mkdtempSync(join(tmpdir(), 'merchant-desk-bench-'))
  private made = 0

  empty(): string {
    this.made += 1
    return join(this.root, String(this.made))
  }

  copy(folder: string): string {
    const copy = this.empty()
    cpSync(folder, copy, { recursive: true })
    return copy
  }

  /** A data folder into which the application itself has read all of the platform's merchants. */
  async filled(platform: SimulatedPlatform): Promise<string> {
    const folder = this.empty()
    const startedAt = performance.now()
    const desk = await DeskProcess.start(folder, platform)
    await desk.settled()
    await desk.stop()
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    say(`filled a database of ${(databaseBytes(folder) / 1e6).toFixed(1)} MB in ${seconds} s`)
    return folder
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}

export function databaseBytes(folder: string): number {
  return statSync(join(folder, 'merchant-desk.sqlite')).size
}
