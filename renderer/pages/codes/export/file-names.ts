/** What a file name can say of a code, by the word in its braces. */
export const nameWords = ['名称', 'appid', '版本', '阶段', '标签', '序号'] as const
export type NameFacts = Readonly<Record<(typeof nameWords)[number], string>>

export const usualPattern = '{序号}-{名称}-{阶段}{版本}{标签}'

/** Ours: leaves room for the folder and the ending where paths are limited to 255 bytes of UTF-8. */
const nameMaxBytes = 200

/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * The files' names without their endings, all different whatever the letters' case: doubles get a number. What a file
 * system refuses is replaced; a word that is not known stays as it is.
 */
export function fileNames(pattern: string, entries: readonly NameFacts[]): readonly string[] {
  const taken = new Set<string>()
  return entries.map((facts) => {
    const name = cleaned(filled(pattern, facts)) || facts.序号
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? name : `${name} (${number})`
      if (taken.has(candidate.toLowerCase())) continue
      taken.add(candidate.toLowerCase())
      return candidate
    }
  })
}

function filled(pattern: string, facts: NameFacts): string {
  const words = new Map<string, string>(Object.entries(facts))
  return pattern.replace(/\{([^{}]*)\}/g, (whole, word: string) => words.get(word.trim()) ?? whole)
}

function cleaned(name: string): string {
  const safe = name
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cs}]/gu, '_')
    .trim()
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return shortened(reserved.test(safe) ? `_${safe}` : safe)
}

function shortened(name: string): string {
  const encoder = new TextEncoder()
  let short = name
  while (encoder.encode(short).length > nameMaxBytes) short = [...short].slice(0, -1).join('')
  return short.trimEnd()
}
