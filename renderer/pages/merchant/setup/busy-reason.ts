import type { SettingKind } from '@shared/domain/setting'
import { settingNames } from '@shared/rules/setting-names'
import { t } from '@/i18n'

/** Why a change has to wait for the one that is under way; null is one that is not named. */
export const busyReason = (running: SettingKind | null): string =>
  running === null ? t('profile.setup.busy') : t('profile.setup.busyWith', { what: settingNames[running] })
