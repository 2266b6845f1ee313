import type { AppInfo } from '@shared/contract'
import type { Connection } from '@shared/domain/account'
import { defaultSettings, type Settings } from '@shared/domain/settings'

/** What the application says of itself in the practice environment. */
export function practiceInfo(
  connection: Connection = { state: 'working', since: 1 },
  settings: Partial<Settings> = {}
): AppInfo {
  return {
    version: '0.1.0',
    host: 'browser',
    platform: 'linux',
    accounts: [
      {
        id: 'practice',
        kind: 'practice',
        name: '演练环境',
        colour: '#b26a00',
        componentAppId: 'tt0000000000000000',
        connection
      }
    ],
    currentAccountId: 'practice',
    settings: { ...defaultSettings, ...settings }
  }
}
