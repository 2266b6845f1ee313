/**
 * electron-builder's hook before packing: names the native binaries that belong into this package, for the patterns of
 * `files`. Its own `${platform}` is the machine that packs, and lists under `linux`, `mac` and `win` take the place of the common one.
 */
import { Arch, type AfterPackContext } from 'electron-builder'

/** Of both processors on macOS: the halves of a universal program must hold the same files. */
export default function beforePack({
  electronPlatformName,
  arch
}: Pick<AfterPackContext, 'electronPlatformName' | 'arch'>): Promise<void> {
  const isMac = electronPlatformName === 'darwin'
  process.env['MERCHANT_DESK_BINARIES'] = isMac ? 'darwin-*' : `${electronPlatformName}-${Arch[arch]}*`
  return Promise.resolve()
}
