import type { WaveRule } from '../domain/rollout'
import { say } from '../texts/say'

type Member = { readonly appId: string; readonly tags: readonly string[] }
type CutWave = { readonly name: string; readonly appIds: readonly string[] }

/**
 * Cuts merchants into waves: each is in exactly one, in the order given. What no wave takes makes a last one; empty waves are left
 * out. A share is rounded up. A merchant with several of the tags goes with the first of them.
 */
export function cutWaves(rule: WaveRule, merchants: readonly Member[]): readonly CutWave[] {
  const members = [...new Map(merchants.map((each) => [each.appId, each])).values()]
  return wavesOf(rule, members).filter(({ appIds }) => appIds.length > 0)
}

/**
 * The name of a wave (from 0) in the language that is spoken now: what a rule numbers is named anew, `recorded` stays where the
 * operator's tags are the names.
 */
export function waveNameNow(rule: WaveRule, wave: number, recorded: string): string {
  switch (rule.by) {
    case 'none':
      return say`全部`
    case 'number':
      return numberedName(wave, rule.sizes.length)
    case 'share':
      return numberedName(wave, rule.percents.length)
    case 'tag':
      return rule.tags.includes(recorded) ? recorded : say`其余`
  }
}

const numberedName = (wave: number, numbered: number): string => (wave < numbered ? say`第 ${wave + 1} 波` : say`其余`)

function wavesOf(rule: WaveRule, members: readonly Member[]): readonly CutWave[] {
  switch (rule.by) {
    case 'none':
      return [wave(say`全部`, members)]
    case 'number':
      return inTurn(rule.sizes, members)
    case 'share':
      return inTurn(
        rule.percents.map((percent) => shareOf(percent, members.length)),
        members
      )
    case 'tag':
      return byTag(rule.tags, members)
  }
}

/** 7 % of 300 is 21: what multiplying adds in the last binary places is taken off before rounding up. */
const shareOf = (percent: number, total: number): number => Math.ceil(Number(((total * percent) / 100).toFixed(6)))

function inTurn(sizes: readonly number[], members: readonly Member[]): readonly CutWave[] {
  let start = 0
  const named = sizes.map((size, index) => {
    const taken = members.slice(start, start + size)
    start += size
    return wave(numberedName(index, sizes.length), taken)
  })
  return [...named, wave(say`其余`, members.slice(start))]
}

function byTag(tags: readonly string[], members: readonly Member[]): readonly CutWave[] {
  const tagOf = (member: Member): string | undefined => tags.find((tag) => member.tags.includes(tag))
  const named = [...new Set(tags)].map((tag) =>
    wave(
      tag,
      members.filter((member) => tagOf(member) === tag)
    )
  )
  return [
    ...named,
    wave(
      say`其余`,
      members.filter((member) => tagOf(member) === undefined)
    )
  ]
}

const wave = (name: string, members: readonly Member[]): CutWave => ({
  name,
  appIds: members.map(({ appId }) => appId)
})
