import { t } from '@/i18n'
import en from '@/i18n/en/codes'
import zh from '@/i18n/zh/codes'

/** What a file name can say of a code. */
const nameParts = ['name', 'appId', 'version', 'stage', 'label', 'number'] as const
type NamePart = (typeof nameParts)[number]
export type NameFacts = Readonly<Record<NamePart, string>>

const inBraces = (part: NamePart): string => `{${t(`codes.export.facts.${part}`)}}`

/** The words that a pattern can contain, each in its braces. */
export const nameWords: readonly string[] = nameParts.map(inBraces)

export const usualPattern = t(
  'codes.export.pattern',
  Object.fromEntries(nameParts.map((part) => [part, inBraces(part)]))
)

/** In either language: a pattern that was kept before the language was changed goes on working. */
const partByWord: ReadonlyMap<string, NamePart> = new Map(
  nameParts.flatMap((part) => [zh, en].map((texts) => [texts.export.facts[part], part]))
)

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
    const name = cleaned(filled(pattern, facts)) || facts.number
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? name : `${name} (${number})`
      if (taken.has(candidate.toLowerCase())) continue
      taken.add(candidate.toLowerCase())
      return candidate
    }
  })
}

function filled(pattern: string, facts: NameFacts): string {
  return pattern.replace(/\{([^{}]*)\}/g, (whole, word: string) => {
    const part = partByWord.get(word.trim())
    return part === undefined ? whole : facts[part]
  })
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
