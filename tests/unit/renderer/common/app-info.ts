import type { AppInfo } from '@shared/contract'
import type { Connection } from '@shared/domain/account'
import { defaultSettings, type Settings } from '@shared/domain/settings'
import { infoOf, practiceAccount } from '../accounts/samples'

/** What the application says of itself in the practice environment. */
export function practiceInfo(
  connection: Connection = { state: 'working', since: 1 },
  settings: Partial<Settings> = {}
): AppInfo {
  return infoOf([practiceAccount({ connection })], { settings: { ...defaultSettings, ...settings } })
}
