const mask = '[…]'
const textMaxLength = 2_000
/** What is looked at: enough to fill the text after masking, little enough to be quick whatever stands in it. */
const inputMaxLength = 4 * textMaxLength
const maxDepth = 6

/** Names of fields that hold a secret, whatever stands in them. */
const secretName = /secret|token|ticket|authori[sz]ation|password|cookie|aes_?key|encrypt/i
/** `logId` and the like must survive: only these exact names count for the short words. */
const exactSecretNames: ReadonlySet<string> = new Set(['code', 'key', 'auth_code', 'authorization_code'])

/** How the platform's tokens look. */
const tokenPattern = /\b(?:clt|isvact|isvrft)\.[^\s"'&,;]+/g
/** A secret in a JSON text, with its quotes: all up to the closing one, escaped quotes included. */
const quotedAssignment =
  /(\b[\w-]*(?:secret|token|ticket|authori[sz]ation|auth_code|password)[\w-]*"?\s*[=:]\s*)(?:"(?:\\.|[^"\\])*"?|'[^']*'?)/gi
/** A secret in an address or a header line; a header may name its scheme first. */
const plainAssignment =
  /(\b[\w-]*(?:secret|token|ticket|authori[sz]ation|auth_code|password)[\w-]*"?\s*[=:]\s*)(?:bearer |basic )?[^\s"'&,;}]+/gi

/** A text without what looks like a secret, cut to 2,000 characters. */
export function redactText(text: string): string {
  const clean = text
    .slice(0, inputMaxLength)
    .replaceAll(tokenPattern, mask)
    .replaceAll(quotedAssignment, `$1"${mask}"`)
    .replaceAll(plainAssignment, `$1${mask}`)
  return clean.length > textMaxLength ? `${clean.slice(0, textMaxLength)}…` : clean
}

/** A copy of what is to be logged, with the values of secret fields masked and every text passed through `redactText`. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`
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
