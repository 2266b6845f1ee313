import { usePreferredDark } from '@vueuse/core'
import type { Settings } from '@shared/domain/settings'
import { watchEffect } from 'vue'

/** Read by public/early-theme.js before the page is painted. */
const storageKey = 'merchant-desk.theme'

/**
 * Keeps the document light or dark as the operator chose, following the system where they chose that. `theme` is null as
 * long as the choice is not known; then what the early script applied stands.
 */
export function useTheme(theme: () => Settings['theme'] | null): void {
  const systemIsDark = usePreferredDark()
  watchEffect(() => {
    const chosen = theme()
    if (chosen === null) return
    const dark = chosen === 'dark' || (chosen === 'system' && systemIsDark.value)
    document.documentElement.classList.toggle('dark', dark)
    document.documentElement.style.removeProperty('background-color')
    localStorage.setItem(storageKey, chosen)
  })
}
