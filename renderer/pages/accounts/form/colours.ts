import { t } from '@/i18n'

/** Colours for accounts: calm, apart from each other, readable as a line on light and dark ground; practice's is none. */
export const accountColours: readonly { readonly value: string; readonly name: string }[] = [
  { value: '#2563a8', name: t('accounts.colours.blue') },
  { value: '#0f766e', name: t('accounts.colours.teal') },
  { value: '#3f7d3a', name: t('accounts.colours.green') },
  { value: '#b45309', name: t('accounts.colours.orange') },
  { value: '#b4433f', name: t('accounts.colours.red') },
  { value: '#a8447f', name: t('accounts.colours.rose') },
  { value: '#7a5c3e', name: t('accounts.colours.brown') },
  { value: '#52606f', name: t('accounts.colours.grey') }
]

/** The first colour that no account has; the first of all where each one is taken. */
export function freeColour(used: readonly string[]): string {
  const free = accountColours.find(({ value }) => !used.includes(value)) ?? accountColours[0]
  return free?.value ?? '#2563a8'
}
