/** The page's scheme and host under Electron; not `file:`, which has rights of its own. */
export const scheme = 'app'
export const origin = 'app://desk'
export const startAddress = `${origin}/`
/** A page without any script, shown when the real one keeps crashing. */
export const crashedAddress = `${origin}/crashed`

/** Whether an address is one of our own page's. Anything that cannot be read as an address is not. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null && url.protocol === `${scheme}:` && url.host === 'desk' && url.username === '' && url.password === ''
  )
}
