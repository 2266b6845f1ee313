import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'

/** What Electron's program carries its fuses behind, and as many as the library knows, all of them on. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseCount = Object.values(FuseV1Options).filter((value) => typeof value === 'number').length

/**
 * A folder that electron-builder takes for Electron's: its runtime can not be had everywhere, and what is looked at is what goes
 * beside it. The program is one of the fuses only.
 */
export function standInElectron(folder: string, platform: 'linux' | 'win32'): string {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  const wire = Buffer.from([1, fuseCount])
  const program = Buffer.concat([
    Buffer.from(`before ${sentinel}`),
    wire,
    Buffer.from('1'.repeat(fuseCount)),
    Buffer.from(' after')
  ])
  writeFileSync(join(folder, platform === 'win32' ? 'electron.exe' : 'electron'), program, { mode: 0o755 })
  writeFileSync(join(folder, 'LICENSE'), '')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '')
  writeFileSync(join(folder, 'version'), 'v0.0.0')
  return folder
}
