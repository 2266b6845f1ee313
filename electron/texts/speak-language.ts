import type { Settings } from '@shared/domain/settings'
import { speak } from '@shared/texts/say'
import { z } from 'zod'
import { deskTexts } from './en'

/** From now on the main process, and its checks of what it is given, speak the operator's language. */
export function speakLanguage(language: Settings['language']): void {
  speak(language === 'en' ? deskTexts : null)
  z.config(language === 'en' ? z.locales.en() : z.locales.zhCN())
}
