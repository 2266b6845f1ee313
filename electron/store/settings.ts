import { defaultSettings, type Settings } from '@shared/domain/settings'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import type { SettingsRepository } from './repositories'
import { jsonColumn } from './schemas'

const notifications: z.ZodType<Settings['notifications']> = z.object({
  enabled: z.boolean(),
  quiet: z.object({ from: z.string(), to: z.string() }).nullable()
})

/** A value that is damaged, or from another version of the program, gives way to the default. */
const schemas: { readonly [Key in keyof Settings]: z.ZodType<Settings[Key]> } = {
  theme: jsonColumn(z.enum(['system', 'light', 'dark'])).catch(defaultSettings.theme),
  language: jsonColumn(z.enum(['zh', 'en'])).catch(defaultSettings.language),
  textSize: jsonColumn(z.enum(['normal', 'large', 'larger'])).catch(defaultSettings.textSize),
  motion: jsonColumn(z.enum(['system', 'reduced'])).catch(defaultSettings.motion),
  welcomed: jsonColumn(z.boolean()).catch(defaultSettings.welcomed),
  firstTasksHidden: jsonColumn(z.boolean()).catch(defaultSettings.firstTasksHidden),
  practiceTimeFactor: jsonColumn(z.number().int().min(1).max(86_400)).catch(defaultSettings.practiceTimeFactor),
  currentAccountId: jsonColumn(z.string().nullable()).catch(defaultSettings.currentAccountId),
  notifications: jsonColumn(notifications).catch(defaultSettings.notifications)
}

export function settingsRepository(database: SqliteDatabase): SettingsRepository {
  const get = database.prepare('SELECT value FROM settings WHERE key = ?').pluck()
  const save = database.prepare(`
    INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
  const read = (): Settings => ({
    theme: schemas.theme.parse(get.get('theme')),
    language: schemas.language.parse(get.get('language')),
    textSize: schemas.textSize.parse(get.get('textSize')),
    motion: schemas.motion.parse(get.get('motion')),
    welcomed: schemas.welcomed.parse(get.get('welcomed')),
    firstTasksHidden: schemas.firstTasksHidden.parse(get.get('firstTasksHidden')),
    practiceTimeFactor: schemas.practiceTimeFactor.parse(get.get('practiceTimeFactor')),
    currentAccountId: schemas.currentAccountId.parse(get.get('currentAccountId')),
    notifications: schemas.notifications.parse(get.get('notifications'))
  })
  return {
    read,
    change: (change) => {
      database.transaction(() => {
        for (const [key, value] of Object.entries(change)) save.run(key, JSON.stringify(value))
      })()
      return read()
    }
  }
}
