import { say } from '../texts/say'

/**
 * Host codes (宿主端) and what they are called (page "获取可选审核宿主端列表"). The list is open: an unknown code is shown as
 * it is. Requests use codes, results use the platform's Chinese names; both are accepted here.
 */
const names: Readonly<Record<string, () => string>> = {
  douyin: () => say`抖音`,
  douyin_lite: () => say`抖音极速版`,
  toutiao: () => say`今日头条`,
  tt_lite: () => say`今日头条极速版`,
  xigua: () => say`西瓜视频`,
  huoshan: () => say`抖音火山版`
}

/** The codes of the documented hosts, to choose from where no merchant's own list is at hand. */
export const documentedHosts: readonly string[] = Object.keys(names)

/* eslint-disable operator-texts/no-desk-text -- the platform's names, which are compared and never shown from here */
/** From a host's name to its code, with the other spellings that the platform uses in its answers. */
const codes: ReadonlyMap<string, string> = new Map([
  ['抖音', 'douyin'],
  ['抖音极速版', 'douyin_lite'],
  ['抖音lite', 'douyin_lite'],
  ['今日头条', 'toutiao'],
  ['今日头条极速版', 'tt_lite'],
  ['今日头条lite', 'tt_lite'],
  ['西瓜视频', 'xigua'],
  ['抖音火山版', 'huoshan']
])
/* eslint-enable operator-texts/no-desk-text */

/** The name to show for a host, whether it came as a code or as a name. */
export function hostName(host: string): string {
  const code = hostCode(host)
  return (Object.hasOwn(names, code) ? names[code]?.() : undefined) ?? host
}

/** The code of a host that came as a code or as a name; what is unknown is returned unchanged. */
export function hostCode(host: string): string {
  return codes.get(host) ?? host
}
