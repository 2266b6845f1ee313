import { defaultSettings, type Settings } from '@shared/domain/settings'

export type Language = Settings['language']

const storageKey = 'merchant-desk.language'

/**
 * The language of this page, known before anything else runs: texts may be taken when a module is loaded. The main process
 * owns the choice; this is its copy from the last time.
 */
export const language: Language = remembered()

function remembered(): Language {
  const value = localStorage.getItem(storageKey)
  return value === 'zh' || value === 'en' ? value : defaultSettings.language
}

/** Follows the choice that the main process has kept: another language means a new page. */
export function followLanguage(chosen: Language): void {
  if (chosen === language) return
  localStorage.setItem(storageKey, chosen)
  // Without a place to remember it, the page would come back in the old language and load again for ever.
  if (localStorage.getItem(storageKey) === chosen) location.reload()
}
