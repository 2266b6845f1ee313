import type { Settings } from '@shared/domain/settings'
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

  change(change: SettingsChange): Settings {
    const settings = this.repository.change(withoutUndefined(change))
    this.onChange(settings)
    return settings
  }
}

function withoutUndefined(change: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
