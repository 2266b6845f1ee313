const placeholder = '[…]'

/** How the platform's tokens look; caught even when they are none of ours. */
const tokenPattern = /\b(?:clt|isvact|isvrft)\.[\w.~+/=-]+/g

const messageMaxLength = 500

/**
 * The platform's text without the secrets that were sent to it (it may quote them), without control characters, and cut
 * to a length that can be shown.
 */
export function redact(message: string, secrets: readonly string[]): string {
  let clean = message
  for (const sent of secrets.filter(Boolean)) clean = clean.replaceAll(sent, placeholder)
  return clean
    .replaceAll(tokenPattern, placeholder)
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, messageMaxLength)
}
