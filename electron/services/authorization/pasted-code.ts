/** Anything that can be in a code, percent signs of its encoding included; quotes and punctuation around it can not. */
const named = /authorization_code["']?\s*[=:]\s*["']?([\w.~%+/=-]+)/

const bare = /^[\w.~%+/=-]{6,1024}$/

/**
 * The authorization code in what the operator pasted: the code alone, or the address that the merchant's browser was led to
 * (`authorization_code` and `expires_in` in its query or fragment), with any words around it. Null where there is none.
 */
export function pastedCode(text: string): string | null {
  const inAddress = named.exec(text)?.[1]
  if (inAddress !== undefined) return decoded(inAddress)
  const alone = text.trim()
  return bare.test(alone) && !alone.includes('//') ? alone : null
}

function decoded(code: string): string {
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}
