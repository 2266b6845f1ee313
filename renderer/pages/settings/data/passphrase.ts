import { passphraseMinLength } from '@shared/rules/safety-limits'
import { t } from '@/i18n'

/** A hint, no more: length and variety say little of how well somebody else could guess it. */
export function strengthText(passphrase: string): string {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /\p{Script=Han}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(passphrase))
  const letters = [...new Set(passphrase)].length
  if (passphrase.length < 12 || letters < 8) return t('safety.archive.weak')
  return passphrase.length >= 20 || (passphrase.length >= 16 && kinds.length >= 3)
    ? t('safety.archive.strong')
    : t('safety.archive.fair')
}

/** Why these two can not seal anything; null: they can. */
export function passphraseProblem(passphrase: string, again: string): string | null {
  if (passphrase.length < passphraseMinLength) return t('safety.archive.tooShort', { n: passphraseMinLength })
  return passphrase === again ? null : t('safety.archive.differs')
}
