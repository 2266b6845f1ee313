import { checkDomains, domainLines, domainProblem, tooManyDomains } from '@shared/rules/domain-rules'
import { t } from '@/i18n'

/** What the lines of one list are judged by. */
export type LineGround = {
  /** The third-party application's own list; an empty one checks nothing. */
  readonly own: readonly string[]
  /** What is there already and will not be sent again passes as it is; in lower case. */
  readonly passes: readonly string[]
  /** Whether the platform's largest number of domains counts. */
  readonly limited: boolean
}

/** What one press puts right: the line becomes `replacement`, or goes away where that is null. */
export type LineFix = { readonly text: string; readonly replacement: string | null }

export type JudgedLine = { readonly domain: string; readonly problem: string | null; readonly fix: LineFix | null }

export type JudgedText = {
  readonly lines: readonly JudgedLine[]
  /** The judged lines row by row, as the text is broken into rows: one with several domains has several. */
  readonly rows: readonly (readonly JudgedLine[])[]
  readonly tooMany: string | null
  readonly problems: number
  readonly fixes: number
}

/** No refusals. */
const none: ReadonlyMap<string, string> = new Map()

/** Judges a typed list line by line; `refused` tells, by domain, why the last sending of it was refused. */
export function judgeText(text: string, ground: LineGround, refused = none): JudgedText {
  const domains = domainLines(text)
  const lines = judgeLines(domains, ground, refused)
  let place = 0
  const rows = text.split('\n').map((row) => {
    const from = place
    place += domainLines(row).length
    return lines.slice(from, place)
  })
  return {
    lines,
    rows,
    tooMany: ground.limited ? tooManyDomains([...new Set(domains.map(lower))]) : null,
    problems: lines.filter((line) => line.problem !== null).length,
    fixes: lines.filter((line) => line.fix !== null).length
  }
}

function judgeLines(
  domains: readonly string[],
  { own, passes }: LineGround,
  refused: ReadonlyMap<string, string>
): readonly JudgedLine[] {
  const plain = domains.map(lower)
  return checkDomains(domains, own).map(({ text, problem, fix }, place) => {
    const isDouble = plain.indexOf(lower(text)) < place && domainProblem(text) === null
    if (isDouble) return { domain: text, problem, fix: { text: t('domains.editor.removeLine'), replacement: null } }
    const isPassed = passes.includes(lower(text))
    const why = isPassed ? null : (problem ?? refused.get(text) ?? null)
    return {
      domain: text,
      problem: why,
      fix: fix === null ? null : { text: t('domains.editor.replaceBy', { domain: fix }), replacement: fix }
    }
  })
}

/** The text with one of its lines put right. */
export function withFix(judged: JudgedText, line: JudgedLine): string {
  return textOf(judged.lines.flatMap((each) => (each === line ? fixed(each) : [each.domain])))
}

/** The text with every line put right that can be, and no domain twice. */
export function withAllFixes(judged: JudgedText): string {
  const seen = new Set<string>()
  const kept = judged.lines.flatMap(fixed).filter((domain) => {
    const isNew = !seen.has(lower(domain))
    seen.add(lower(domain))
    return isNew
  })
  return textOf(kept)
}

/** A list as it is edited: one domain a line. */
export const textOf = (domains: readonly string[]): string => domains.join('\n')

function fixed({ domain, fix }: JudgedLine): readonly string[] {
  if (fix === null) return [domain]
  return fix.replacement === null ? [] : [fix.replacement]
}

const lower = (text: string): string => text.toLowerCase()
