const mask = '[…]'
const textMaxLength = 2_000
const maxDepth = 6

/** Names of fields that hold a secret, whatever stands in them. */
const secretName = /secret|token|ticket|authori[sz]ation|password|cookie|aes_?key|encrypt/i
/** `logId` and the like must survive: only these exact names count for the short words. */
const exactSecretNames: ReadonlySet<string> = new Set(['code', 'key', 'auth_code', 'authorization_code'])

/** How the platform's tokens look. */
const tokenPattern = /\b(?:clt|isvact|isvrft)\.[^\s"'&,;]+/g
/** A secret in an address, a header line or a JSON text. */
const assignment =
  /\b([\w-]*(?:secret|token|ticket|authorization_code|auth_code|password)[\w-]*)(["']?\s*[=:]\s*["']?)([^\s"'&,;}]+)/gi

/** A text without what looks like a secret, cut to 2,000 characters. */
export function redactText(text: string): string {
  const clean = text.replaceAll(tokenPattern, mask).replaceAll(assignment, `$1$2${mask}`)
  return clean.length > textMaxLength ? `${clean.slice(0, textMaxLength)}…` : clean
}

/** A copy of what is to be logged, with the values of secret fields masked and every text passed through `redactText`. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= maxDepth) return mask
  if (value instanceof Error) return redactText(value.stack ?? value.message)
  if (Array.isArray(value)) return value.map((each) => redact(each, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, isSecretName(name) ? mask : redact(each, depth + 1)])
  )
}

function isSecretName(name: string): boolean {
  return secretName.test(name) || exactSecretNames.has(name)
}
