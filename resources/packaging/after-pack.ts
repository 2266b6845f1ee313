/** electron-builder's hook between packing and signing: turns the fuses, and reads them back from the program. */
import { join } from 'node:path'
import { flipFuses, FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'
import { fuses } from './fuses.ts'

export default async function afterPack({
  appOutDir,
  electronPlatformName,
  packager
}: AfterPackContext): Promise<void> {
  const name = packager.appInfo.productFilename
  const program = join(appOutDir, programOf(electronPlatformName, name))
  // An unsigned program for Apple's processors starts only with a signature that fits its bytes; the real one comes after this.
  await flipFuses(program, { ...fuses, resetAdHocDarwinSignature: electronPlatformName === 'darwin' })
  await assertFuses(program)
}

/** Throws where the program's fuses are others than those that were decided. */
async function assertFuses(program: string): Promise<void> {
  const wire = await getCurrentFuseWire(program)
  for (const [option, isOn] of Object.entries(fuses).filter(([key]) => /^\d+$/.test(key))) {
    const index: FuseV1Options = Number(option)
    const expected = isOn ? FuseState.ENABLE : FuseState.DISABLE
    if (wire[index] !== expected) throw new Error(`the fuse ${FuseV1Options[index]} is not as decided: ${program}`)
  }
}

/** By electron-builder.yml's `executableName`, which is the program's name on every system. */
function programOf(platform: string, name: string): string {
  if (platform === 'darwin') return `${name}.app/Contents/MacOS/${name}`
  return platform === 'win32' ? `${name}.exe` : name
}
