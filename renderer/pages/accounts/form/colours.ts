/** Colours for accounts: calm, apart from each other, readable as a line on light and dark ground; practice's is none. */
export const accountColours: readonly { readonly value: string; readonly name: string }[] = [
  { value: '#2563a8', name: '蓝' },
  { value: '#0f766e', name: '青' },
  { value: '#3f7d3a', name: '绿' },
  { value: '#b45309', name: '橙' },
  { value: '#b4433f', name: '红' },
  { value: '#a8447f', name: '玫红' },
  { value: '#7a5c3e', name: '棕' },
  { value: '#52606f', name: '灰' }
]

/** The first colour that no account has; the first of all where each one is taken. */
export function freeColour(used: readonly string[]): string {
  const free = accountColours.find(({ value }) => !used.includes(value)) ?? accountColours[0]
  return free?.value ?? '#2563a8'
}
