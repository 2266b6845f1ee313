import { between, digest, draw, pick } from '../world/random'
import { generatedVersions } from './generated-versions'
import { generatedCapabilities } from './sample-capabilities'
import type { SampleData } from './sample-data'
import type { GenerationWords, SampleMerchant, Trade } from './sample-schema'

/** Host codes in the order in which agencies usually take them. */
const hostChoices = [
  ['douyin', 'douyin_lite', 'toutiao', 'tt_lite'],
  ['douyin', 'douyin_lite'],
  ['douyin', 'toutiao', 'xigua', 'huoshan'],
  ['douyin']
] as const

/** Newcomers are drawn from numbers that no portfolio reaches. */
const newcomersFrom = 1_000_000

/** Believable merchants with unique names and the states of a real portfolio in realistic proportions. */
export function generateMerchants(data: SampleData, seed: number, count: number): readonly SampleMerchant[] {
  const names = new Set(data.merchants.map((merchant) => merchant.name))
  return Array.from({ length: Math.max(0, count) }, (_, at) => generateMerchant(data, seed, at, names))
}

/**
 * Merchants who have nothing to do with the application yet, without a version; `taken` are the names in use. The same
 * seed gives the same ones.
 */
export function generateNewcomers(
  data: SampleData,
  seed: number,
  count: number,
  taken: Iterable<string>
): readonly SampleMerchant[] {
  const names = new Set(taken)
  const nothing = { tests: [], audit: null, gray: null, current: null, previous: null, capabilities: {} }
  return Array.from({ length: count }, (_, at) => ({
    ...generateMerchant(data, seed, newcomersFrom + at, names),
    ...nothing,
    authorized: false
  }))
}

function generateMerchant(data: SampleData, seed: number, at: number, names: Set<string>): SampleMerchant {
  const chance = (what: string): number => draw(seed, 'merchant', at, what)
  const trade = pick(data.words.trades, chance('trade'))
  const name = uniqueName(data.words, trade, names, (attempt) => draw(seed, 'name', at, attempt))
  const hosts = [...pick(hostChoices, chance('hosts'))]
  const appId = `tt${digest(seed, 'merchant', at).slice(0, 18)}`
  const authorizedDaysAgo = between(20, 900, chance('authorized'))
  const templates = data.templates.templates
    .filter((template) => template.daysAgo < authorizedDaysAgo)
    .sort((one, other) => one.daysAgo - other.daysAgo)
  const subject = subjectOf(data.words, name, chance)
  const permissions = permissionsOf(chance('permissions'))
  const versions = generatedVersions({ templates, hosts, review: data.review, chance })
  const categories = [trade.category]
  const applicant = { appId, subject, permissions, categories, current: versions.current }
  return {
    ...{ appId, name, subject, categories, hosts, authorizedDaysAgo, permissions },
    introduction: introductionOf(trade, name),
    icon: trade.icon,
    standing: 'normal',
    ...{ changes: {}, changesLeft: {}, categoryChangesUsed: 0 },
    capabilities: generatedCapabilities(data.capabilities, applicant),
    developer: chance('developer') < 0.2 ? null : personName(data.words, chance),
    habits: {
      flags: chance('flags') < 0.7 ? 'number' : 'boolean',
      missing: chance('missing') < 0.5 ? 'absent' : 'null'
    },
    authorized: chance('lost') >= 0.01,
    ...versions
  }
}

/** District, word and trade, such as 武侯小满茶铺. With enough attempts the space is far larger than any portfolio. */
function uniqueName(words: GenerationWords, trade: Trade, names: Set<string>, chance: (at: number) => number): string {
  for (let attempt = 0; ; attempt += 3) {
    const parts = [words.districts, words.words, trade.endings].map((list, at) => pick(list, chance(attempt + at)))
    const name = parts.join('')
    if (names.has(name)) continue
    names.add(name)
    return name
  }
}

/** Between 10 and 60 characters, as the platform asks. */
function introductionOf(trade: Trade, name: string): string {
  return `${name}，${trade.introduction}`.slice(0, 60)
}

type Chance = (what: string) => number

function subjectOf(words: GenerationWords, name: string, chance: Chance): SampleMerchant['subject'] {
  const person = chance('subject') < 0.35
  const subject = person ? `${name}（个体工商户）` : `${name}${pick(words.companyKinds, chance('company'))}`
  return { name: subject, type: person ? 'person' : 'company', state: 'approved' }
}

function personName(words: GenerationWords, chance: Chance): string {
  return pick(words.surnames, chance('surname')) + pick(words.givenNames, chance('given name'))
}

function permissionsOf(chance: number): number[] {
  if (chance < 0.02) return [2, 3]
  return chance < 0.6 ? [1, 2, 3, 4] : [1, 2, 3, 4, 5, 6]
}
