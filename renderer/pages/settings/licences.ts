/** One package of others that this program holds, as `resources/packaging/licences.ts` writes it. */
export type Licence = {
  readonly name: string
  readonly version: string
  /** As SPDX has it (`MIT`); null where the package does not say. */
  readonly identifier: string | null
  readonly text: string | null
}

/** The list that was made when the program was built; null where this program has none. Never rejects. */
export async function readLicences(): Promise<readonly Licence[] | null> {
  try {
    const response = await fetch('/licences.json')
    const list: unknown = response.ok ? await response.json() : null
    return Array.isArray(list) ? list.filter(isLicence) : null
  } catch {
    return null
  }
}

function isLicence(value: unknown): value is Licence {
  return typeof value === 'object' && value !== null && 'name' in value && 'version' in value && 'text' in value
}
