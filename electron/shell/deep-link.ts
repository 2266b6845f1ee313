/** The scheme of links from other programs into this one: `merchant-desk://merchant/<account>/<appId>/codes`. */
export const linkScheme = 'merchant-desk'

/** The tabs of a merchant's page that a link may name; `versions` is the one that is open anyway. */
const merchantTabs: ReadonlySet<string> = new Set([
  'versions',
  'profile',
  'categories',
  'domains',
  'codes',
  'capabilities',
  'standing',
  'authorization'
])

/** The account's id, the app id, a rollout's id are letters, digits, `-` and `_`; never what a path or a query is made of. */
const today = /^merchant-desk:\/\/today\/?$/
// eslint-disable-next-line security/detect-unsafe-regex -- no part can match what the next one begins with, and the text is short
const merchant = /^merchant-desk:\/\/merchant\/([\w-]{1,64})\/([\w-]{1,64})(?:\/([a-z]{1,20}))?\/?$/
const rollout = /^merchant-desk:\/\/rollout\/([\w-]{1,64})\/([\w-]{1,64})\/?$/
/** Longer than any link that is one. */
const maxLength = 256

/**
 * The page's path that a link stands for, or null. Anybody's page or mail can hold such a link, so the set is closed: it opens a
 * page, and never does anything there. The text is compared as it came, not decoded and not parsed: no query, no fragment, no
 * escape, no user name, no other writing of the scheme.
 */
export function deepLinkPath(text: string): string | null {
  if (text.length > maxLength) return null
  if (today.test(text)) return '/today'
  const [, account, app, tab = 'versions'] = merchant.exec(text) ?? []
  if (account && app) return merchantTabs.has(tab) ? merchantPath(account, app, tab) : null
  const [, owner, number] = rollout.exec(text) ?? []
  return owner && number ? `/rollouts/${owner}/${number}` : null
}

const merchantPath = (account: string, app: string, tab: string): string =>
  `/merchants/${account}/${app}${tab === 'versions' ? '' : `?tab=${tab}`}`

/**
 * The link among a program's arguments, or null. On Windows and Linux the system starts the program with it; Chromium may have
 * put flags of its own around it. More than one was not put there by the system.
 */
export function linkAmong(argv: readonly string[]): string | null {
  const links = argv.filter((argument) => argument.toLowerCase().startsWith(`${linkScheme}:`))
  return links.length === 1 ? (links[0] ?? null) : null
}
