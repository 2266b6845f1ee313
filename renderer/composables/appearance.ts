import type { Settings } from '@shared/domain/settings'
import { watchEffect } from 'vue'

export type Appearance = Pick<Settings, 'textSize' | 'motion'>

/** Read by public/early-theme.js before the page is painted. */
const storageKeys = { textSize: 'merchant-desk.text-size', motion: 'merchant-desk.motion' } as const

/**
 * Keeps the document's text size and motion as the operator chose; styles/appearance.css says what they mean. `appearance` is
 * null as long as the choice is not known; then what the early script applied stands.
 */
export function useAppearance(appearance: () => Appearance | null): void {
  watchEffect(() => {
    const chosen = appearance()
    if (chosen === null) return
    const { dataset } = document.documentElement
    dataset['textSize'] = chosen.textSize
    dataset['motion'] = chosen.motion
    localStorage.setItem(storageKeys.textSize, chosen.textSize)
    localStorage.setItem(storageKeys.motion, chosen.motion)
  })
}
