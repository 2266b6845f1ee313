import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

const folderName = 'merchant-desk'

/**
 * The folder for everything this application keeps, by the operating system's convention: `$XDG_DATA_HOME/merchant-desk`
 * or `~/.local/share/merchant-desk`, `~/Library/Application Support/merchant-desk`, `%APPDATA%\merchant-desk`. Both hosts
 * use the same one. `MERCHANT_DESK_DATA` names another.
 */
export function defaultDataFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir()
): string {
  const chosen = environment['MERCHANT_DESK_DATA']
  if (chosen) return chosen
  if (platform === 'win32') {
    return win32.join(environment['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), folderName)
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', folderName)
  const dataHome = environment['XDG_DATA_HOME']
  // The convention says that a relative XDG_DATA_HOME is to be ignored.
  const base = dataHome && posix.isAbsolute(dataHome) ? dataHome : posix.join(home, '.local', 'share')
  return posix.join(base, folderName)
}
