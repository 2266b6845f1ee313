import type { Settings } from '@shared/domain/settings'
import { DeskFailure } from '@shared/errors'
import { isAllowedPlatformUrl } from '@shared/rules/platform-url'
import type { SettingsRepository } from '../store/repositories'

/** What `settings.change` takes: a part of the settings; a field that is `undefined` is left as it is. */
export type SettingsChange = { readonly [Key in keyof Settings]?: Settings[Key] | undefined }

/** The operator's settings; whoever must act on a change listens. */
export class SettingsService {
  private readonly repository: SettingsRepository
  private readonly onChange: (settings: Settings) => void

  constructor(repository: SettingsRepository, onChange: (settings: Settings) => void) {
    this.repository = repository
    this.onChange = onChange
  }

  read(): Settings {
    return this.repository.read()
  }

  /** Throws `DeskFailure` `invalid_input` for a platform address that would send tokens in the clear. */
  change({ theme, practiceTimeFactor, platformUrl }: SettingsChange): Settings {
    if (platformUrl && !isAllowedPlatformUrl(platformUrl)) throw new DeskFailure(insecureUrl)
    const settings = this.repository.change({
      ...(theme === undefined ? {} : { theme }),
      ...(practiceTimeFactor === undefined ? {} : { practiceTimeFactor }),
      ...(platformUrl === undefined ? {} : { platformUrl })
    })
    this.onChange(settings)
    return settings
  }
}

const insecureUrl = {
  code: 'invalid_input',
  message: '平台地址没有保存',
  reason: '地址要以 https:// 开头；只有本机地址(127.0.0.1、localhost)可以用 http://',
  nextStep: '请修改地址后再保存',
  retryable: false,
  fields: { platformUrl: '要以 https:// 开头，本机地址除外' }
} as const
